"""Sessions in the database, as Django's own; reading one, which every page does, is a standing question (`SESSION_ENGINE`)."""

from datetime import UTC, datetime
from typing import Any, Final

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.utils import timezone

from seoulution.apps.prepared import Prepared

_NOW: Final = datetime(1394, 11, 29, tzinfo=UTC)
_DATA: Final = Prepared(
    lambda key, now: Session.objects.filter(session_key=key, expire_date__gt=now).values_list("session_data"),
    key="no session has this key",
    now=_NOW,
)


class SessionStore(db.SessionStore):
    """What a signed-in browser carries from page to page."""

    def load(self) -> dict[str, Any]:
        """What the session holds; one that has run out or is unknown holds nothing, and loses its key."""
        found = _DATA(key=self.session_key, now=timezone.now())
        if not found:
            self._session_key = None
            return {}
        data: dict[str, Any] = self.decode(found[0][0])
        return data
