"""The stages ahead: who may lawfully lead each step, on what basis, what must be ready first, and who helps."""

from django.utils.translation import gettext as _

from seoulution.apps.publishing.case import Case
from seoulution.apps.publishing.compose.paper import Paper, callout, joined, missing, paragraph
from seoulution.apps.publishing.finding_texts import sentence
from seoulution.apps.publishing.labels import label
from seoulution.engine.dossier.document import Block, BulletList, Quotation, Section, Span
from seoulution.engine.engagements.facts import Approval, Document
from seoulution.engine.engagements.legal_routes import DECISION_SUPPORT, Basis, LegalAlternative, LegalAnswer
from seoulution.engine.engagements.steps import PlannedStep
from seoulution.engine.vocabulary import Activity, MoneyFlow, Party, Stage


def section(case: Case, paper: Paper) -> Section:
    """One part per step, in the order of the flow."""
    intro = (callout(DECISION_SUPPORT, sentence(DECISION_SUPPORT)), *_dated(case))
    if not case.steps:
        return Section(
            "steps", _("The steps ahead"), (missing(_("No steps can be planned without a solution."), _("programme officer")),)
        )
    parts = tuple(_step(number, step, case, paper) for number, step in enumerate(case.steps, start=1))
    return Section("steps", _("The steps ahead, and who may lawfully take them"), intro, parts)


def _dated(case: Case) -> tuple[Block, ...]:
    """Once for all steps: the oldest day to which the rules asked are known, where that is long past."""
    found = [finding for step in case.steps for answer in step.answers for finding in answer.findings]
    old = sorted(
        (finding for finding in found if finding.code == "route.rule-dated"), key=lambda finding: finding.parameters["as_of"]
    )
    return tuple(callout(finding, sentence(finding)) for finding in old[:1])


_MOST_COURSES = 4


def _step(number: int, step: PlannedStep, case: Case, paper: Paper) -> Section:
    blocks: list[Block] = []
    if step.training_first:
        blocks.append(paragraph(Span(_("Training comes first: it was not held yet."), strong=True)))
    blocks.append(BulletList(tuple(_answer(answer, paper) for answer in step.answers)))
    for answer in step.refused:
        if answer.finding is not None:
            blocks.append(callout(answer.finding, sentence(answer.finding)))
        if answer.quotation:
            blocks.append(Quotation(answer.quotation, "ko"))
        if answer.alternatives:
            items = tuple((Span(_way(other, paper)),) for other in answer.alternatives)
            blocks += [paragraph(Span(_("Lawful alternatives, nearest first"), strong=True)), BulletList(items, ordered=True)]
    ahead = [
        *(label(Document, document) for document in step.documents),
        *(label(Approval, approval) for approval in step.approvals),
    ]
    if ahead:
        blocks.append(paragraph(Span(_("Documents and approvals ahead: "), strong=True), joined(ahead)))
    if step.stage is Stage.TRAINING and case.courses:
        courses: list[tuple[Span, ...]] = [
            (Span(paper.pick(course.name) + ": ", strong=True), *paper.cited(course.text))
            for course in case.courses[:_MOST_COURSES]
        ]
        blocks += [paragraph(Span(_("Courses on record in these sectors"), strong=True)), BulletList(tuple(courses))]
    title = f"{label(Stage, step.stage)}: {label(Activity, step.activity)} ({label(MoneyFlow, step.money_flow)})"
    return Section(f"step-{number}", title, tuple(blocks))


def _way(other: LegalAlternative, paper: Paper) -> str:
    """The rule's own words, or where the way was computed its three parts."""
    if other.text:
        return paper.by_language(dict(other.text))
    route = other.route
    return f"{label(Party, route.actor)} · {label(Activity, route.activity)} · {label(MoneyFlow, route.money_flow)}"


def _answer(answer: LegalAnswer, paper: Paper) -> tuple[Span, ...]:
    who = Span(label(Party, answer.route.actor) + " ", strong=True)
    basis = Span(label(Basis, answer.answer) + ". ")
    why = Span(paper.by_language(dict(answer.basis)) if answer.basis else "", cite=paper.cite(*answer.sources))
    decided = (Span(" " + _("Decided by: ") + paper.by_language(dict(answer.decided_by))),) if answer.decided_by else ()
    return (who, basis, why, *decided)
