"""Where a request stands, in plain words: what happens next, whose turn it is, and what is wanted from the city."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from seoulution.apps.cities.models import Indicator
from seoulution.apps.demand.models import Message, Need, RequestState, SharingRequest
from seoulution.engine.cities.profile import CityProfile
from seoulution.web.shared.tags.records import indicator_name

MOST_FIGURES: Final = 6
"""A city that is asked for forty figures sends none; the last ones on the list are those of its own sectors."""


@dataclass(frozen=True, slots=True)
class Standing:
    """`state` and `next_step` are sentences; `city_is_next` says who has the ball; `wanted` is asked of the city."""

    state: str
    next_step: str
    city_is_next: bool
    wanted: tuple[str, ...]


def standing(row: SharingRequest, needs: Sequence[Need], messages: Sequence[Message], profile: CityProfile | None) -> Standing:
    """The file's first lines. An unanswered word from the office always makes it the city's turn."""
    state, step, city_is_next = _by_state(RequestState(row.state))
    if messages and not messages[-1].from_city and row.state != RequestState.DECLINED:
        step, city_is_next = _("The office has written to you. Please answer below."), True
    return Standing(state, step, city_is_next, tuple(_wanted(row, needs, profile)))


def _by_state(state: RequestState) -> tuple[str, str, bool]:
    words = {
        RequestState.NEW: (
            _("Your request has arrived."),
            _("The office reads it and looks for solutions of Seoul that fit."),
            False,
        ),
        RequestState.IN_WORK: (
            _("The office is working on your request."),
            _("The office prepares its answer and may ask you for more."),
            False,
        ),
        RequestState.ANSWERED: (
            _("The office has answered."),
            _("Please read the answer below and tell us what fits and what does not."),
            True,
        ),
        RequestState.DECLINED: (
            _("The office cannot take this request further."),
            _("You can still write to the office below, or ask again."),
            False,
        ),
    }
    return words[state]


def _wanted(row: SharingRequest, needs: Sequence[Need], profile: CityProfile | None) -> list[str]:
    if row.state == RequestState.DECLINED:
        return []
    wanted = []
    if needs:
        wanted.append(_("Please look below whether we understood your needs rightly."))
    else:
        wanted.append(
            _("We found no need in your text by ourselves. Please say in a sentence or two what should change in your city.")
        )
    if row.city is None:
        wanted.append(
            _(
                "Your place is not on our records yet. Please tell us its country, how many people live there, and in which year they were counted."
            )
        )
    elif profile is not None and profile.missing:
        names = ", ".join(_indicator_names(profile.missing[-MOST_FIGURES:]))
        wanted.append(_("If you can, give us these figures with year and source: %(names)s") % {"names": names})
    return wanted


def _indicator_names(codes: Sequence[str]) -> list[str]:
    names = {row.code: indicator_name(row) for row in Indicator.objects.filter(code__in=codes).defer("data")}
    return [names[code] for code in codes if code in names]
