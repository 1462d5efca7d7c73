"""Engagements of the open data interface as of a day."""

from datetime import date

from django.db.models import QuerySet

from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.past import standings_of
from seoulution.engine.engagements.standing import StandingOn


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

    def _value(self, row: Engagement, stood: StandingOn) -> dict[str, object]:
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
