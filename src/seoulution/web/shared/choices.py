"""Choices of forms and filters, worded when the form is shown."""

from django.utils.translation import gettext as _

from seoulution.apps.demand.models import RequestState
from seoulution.apps.publishing.labels import label
from seoulution.engine.vocabulary import Language, Sector

LANGUAGE_NAMES = {
    Language.KO: "한국어",
    Language.EN: "English",
    Language.VI: "Tiếng Việt",
    Language.ID: "Bahasa Indonesia",
    Language.ES: "Español",
    Language.FR: "Français",
    Language.PT: "Português",
    Language.RU: "Русский",
    Language.MN: "Монгол",
    Language.TH: "ไทย",
    Language.AR: "العربية",
}
"""Each language in its own words, as a reader looks for it."""


def sector_choices() -> list[tuple[str, str]]:
    return [(sector.value, label(Sector, sector)) for sector in Sector]


def language_choices() -> list[tuple[str, str]]:
    return [("", _("Find out from the text")), *((language.value, name) for language, name in LANGUAGE_NAMES.items())]


def state_words(state: str) -> str:
    """How far the office is with a request, in words."""
    words = {
        RequestState.NEW: _("New"),
        RequestState.IN_WORK: _("In work"),
        RequestState.ANSWERED: _("Answered"),
        RequestState.DECLINED: _("Declined"),
    }
    return words[RequestState(state)]


def state_choices() -> list[tuple[str, str]]:
    return [(state.value, state_words(state)) for state in RequestState]
