"""A paper on file, a draft that it goes with, and an absence: what addresses of papers and signing may be about."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils import timezone

from seoulution.apps.accounts.models import User
from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.engagements.models import ApprovalCase, Engagement
from seoulution.apps.engagements.services.absences import record_absence
from seoulution.apps.engagements.services.approvals import Writing, draft
from seoulution.apps.engagements.services.papers import add_paper
from seoulution.engine.engagements.codes import CaseState, Rank
from seoulution.engine.engagements.facts import Approval
from seoulution.engine.vocabulary import Stage


def papers_of(officer: User, engagement: Engagement, person: Callable[..., User]) -> Mapping[str, Mapping[str, Any]]:
    """Each kind of object with what fills its addresses."""
    version = add_paper(engagement, title="Letter", name="letter.txt", data=b"A letter of the city.", by=officer)
    writing = Writing(Approval.OFFICIAL_TRAVEL, Stage.CONSULTING, "Trip", "Why", attached=(version,))
    case = draft(engagement, writing, by=officer)
    bureau = _of_a_bureau(person)
    day, stand_in = timezone.localdate(), person("officer", name="world-stand-in")
    absence = record_absence(officer, stand_in=stand_in, from_on=day, until_on=day, reason="leave", by=officer, today=day)
    return {
        "paper": {"pk": version.document_id},
        "paper_version": {"pk": version.document_id, "number": 1},
        "signing": {"pk": case.pk},
        "signing_attached": {"pk": case.pk, "version": version.pk},
        "signing_minutes": {"pk": bureau["own_signing"]["pk"], "name": "docx"},
        **bureau,
        "absence": {"pk": absence.pk},
    }


def _of_a_bureau(person: Callable[..., User]) -> dict[str, dict[str, Any]]:
    """A paper in signing of an engagement that belongs to the body of the test's owner."""
    body = PolicySolution.objects.select_related("owner").get(code="revenue-water").owner
    engagement = Engagement.objects.filter(withdrawn_on=None)[1]
    engagement.responsible = body
    engagement.save(update_fields=["responsible"])
    manager = person("manager", name="world-of-bureau")
    version = add_paper(engagement, title="Plan", name="plan.txt", data=b"A plan.", by=manager)
    case = draft(
        engagement, Writing(Approval.OFFICIAL_TRAVEL, Stage.CONSULTING, "Trip", "Why", attached=(version,)), by=manager
    )
    ApprovalCase.objects.filter(pk=case.pk).update(state=CaseState.SIGNING)
    case.signatures.create(round=1, order=1, rank=Rank.OFFICER, signatory=manager)
    return {
        "own_signing": {"pk": case.pk},
        "own_signing_attached": {"pk": case.pk, "version": version.pk},
        "own_signing_minutes": {"pk": case.pk, "name": "docx"},
    }
