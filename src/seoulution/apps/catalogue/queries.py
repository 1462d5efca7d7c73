"""Reading the catalogue for lists: the few words a list shows of solutions, and claims with how they stand."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Final, NamedTuple

from django.db.models import Case, CharField, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.db.models.fields.json import KT

from seoulution.apps.catalogue.languages import SOURCE_LANGUAGES
from seoulution.apps.catalogue.models import Claim, PolicySolution, Translation
from seoulution.apps.prepared import A_DAY, Prepared, number_of
from seoulution.engine.catalogue.claims import ClaimState
from seoulution.engine.vocabulary import Language


class Line(NamedTuple):
    """A one-line result with its references to claims. `waits` : a claim of its solution waits for its owner's word."""

    text: str
    waits: bool


def results_as_written(solutions: Collection[int], language: Language, today: date) -> dict[int, Line]:
    """The one-line result of each solution, by primary key; `quoting.results_said` makes them readable.

    Asked after a page is cut, never as a column of the list: the database would unpack every solution's text to sort them.
    language : Korean or English, as records are written
    """
    waits = Exists(Claim.objects.filter(in_waiting(today), solution=OuterRef("pk")))
    asked = PolicySolution.objects.filter(pk__in=solutions).order_by()
    return {pk: Line(text, late) for pk, text, late in asked.values_list("pk", KT(f"data__result__{language.value}"), waits)}


def headlines(solutions: Collection[int], language: str) -> dict[int, dict[str, str]]:
    """Name and one-line result of each solution in a language beyond Korean and English, as far as translated, by primary key."""
    if language in set(SOURCE_LANGUAGES):
        return {}
    found: dict[int, dict[str, str]] = {}
    asked = Translation.objects.filter(solution__in=solutions, language=language, path__in=("name", "result"))
    for pk, path, text in asked.values_list("solution_id", "path", "text"):
        found.setdefault(pk, {})[path] = text
    return found


def speak_names(rows: Iterable[PolicySolution], language: str) -> None:
    """Gives each row in memory the name that readers of the language read; where none is on record the English stays."""
    held = list(rows)
    told = headlines([row.pk for row in held], language)
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


def in_waiting(today: date) -> Q:
    """Whether a claim is in one of the states `WAITING`: all others may be quoted without a word."""
    return Q(valid_until__lt=today) | Q(questioned_at__isnull=False) | Q(review_on__lte=today)


def waiting(today: date) -> int:
    """How many claims wait for their owners' word."""
    return int(_WAITING(today=today)[0][0])


_WAITING: Final = Prepared(lambda today: number_of(on_record().filter(in_waiting(today))), today=A_DAY)
