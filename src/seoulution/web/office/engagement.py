"""One engagement: where it stands, what the next gate asks, the legal route, the money, the partners, its promises and history."""

from typing import Any

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.cities.queries import sourced
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.queries import facts_of, partners
from seoulution.apps.network.models import Agency, Correction, Firm
from seoulution.apps.publishing.labels import label
from seoulution.engine.engagements.facts import EngagementFacts
from seoulution.engine.engagements.legal_routes import legal_answer
from seoulution.engine.engagements.steps import plan_steps
from seoulution.engine.findings import Finding, blocking
from seoulution.engine.vocabulary import Activity, Ending, MoneyFlow, Party, Stage
from seoulution.reference.schema import programme
from seoulution.web.office.engagement_file import file_context, found
from seoulution.web.office.engagement_gate import gate_lines, next_stage, track
from seoulution.web.office.engagement_money import money_of
from seoulution.web.office.history import events_of
from seoulution.web.office.lists import sources_of
from seoulution.web.office.promises import with_states
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.tags.records import named

SHOWN_PARTNERS = 4
SHOWN_IN_HISTORY = ("stage", "standing", "ending", "ending_reason", "lead", "data", "withdrawn_on")


@needs(Permission.SEE_OFFICE)
def page(request: SignedInRequest, code: str) -> HttpResponse:
    """Everything of one engagement; `to` in the address asks for the gate of another stage."""
    return engagement_page(request, found(request, code))


def engagement_page(
    request: SignedInRequest,
    row: Engagement,
    *,
    status: int = 200,
    refused: tuple[Finding, ...] = (),
    theirs: Engagement | None = None,
    reason: str = "",
) -> HttpResponse:
    """The page, also after a refusal: with what refused it, and the reason that was written."""
    record: programme.Engagement | None = row.told
    today = timezone.localdate()
    facts = facts_of(row, today=today)
    to = _asked(request) or next_stage(row, facts)
    lines = gate_lines(to, facts) if to is not None else ()
    answer = legal_answer(Party(row.lead), Activity(row.activity), MoneyFlow(row.money_flow), facts.rules, today)
    sources = sources_of(row.data, codes=answer.sources)
    promises = row.promises.select_related("responsible", "owner")
    context: dict[str, Any] = {
        **file_context(request, row, "office:engagement"),
        "amount": sourced(record.amount) if record and record.amount else None,
        "solutions": row.solutions.all(),
        "track": track(row, facts),
        "to": to,
        "gate": lines,
        "gate_met": sum(line.tone == "good" for line in lines),
        "open_gate": to is not None and not blocking(line.finding for line in lines if line.finding),
        "stages": [(stage.value, label(Stage, stage)) for stage in Stage],
        "endings": [(ending.value, label(Ending, ending)) for ending in Ending],
        "answer": answer,
        "money": money_of(row, facts, today=today),
        "steps": _steps(facts),
        "participants": _participants(record) if record else [],
        "promises": with_states(promises, today),
        "corrections": Correction.objects.filter(code__in=[f"correction-{number}" for number in record.corrections])
        if record
        else [],
        "history": _history(request, row),
        "refused": refused,
        "theirs": theirs,
        "reason": reason,
        "sources": sources,
        "answer_sources": [sources[code] for code in answer.sources if code in sources],
    }
    return render(request, "office/engagement.html", context, status=status)


def _asked(request: SignedInRequest) -> Stage | None:
    wanted = request.POST.get("to") or request.GET.get("to", "")
    return Stage(wanted) if wanted in set(Stage) else None


def _steps(facts: EngagementFacts) -> list[tuple[Any, list[Any], list[Any], int]]:
    """The steps of the stages ahead, with a few bodies and firms that help in each and how many more there are."""
    planned = plan_steps(facts, partners=partners())
    agencies = {row.code: row for row in Agency.objects.defer("data")}
    firms = {row.code: row for row in Firm.objects.defer("data")}
    return [
        (
            step,
            [agencies[code] for code in step.agencies[:SHOWN_PARTNERS]],
            [firms[code] for code in step.firms[:SHOWN_PARTNERS]],
            len(step.agencies[SHOWN_PARTNERS:]) + len(step.firms[SHOWN_PARTNERS:]),
        )
        for step in planned
    ]


def _participants(record: programme.Engagement) -> list[tuple[programme.Participant, str]]:
    """Each participant with its record's page where it has one."""
    return [(each, each.agency or "") for each in record.participants]


def _history(request: SignedInRequest, row: Engagement) -> Any:
    if not request.user.may(Permission.SEE_HISTORY):
        return None
    own = events_of("engagements.EngagementEvent", Q(pgh_obj=row), SHOWN_IN_HISTORY, named(row))
    own += events_of("engagements.PromiseEvent", Q(engagement=row), ("kept_on", "closed_reason", "due_on"), _("Promise"))
    return sorted(own, key=lambda event: event.when, reverse=True)
