"""How often something may be done: one literal table. What each limit counts by is the smallest thing that can be told apart.

A city hall stands behind one address and must not fall silent by what one of its people does, nor by what another city does: what is
known more closely (a link, an account, a name with an address) is counted first, and no limit counts all visitors together.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `most` at once, filled again evenly over `window`. Beyond it the try is refused, nothing is kept back or lost.

    counted_by : what one bucket belongs to; said : what the person reads
    """

    code: str
    most: int
    window: timedelta
    counted_by: str
    said: Promise

    @property
    def per_second(self) -> float:
        return self.most / self.window.total_seconds()


_HOUR: Final = timedelta(hours=1)
_MINUTE: Final = timedelta(minutes=1)
_SIGN_IN: Final = _("Signing in was tried too often. Nothing was changed; wait, or ask a manager for a one-time password.")
_ASK: Final = _(
    "Many requests came from here in a short time. What you wrote stays on this device: send it again a little later."
)
_READ: Final = _("Programs asked too often from here. Wait as long as the answer says and ask again.")

LIMITS: Final[Mapping[str, Limit]] = {
    limit.code: limit
    for limit in (
        Limit("sign-in-name", 20, _HOUR, "name with address", _SIGN_IN),
        Limit("sign-in-address", 300, _HOUR, "address", _SIGN_IN),
        Limit("second-factor", 10, timedelta(minutes=15), "account with address", _SIGN_IN),
        Limit("ask-browser", 10, _HOUR, "browser with address", _ASK),
        Limit("ask-address", 60, _HOUR, "address", _ASK),
        Limit(
            "link-refused",
            30,
            timedelta(minutes=10),
            "address",
            _("Links that open nothing were tried too often from here. A link that is right still opens."),
        ),
        Limit(
            "link-written",
            60,
            _HOUR,
            "link, or account",
            _("Much was sent in a short time. What arrived is kept; go on a little later."),
        ),
        Limit(
            "upload",
            120,
            _HOUR,
            "account or link",
            _("Many files were sent in a short time. What arrived is kept; go on a little later."),
        ),
        Limit(
            "search",
            600,
            _MINUTE,
            "account, or address",
            _("Many searches came from here in a short time. Wait a moment and search again."),
        ),
        Limit("api-read", 600, _MINUTE, "address", _READ),
        Limit("calendar-feed", 60, _HOUR, "feed", _READ),
    )
}
"""Five wrong passwords of one name from one address pause it besides, by django-axes: what is right there counts for nothing here."""
