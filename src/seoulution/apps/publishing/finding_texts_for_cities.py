"""What a city reads when something that it sends is not taken or asked back about: these sentences stand in all its languages."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TEXTS: Final[Mapping[str, Promise]] = {
    "sharing.not-yours-to-say": _("This cannot be sent from here. Write an answer instead."),
    "sharing.nothing-said": _("The text is missing. Nothing was sent."),
    "sharing.too-long": _("The text is too long: at most %(most)s characters."),
    "sharing.figure-no-number": _("The figure is not a number. Write digits only, with a point before decimals."),
    "sharing.figure-no-year": _("The year of the figure is missing. Write four digits."),
    "sharing.figure-no-source": _("It is not said who published the figure. Name the source."),
    "sharing.figure-scale": _(
        "The unit counts in %(many)s: %(typed)s would be %(whole)s in all. Write %(meant)s if you mean %(typed)s; or say that it is right."
    ),
}
