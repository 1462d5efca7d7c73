"""Asks the translation machine, for one text or for all missing ones of a solution; what it answers is kept as a machine's draft."""

import time
from contextlib import suppress
from typing import Final

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from seoulution.apps.accounts.models import User
from seoulution.apps.catalogue.import_reports import RowReport, as_json
from seoulution.apps.catalogue.languages import TranslationState, fields_of
from seoulution.apps.catalogue.models import DraftingRun, PolicySolution, Translation
from seoulution.apps.catalogue.models.imports import ImportOutcome
from seoulution.apps.catalogue.models.translations import TranslationOrigin
from seoulution.apps.catalogue.refusals import Refused, StaleText
from seoulution.apps.catalogue.services.translations import keep_machine_draft
from seoulution.apps.catalogue.translation_exports import terms_for
from seoulution.apps.catalogue.translators import right_finding
from seoulution.engine.findings import Finding
from seoulution.engine.vocabulary import Language
from seoulution.language.machine_requests import MachineRefused
from seoulution.language.machine_translation import Machine, MachineSettings, draft, machine_of

MOST_FIELDS: Final = 100
"""In one run; a second run takes the rest."""
AWAY: Final = frozenset({"machine.not-reached", "machine.slow", "machine.status", "machine.moved"})
FAILURES_THAT_END: Final = 3
"""In a row, of a machine that is away: it is not asked a hundred times."""
SECONDS_A_STEP: Final = 6.0


def machine() -> Machine | None:
    """The machine of this installation; None where none is set up."""
    chosen: MachineSettings | None = settings.TRANSLATOR
    return machine_of(chosen) if chosen else None


def draft_field(solution: PolicySolution, *, path: str, language: Language, by: User) -> Translation:
    """One text, drafted and kept as a machine's. The machine is asked outside of any transaction.

    raises Refused : no machine, no right, a person's text stands there, or the machine's answer is of no use
    """
    asked = _asked(by, language)
    field = next((one for one in fields_of(solution, language) if one.path == path), None)
    if field is None:
        raise Refused((Finding("translation.unknown-field", subject=path, parameters={"path": path}),))
    if field.row is not None and field.row.origin == TranslationOrigin.HUMAN:
        raise Refused((Finding("translation.person-wrote-it", subject=path),))
    try:
        text = draft(asked, field.source, Language.EN, language, terms_for(field.source, language))
    except MachineRefused as refused:
        raise Refused((refused.finding,)) from refused
    source, engine = field.source, asked.engine
    return keep_machine_draft(solution, path=path, language=language, text=text, seen_source=source, engine=engine, by=by)


@transaction.atomic
def begin_drafting(solution: PolicySolution, *, language: Language, by: User) -> DraftingRun:
    """A run over the missing texts, at most a hundred; nothing is asked yet.

    raises Refused : no machine, no right, or nothing is missing
    """
    asked = _asked(by, language)
    missing = [field.path for field in fields_of(solution, language) if field.state is TranslationState.MISSING]
    if not missing:
        raise Refused((Finding("machine.nothing-missing"),))
    todo = missing[:MOST_FIELDS]
    run = {"solution": solution, "language": language.value, "engine": asked.engine, "todo": todo, "total": len(todo)}
    return DraftingRun.objects.create(**run, by=by)


def draft_more(run: DraftingRun, *, by: User, seconds: float = SECONDS_A_STEP) -> DraftingRun:
    """Goes on with a run for some seconds. Every text is taken off the list before the machine is asked, so that two windows share the work.

    raises Refused : no machine, or no right
    """
    _asked(by, Language(run.language))
    until = time.monotonic() + seconds
    while (path := _next(run)) is not None:
        try:
            draft_field(run.solution, path=path, language=Language(run.language), by=by)
        except Refused as refused:
            _settle(run, path, refused.findings)
        except StaleText:
            _settle(run, path, (Finding("translation.person-wrote-it", subject=path),))
        else:
            _settle(run, path, ())
        if time.monotonic() > until:
            break
    return _current(run)


def advance_open_runs(*, seconds: float) -> int:
    """Goes on with every open run in the name of who began it; returns how many were looked at. Whoever lost the right, or the machine, stops theirs."""
    open_runs = DraftingRun.objects.filter(ended_at=None).exclude(by=None).select_related("solution", "by")
    looked_at = 0
    for run in open_runs:
        if run.by is None:
            continue
        with suppress(Refused):
            draft_more(run, by=run.by, seconds=seconds)
        looked_at += 1
    return looked_at


def _asked(by: User, language: Language) -> Machine:
    if not_theirs := right_finding(by, language):
        raise Refused((not_theirs,))
    found = machine()
    if found is None:
        raise Refused((Finding("machine.not-set-up"),))
    return found


def _current(run: DraftingRun) -> DraftingRun:
    return DraftingRun.objects.select_related("solution", "by").get(pk=run.pk)


@transaction.atomic
def _next(run: DraftingRun) -> str | None:
    row = DraftingRun.objects.select_for_update().get(pk=run.pk)
    if row.ended_at is not None:
        return None
    path = row.todo.pop(0) if row.todo and row.failures_in_a_row < FAILURES_THAT_END else None
    if path is None:
        row.ended_at = timezone.now()
    row.save()
    return path


@transaction.atomic
def _settle(run: DraftingRun, path: str, findings: tuple[Finding, ...]) -> None:
    row = DraftingRun.objects.select_for_update().get(pk=run.pk)
    if findings:
        row.errors = [*row.errors, *as_json([RowReport(ImportOutcome.BROKEN, {"unit": path}, findings)])]
        row.failures_in_a_row = row.failures_in_a_row + 1 if any(found.code in AWAY for found in findings) else 0
    else:
        row.done += 1
        row.failures_in_a_row = 0
    if not row.todo or row.failures_in_a_row >= FAILURES_THAT_END:
        row.ended_at = timezone.now()
    row.save()
