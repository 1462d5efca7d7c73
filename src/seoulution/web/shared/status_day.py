"""The day a status of sharing is asked for: from the address, with the days one can step to."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from seoulution.engine.provenance import AS_OF_PROGRAMME
from seoulution.web.shared.component_values import Link

FIRST: Final = date(2005, 1, 1)
"""The slider begins in the year of the earliest beginning that the documents give."""


@dataclass(frozen=True, slots=True)
class DayAsked:
    """on : the day shown, never later than today; wrong : what was written where it is no day"""

    on: date
    today: date
    query: str
    wrong: str = ""

    @property
    def is_today(self) -> bool:
        return self.on >= self.today

    @property
    def months(self) -> int:
        """Months from the slider's beginning to today."""
        return _months(self.today)

    @property
    def month(self) -> int:
        """Where the slider stands; before its beginning it stands at the beginning."""
        return max(0, _months(self.on))

    @property
    def first_year(self) -> int:
        return FIRST.year

    @property
    def is_end_of_year(self) -> bool:
        return (self.on.month, self.on.day) == (12, 31)

    def in_words(self) -> str:
        return str(date_format(self.on, "DATE_FORMAT"))

    def quick(self) -> list[Link]:
        """The documents' day and today."""
        documents = Link(_("The documents’ day"), self._at(AS_OF_PROGRAMME.isoformat()), self.on == AS_OF_PROGRAMME)
        return [documents, Link(_("Today"), self._at(""), self.is_today)]

    def years(self) -> list[Link]:
        """The end of each year that is over."""
        ends = [date(year, 12, 31) for year in range(FIRST.year, self.today.year)]
        return [Link(str(end.year), self._at(end.isoformat()), self.on == end) for end in ends]

    def _at(self, day: str) -> str:
        parts = [f"on={day}"] if day else []
        return "?" + "&".join([*parts, *([self.query] if self.query else [])])


def day_asked(request: HttpRequest, today: date) -> DayAsked:
    """`on` in the address as YYYY-MM-DD; nothing, or what is no day, is today, and so is any later day."""
    kept = request.GET.copy()
    for name in ("on", "page"):
        kept.pop(name, None)
    written = request.GET.get("on", "").strip()[:40]
    try:
        day = date.fromisoformat(written) if written else today
    except ValueError:
        return DayAsked(today, today, kept.urlencode(), wrong=written)
    return DayAsked(min(day, today), today, kept.urlencode())


def _months(day: date) -> int:
    return (day.year - FIRST.year) * 12 + day.month - 1
