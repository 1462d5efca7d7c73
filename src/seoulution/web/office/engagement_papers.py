"""Papers and decisions of an engagement: what is on file, what the gates ahead still ask for, and every paper in signing."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.models import ApprovalCase, DocumentVersion, Engagement, EngagementDocument
from seoulution.apps.engagements.papers import papers_for, remarks_of
from seoulution.apps.engagements.queries import decisions_of_others, facts_of
from seoulution.apps.publishing.labels import label
from seoulution.engine.engagements.course import PLACE, STAGES, stages_of_plan
from seoulution.engine.engagements.decisions import overtaken
from seoulution.engine.engagements.facts import Approval, Document, EngagementFacts
from seoulution.engine.engagements.signing_table import ABROAD
from seoulution.engine.findings import Finding
from seoulution.engine.vocabulary import Stage
from seoulution.web.office.engagement_file import file_context, found
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.signing.block import rounds_of


@dataclass(frozen=True, slots=True)
class Asked:
    """One paper or decision that a gate ahead asks for and that is not there; `href` leads to where it is added."""

    words: str
    href: str
    is_decision: bool


@dataclass(frozen=True, slots=True)
class Held:
    """A paper with its versions, the latest first, each with the remarks of its inspection."""

    document: EngagementDocument
    versions: tuple[tuple[DocumentVersion, tuple[Finding, ...]], ...]


@needs(Permission.SEE_OFFICE)
def page(request: SignedInRequest, code: str) -> HttpResponse:
    """The tab."""
    return papers_page(request, found(request, code))


def papers_page(
    request: SignedInRequest, row: Engagement, *, status: int = 200, refused: tuple[Finding, ...] = ()
) -> HttpResponse:
    """The page, also after a refusal with its findings."""
    facts = facts_of(row, today=timezone.localdate())
    papers = papers_for(request.user, row).prefetch_related(
        Prefetch("versions", DocumentVersion.objects.select_related("uploaded_by").order_by("-number"))
    )
    held = [_held(document) for document in papers.select_related("added_by")]
    cases = list(row.approval_cases.select_related("drafted_by", "evidence"))
    later = _decided_again(cases)
    context: dict[str, Any] = {
        **file_context(request, row, "office:engagement_papers"),
        "asked": _asked_ahead(row, facts) if not row.ending else [],
        "held": [each for each in held if each.document.withdrawn_at is None],
        "withdrawn": [each for each in held if each.document.withdrawn_at is not None],
        "cases": [(case, rounds_of(case)[:1], later.get(case)) for case in cases],
        "refused": refused,
    }
    return render(request, "office/engagement_papers.html", context, status=status)


def _decided_again(cases: list[ApprovalCase]) -> dict[ApprovalCase, ApprovalCase]:
    """Each decision of another body that counts no more, with the one it took since."""
    records = decisions_of_others(cases)
    return {records[old]: records[newest] for old, newest in overtaken(records).items()}


def _held(document: EngagementDocument) -> Held:
    return Held(document, tuple((version, tuple(remarks_of(version))) for version in document.versions.all()))


def _asked_ahead(row: Engagement, facts: EngagementFacts) -> list[tuple[str, list[Asked]]]:
    """For each stage ahead with something missing: its papers and decisions, the next stage first."""
    ahead = [stage for stage in stages_of_plan(facts) if PLACE[stage] > PLACE[Stage(row.stage)]]
    asked = [(label(Stage, stage), [*_papers(row, stage, facts), *_decisions(row, stage, facts)]) for stage in ahead]
    return [(words, lines) for words, lines in asked if lines]


def _papers(row: Engagement, stage: Stage, facts: EngagementFacts) -> list[Asked]:
    missing = [document for document in STAGES[stage].documents if document not in facts.documents]
    return [Asked(label(Document, each), paper_href(row, each, stage), False) for each in missing]


def _decisions(row: Engagement, stage: Stage, facts: EngagementFacts) -> list[Asked]:
    missing = [each for each in STAGES[stage].approvals if each not in facts.approvals.get(stage, ())]
    return [Asked(label(Approval, each), decision_href(row, each, stage), True) for each in missing]


def paper_href(row: Engagement, document: Document, stage: Stage) -> str:
    """Where that very paper is put on file."""
    return _at("office:paper_add", row, document.value, stage)


def decision_href(row: Engagement, approval: Approval, stage: Stage) -> str:
    """Where that decision is drafted, or recorded when others take it."""
    return _at("office:decision_record" if approval in ABROAD else "office:paper_draft", row, approval.value, stage)


def _at(page: str, row: Engagement, kind: str, stage: Stage) -> str:
    return f"{reverse(page, args=[row.code])}?{urlencode({'kind': kind, 'stage': stage.value})}"
