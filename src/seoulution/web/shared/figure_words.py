"""Units, boundaries and confidence in words."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, override, pgettext_lazy
from django.utils.translation import gettext as _

from seoulution.apps.publishing.units import unit_words
from seoulution.drawing.numbers import KOREAN_CURRENCIES
from seoulution.engine.vocabulary import Boundary, Confidence

CURRENCIES: Final = frozenset(KOREAN_CURRENCIES)
WITHOUT_WORDS: Final = frozenset({"share", "year", "text", "str", ""}) | CURRENCIES

BOUNDARIES: Final[dict[Boundary, str | Promise]] = {
    Boundary.CITY: gettext_lazy("City proper"),
    Boundary.AGGLOMERATION: gettext_lazy("Urban agglomeration"),
    Boundary.METRO: gettext_lazy("Metropolitan area"),
    Boundary.PREFECTURE: gettext_lazy("Prefecture or province"),
    Boundary.UTILITY: gettext_lazy("Service area of the utility"),
    Boundary.SITE: gettext_lazy("Project site"),
    Boundary.COUNTRY: gettext_lazy("Whole country"),
    Boundary.WORLD: gettext_lazy("World"),
    Boundary.PROGRAMME: gettext_lazy("The programme"),
}
CONFIDENCE: Final[dict[Confidence, str | Promise]] = {
    Confidence.PRIMARY: gettext_lazy("Primary source"),
    Confidence.SECONDARY: gettext_lazy("Secondary source"),
    Confidence.UNVERIFIED: gettext_lazy("Not verified"),
    Confidence.DERIVED: gettext_lazy("Computed from sourced figures"),
    Confidence.JUDGEMENT: gettext_lazy("Judgement of the programme"),
}
MARKS: Final[dict[Confidence, str | Promise]] = {
    Confidence.UNVERIFIED: gettext_lazy("Not verified"),
    Confidence.DERIVED: pgettext_lazy("figure", "Computed"),
    Confidence.JUDGEMENT: pgettext_lazy("figure", "Judgement"),
}


def unit(code: str, language: str) -> str:
    """The unit as the reader writes it; nothing where the value says it itself."""
    if code in WITHOUT_WORDS:
        return ""
    if language == get_language():
        return unit_words(code)
    with override(language):
        return unit_words(code)


def boundary(code: Boundary) -> str:
    """The area a figure is about."""
    return str(BOUNDARIES[code])


def confidence(code: Confidence) -> str:
    """How the figure is known."""
    return str(CONFIDENCE[code])


def mark(code: Confidence) -> str:
    """A word beside the figure when it is not simply read from a source."""
    return str(MARKS.get(code, ""))


def not_known() -> str:
    """What stands where a figure is missing."""
    return _("Not known")
