"""Engagements of the open data interface as of a day."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Any, Final

from django.db.models import QuerySet

from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.past import standings_of
from seoulution.engine.engagements.standing import StandingOn
from seoulution.formats.geojson import Point

AT_ONCE: Final = 500


class EngagementsThen:
    """The engagements that had begun by a day; where each stood is worked out for the slice that is asked for."""

    def __init__(self, rows: QuerySet[Engagement], day: date, today: date) -> None:
        self.rows, self.day, self.today = rows, day, today

    def __len__(self) -> int:
        return self.rows.count()

    def __getitem__(self, asked: slice) -> list[dict[str, object]]:
        rows = list(self.rows[asked])
        stood = standings_of(rows, self.day, today=self.today)
        return [self._value(row, stood[row.pk]) for row in rows]

    def points(self) -> Iterator[Point]:
        """Those whose place is known, a few hundred at a time."""
        located = self.rows.filter(city__longitude__isnull=False, city__latitude__isnull=False)
        read = located.iterator(chunk_size=AT_ONCE)
        while rows := list(islice(read, AT_ONCE)):
            stood = standings_of(rows, self.day, today=self.today)
            yield from (self._point(row, stood[row.pk]) for row in rows)

    def _point(self, row: Engagement, stood: StandingOn) -> Point:
        value = self._value(row, stood)
        said = ("city", "country", "sector", "stage", "standing", "ending", "presence", "certainty")
        properties = {"name_ko": row.name_ko, "name_en": row.name_en, **{key: value[key] for key in said}}
        assert row.city.longitude is not None and row.city.latitude is not None
        return Point(row.code, row.city.longitude, row.city.latitude, {**properties, "on": self.day.isoformat()})

    def _value(self, row: Engagement, stood: StandingOn) -> dict[str, Any]:
        return {
            "code": row.code,
            "name": {"ko": row.name_ko, "en": row.name_en},
            "city": row.city.code,
            "country": row.city.country.code,
            "sector": row.sector,
            "stage": stood.stages[-1] if stood.stages else None,
            "stages": list(stood.stages),
            "standing": stood.standing,
            "ending": stood.ending,
            "presence": stood.presence,
            "certainty": stood.certainty,
            "on": self.day,
            "row": row.row,
        }
