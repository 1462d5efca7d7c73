"""Course and money of an engagement: its stages, the gate with the acts that meet it, the legal route, agreements and funding."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.models import Engagement, StageSpell
from seoulution.apps.engagements.queries import facts_of
from seoulution.apps.engagements.services.spells import is_of_documents
from seoulution.apps.financing.models import Fund
from seoulution.apps.publishing.labels import label
from seoulution.engine.engagements.codes import Agreed, FundingState, SpellOutcome
from seoulution.engine.engagements.course import gate_ahead
from seoulution.engine.engagements.facts import Approval, Document
from seoulution.engine.engagements.legal_routes import Basis, legal_answer
from seoulution.engine.engagements.signing_table import ABROAD
from seoulution.engine.findings import Finding, blocking
from seoulution.engine.vocabulary import Activity, Ending, MoneyFlow, Party, Stage
from seoulution.web.office.engagement_ahead import steps_ahead
from seoulution.web.office.engagement_file import file_context, found
from seoulution.web.office.engagement_forms import BasisForm, ConfirmForm, MoneyForm, fund_choices, stage_choices
from seoulution.web.office.engagement_gate import GateLine, gate_lines
from seoulution.web.office.engagement_money import money_of
from seoulution.web.office.engagement_papers import decision_href, paper_href
from seoulution.web.office.engagement_track import days, track
from seoulution.web.office.lists import sources_of
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.component_values import Link

HERE: Final = "office:engagement_course"
FORM_OF: Final[Mapping[str, str]] = {
    "need_confirmed": "need",
    "solution_chosen": "solution",
    "funding_named": "money",
    "lawful_route": "basis",
}
"""Checks that a form beside the line can meet."""
LINKS: Final[Mapping[str, tuple[str | Promise, str, str]]] = {
    "contact_recorded": (gettext_lazy("Record a contact"), "office:engagement_work", ""),
    "training_planned": (gettext_lazy("Attach the training programme"), "office:engagement_papers", ""),
    "document_held": (gettext_lazy("Attach the paper"), "office:engagement_papers", ""),
    "approval_given": (gettext_lazy("Ask for the decision"), "office:engagement_papers", ""),
    "sector_named": (gettext_lazy("Choose the sector"), "office:engagement_team", "#details"),
    "solution_linked": (gettext_lazy("Link a solution"), "office:engagement_team", "#solutions"),
    "something_to_deliver": (gettext_lazy("Link a solution that can be delivered"), "office:engagement_team", "#solutions"),
    "city_runs_it": (gettext_lazy("Say who will run it"), "office:engagement_team", "#details"),
    "earlier_stages_settled": (gettext_lazy("Finish a stage or leave one out"), HERE, "#stages"),
    "skips_reasoned": (gettext_lazy("See the stages"), HERE, "#stages"),
    "may_be_entered_again": (gettext_lazy("See the stages"), HERE, "#stages"),
    "training_first": (gettext_lazy("Enter the training, or leave it out with a reason"), HERE, "#stages"),
    "lawful_route": (gettext_lazy("See the lawful ways"), HERE, "#law"),
}
"""Where every other line is met."""


@needs(Permission.SEE_OFFICE)
def page(request: SignedInRequest, code: str) -> HttpResponse:
    """The page; `to` in the address asks for the gate of another stage."""
    return course_page(request, found(request, code))


def course_page(
    request: SignedInRequest,
    row: Engagement,
    *,
    status: int = 200,
    refused: Sequence[Finding] = (),
    theirs: Engagement | None = None,
    reason: str = "",
    bound: Mapping[str, forms.Form] | None = None,
) -> HttpResponse:
    """Also after a refusal: with everything that refused it, and what was typed."""
    today = timezone.localdate()
    facts = facts_of(row, today=today)
    to = asked_stage(request) or gate_ahead(facts)
    lines = gate_lines(to, facts) if to is not None else ()
    answer = legal_answer(Party(row.lead), Activity(row.activity), MoneyFlow(row.money_flow), facts.rules, today)
    sources = sources_of(row.data, codes=answer.sources)
    spells = list(row.spells.select_related("entered_by"))
    missing = {line.check for line in lines if line.tone != "good"}
    given = bound or {}
    file = file_context(request, row, HERE)
    may_act = file["may_not_work"] is None and not row.ending
    context: dict[str, Any] = {
        **file,
        "revision": theirs.revision if theirs is not None else row.revision,
        "may_act": may_act,
        "may_decide": file["may_not_work"] is None and request.user.may(Permission.DECIDE_GATES),
        "track": track(row, facts, spells),
        "spells": [(spell, days(spell), is_of_documents(spell)) for spell in spells],
        "running": [(code, label(Stage, code)) for code in _running(row, spells)],
        "to": to,
        "gate": [(line, FORM_OF.get(line.check, ""), act_of(line, row, to or Stage(row.stage))) for line in lines],
        "gate_met": sum(line.tone == "good" for line in lines),
        "open_gate": to is not None and not blocking(line.finding for line in lines if line.finding),
        "stages": stage_choices(),
        "may_be_left_out": [(stage.value, label(Stage, stage)) for stage in Stage if facts.programme.stages[stage].may_skip],
        "parties": [(party.value, label(Party, party)) for party in Party],
        "activities": [(activity.value, label(Activity, activity)) for activity in Activity],
        "flows": [(flow.value, label(MoneyFlow, flow)) for flow in MoneyFlow],
        "endings": [(ending.value, label(Ending, ending)) for ending in Ending],
        "funding_states": [(state.value, label(FundingState, state)) for state in FundingState],
        "answer": answer,
        "decidable": answer.answer is Basis.NEEDS_BASIS and answer.rule is not None and answer.rule not in facts.bases_decided,
        "take_route": may_act,
        "money": money_of(row, facts, today=today),
        "fundings": _fundings(row),
        "steps": steps_ahead(facts),
        "confirmations": row.confirmations.select_related("document", "recorded_by"),
        "decisions": row.basis_decisions.select_related("document", "recorded_by"),
        "missing": missing,
        "need_open": not facts.need_confirmed,
        "choice_open": not facts.solution_chosen,
        "forms": {
            "need": given.get("need") or ConfirmForm(row, auto_id="need_%s"),
            "solution": given.get("solution") or ConfirmForm(row, auto_id="solution_%s"),
            "basis": given.get("basis") or BasisForm(row, auto_id="basis_%s"),
            "money": given.get("money") or MoneyForm(initial={"stage": to or row.stage}, auto_id="money_%s"),
        },
        "opened": set(given),
        "need": Agreed.NEED.value,
        "choice": Agreed.SOLUTION.value,
        "refused": refused,
        "theirs": theirs,
        "reason": reason,
        "sources": sources,
        "answer_sources": [sources[code] for code in answer.sources if code in sources],
    }
    return render(request, "office/engagement_course.html", context, status=status)


def asked_stage(request: SignedInRequest) -> Stage | None:
    """The stage named in the form or the address."""
    wanted = request.POST.get("to") or request.GET.get("to", "")
    return Stage(wanted) if wanted in set(Stage) else None


def act_of(line: GateLine, row: Engagement, stage: Stage) -> Link | None:
    """Where a line that is not met can be met: a paper and a decision at the very form for it."""
    if line.finding is None or line.check not in LINKS:
        return None
    words, name, fragment = LINKS[line.check]
    match line.check:
        case "document_held":
            return Link(str(words), paper_href(row, Document(line.finding.subject), stage))
        case "training_planned":
            return Link(str(words), paper_href(row, Document.TRAINING_PROGRAMME, stage))
        case "approval_given":
            decision = Approval(line.finding.subject)
            return Link(
                _("Record a decision of others") if decision in ABROAD else str(words), decision_href(row, decision, stage)
            )
    return Link(str(words), fragment if name == HERE else reverse(name, args=[row.code]) + fragment)


def _running(row: Engagement, spells: Sequence[StageSpell]) -> list[str]:
    """Stages that can be finished or broken off: those with a running spell, and the one the documents leave it in."""
    running = [spell.stage for spell in spells if spell.outcome == SpellOutcome.RUNNING]
    counting = [spell for spell in spells if spell.outcome not in (SpellOutcome.LEFT_OUT, SpellOutcome.STRUCK)]
    return running or ([row.stage] if row.is_told and not counting and not row.ending else [])


def _fundings(row: Engagement) -> list[tuple[Any, str, str]]:
    """Each record with the words for whose money it is, and the fund's code where it has a page."""
    words = dict(fund_choices())
    pages = set(Fund.objects.values_list("code", flat=True))
    return [
        (each, words.get(each.fund, each.fund), each.fund if each.fund in pages else "")
        for each in row.fundings.select_related("recorded_by")
    ]
