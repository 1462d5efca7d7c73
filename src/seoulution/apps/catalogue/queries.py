"""Reading the catalogue for lists: the few words a list shows of solutions, and claims with how they stand."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from django.db.models import Case, CharField, F, Q, QuerySet, Value, When

from seoulution.apps.catalogue.languages import SOURCE_LANGUAGES
from seoulution.apps.catalogue.models import Claim, PolicySolution, Translation
from seoulution.engine.catalogue.claims import ClaimState
from seoulution.reference.schema.base import Words


def results_as_written(rows: Iterable[PolicySolution]) -> dict[int, Words]:
    """The one-line result of each solution with its references to claims, by primary key; `quoting.results_said` makes them readable.

    Asked after a page is cut, never as a column of the list: the database would unpack every solution's text to sort them.
    """
    asked = PolicySolution.objects.filter(pk__in=[row.pk for row in rows]).order_by()
    return {pk: Words(ko=result["ko"], en=result["en"]) for pk, result in asked.values_list("pk", "data__result")}


def headlines(rows: Iterable[PolicySolution], language: str) -> dict[int, dict[str, str]]:
    """Name and one-line result of each solution in a language beyond Korean and English, as far as translated, by primary key."""
    if language in set(SOURCE_LANGUAGES):
        return {}
    found: dict[int, dict[str, str]] = {}
    asked = Translation.objects.filter(solution__in=[row.pk for row in rows], language=language, path__in=("name", "result"))
    for pk, path, text in asked.values_list("solution_id", "path", "text"):
        found.setdefault(pk, {})[path] = text
    return found


def speak_names(rows: Iterable[PolicySolution], language: str) -> None:
    """Gives each row in memory the name that readers of the language read; where none is on record the English stays."""
    held = list(rows)
    told = headlines(held, language)
    for row in held:
        row.spoken_name = told.get(row.pk, {}).get("name", "")


WAITING: Final = (ClaimState.EXPIRED, ClaimState.QUESTIONED, ClaimState.DUE)
"""States in which a claim waits for its owner's word."""


def with_state(rows: QuerySet[Claim], today: date) -> QuerySet[Claim]:
    """Claims with `state` as the engine's `claim_state` has it, so that lists can be narrowed and counted by it."""
    state = Case(
        When(valid_until__lt=today, then=Value(ClaimState.EXPIRED.value)),
        When(questioned_at__isnull=False, then=Value(ClaimState.QUESTIONED.value)),
        When(review_on__lte=today, then=Value(ClaimState.DUE.value)),
        When(confirmed_on=None, then=Value(ClaimState.UNCONFIRMED.value)),
        default=Value(ClaimState.CURRENT.value),
        output_field=CharField(),
    )
    return rows.annotate(state=state)


def worst_first(rows: QuerySet[Claim]) -> QuerySet[Claim]:
    """What waits for its owner before what does not; `rows` carry their state."""
    order = (*WAITING, ClaimState.UNCONFIRMED, ClaimState.CURRENT)
    place = Case(*(When(state=state.value, then=Value(number)) for number, state in enumerate(order)))
    return rows.annotate(place=place).order_by("place", F("year").asc(nulls_first=True), "solution", "code")


def on_record() -> QuerySet[Claim]:
    """Claims of every solution that was not withdrawn."""
    return Claim.objects.filter(solution__withdrawn_on=None)


def waiting(today: date) -> int:
    """How many claims wait for their owners' word."""
    gone_by = Q(valid_until__lt=today) | Q(questioned_at__isnull=False) | Q(review_on__lte=today)
    return on_record().filter(gone_by).count()
