"""A paper on file, a draft that it goes with, and an absence: what addresses of papers and signing may be about."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils import timezone

from seoulution.apps.accounts.models import User
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.services.absences import record_absence
from seoulution.apps.engagements.services.approvals import Writing, draft
from seoulution.apps.engagements.services.papers import add_paper
from seoulution.engine.engagements.facts import Approval
from seoulution.engine.vocabulary import Stage


def papers_of(officer: User, engagement: Engagement, person: Callable[..., User]) -> Mapping[str, Mapping[str, Any]]:
    """Each kind of object with what fills its addresses."""
    version = add_paper(engagement, title="Letter", name="letter.txt", data=b"A letter of the city.", by=officer)
    writing = Writing(Approval.OFFICIAL_TRAVEL, Stage.CONSULTING, "Trip", "Why", attached=(version,))
    case = draft(engagement, writing, by=officer)
    day, stand_in = timezone.localdate(), person("officer", name="world-stand-in")
    absence = record_absence(officer, stand_in=stand_in, from_on=day, until_on=day, reason="leave", by=officer, today=day)
    return {
        "paper": {"pk": version.document_id},
        "paper_version": {"pk": version.document_id, "number": 1},
        "signing": {"pk": case.pk},
        "signing_attached": {"pk": case.pk, "version": version.pk},
        "signing_minutes": {"pk": case.pk, "name": "docx"},
        "absence": {"pk": absence.pk},
    }
