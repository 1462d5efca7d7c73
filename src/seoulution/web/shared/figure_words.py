"""Units, boundaries and confidence in words."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from seoulution.engine.vocabulary import Boundary, Confidence
from seoulution.drawing.numbers import KOREAN_CURRENCIES

KOREAN_UNITS: Final = {
    "people": "명",
    "persons": "명",
    "households": "가구",
    "km2": "㎢",
    "m2": "㎡",
    "m3": "㎥",
    "m3/day": "㎥/일",
    "litres/person/day": "L/인·일",
    "lpcd": "L/인·일",
    "km": "km",
    "km/h": "km/h",
    "ideas": "건",
    "calls": "건",
    "calls/day": "건/일",
    "calls/month": "건/월",
    "visitors": "명",
    "visitors/month": "명/월",
    "page views": "회",
    "page views/month": "회/월",
    "per 100 people": "/100명",
    "points of 100": "점(100점 만점)",
    "cases": "건",
    "items": "건",
    "cities": "개 도시",
    "countries": "개국",
    "courses": "개 과정",
    "years": "년",
    "months": "개월",
    "days": "일",
    "hours": "시간",
    "minutes": "분",
    "lines": "개 노선",
    "stations": "개 역",
    "buses": "대",
    "vehicles": "대",
    "units": "호",
    "tonnes": "톤",
    "tonnes/day": "톤/일",
    "people/km2": "명/㎢",
}
LATIN_UNITS: Final = {
    "km2": "km²",
    "m2": "m²",
    "m3": "m³",
    "m3/day": "m³/day",
    "lpcd": "L/person/day",
    "litres/person/day": "L/person/day",
    "people/km2": "people/km²",
    "persons": "people",
}
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
    """The unit as the reader writes it; a code without words is shown as it is."""
    if code in WITHOUT_WORDS:
        return ""
    if language.startswith("ko"):
        return KOREAN_UNITS.get(code, code)
    return LATIN_UNITS.get(code, code.replace("_", " "))


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
