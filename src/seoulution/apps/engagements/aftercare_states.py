"""Reading levels, readings and looks as the engine wants them, and the files in operation with the worst first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from seoulution.apps.engagements.models import AftercareCheck, Engagement, ServiceLevel, ServiceReading
from seoulution.engine.engagements.aftercare import Check, Level, LevelState, Reading, level_state, warnings
from seoulution.engine.engagements.codes import SpellOutcome
from seoulution.engine.findings import Finding, blocking
from seoulution.engine.vocabulary import Ending, Stage

COUNTING = Prefetch("readings", ServiceReading.objects.filter(struck_reason="").order_by("read_on"), to_attr="counting")


@dataclass(frozen=True, slots=True)
class Aftercare:
    """How one file stands after its handover; `names` says what each finding is about."""

    row: Engagement
    warnings: tuple[Finding, ...]
    levels: tuple[tuple[ServiceLevel, LevelState], ...]
    next_check: AftercareCheck | None

    @property
    def worst(self) -> tuple[int, int]:
        """The graver and the more warnings, the earlier in the list."""
        return (-len(blocking(self.warnings)), -len(self.warnings))


def level_of(row: ServiceLevel) -> Level:
    """The level with the readings that count; expects them fetched by `COUNTING`."""
    readings = tuple(Reading(each.read_on, each.value) for each in row.counting)  # type: ignore[attr-defined]
    return Level(row.measure, row.bound, row.higher_is_better, row.agreed_on, readings, row.ended_on)


def check_of(row: AftercareCheck) -> Check:
    return Check(f"check-{row.pk}", row.years, row.due_on, row.done_on, row.is_sound)


def looked_after(rows: QuerySet[Engagement]) -> QuerySet[Engagement]:
    """Those in operation, and those with a level or a look on record. A completed file is looked after as long as something is promised
    there: a level that holds, or a look still to come. What ended otherwise is no longer looked after."""
    running = Q(spells__stage=Stage.OPERATION.value, spells__outcome=SpellOutcome.RUNNING)
    cared_for = Q(service_levels__ended_on=None, service_levels__isnull=False) | Q(aftercare_checks__isnull=False)
    keys = Engagement.objects.filter(Q(stage=Stage.OPERATION.value) | running | cared_for).order_by().values("pk")
    levels = ServiceLevel.objects.filter(ended_on=None).values("engagement")
    looks = AftercareCheck.objects.filter(done_on=None).values("engagement")
    promised = Q(ending=Ending.COMPLETED.value) & (Q(pk__in=levels) | Q(pk__in=looks))
    return rows.filter(Q(ending="") | promised, pk__in=keys)


def with_aftercare(rows: QuerySet[Engagement]) -> QuerySet[Engagement]:
    """With what the states are read from: three queries for any number of files."""
    levels = Prefetch("service_levels", ServiceLevel.objects.filter(ended_on=None).prefetch_related(COUNTING))
    return rows.prefetch_related(levels, "aftercare_checks")


def aftercare_of(row: Engagement, today: date) -> Aftercare:
    """How the file stands today."""
    levels = list(row.service_levels.all())
    checks = list(row.aftercare_checks.all())
    judged = [(each, level_of(each)) for each in levels]
    found = warnings([level for _, level in judged], [check_of(each) for each in checks], today)
    ahead = next((each for each in checks if each.done_on is None), None)
    return Aftercare(row, found, tuple((each, level_state(level, today)) for each, level in judged), ahead)


def worst_first(rows: Iterable[Engagement], today: date) -> list[Aftercare]:
    """Every file with its state, the worst first."""
    return sorted((aftercare_of(row, today) for row in rows), key=lambda each: each.worst)
