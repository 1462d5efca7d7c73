"""Reading papers on file: which ones exist for a person, what leaves of them, and what the inspection had to say."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import QuerySet

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.demand import attachments
from seoulution.apps.engagements.access import is_of, work_finding
from seoulution.apps.engagements.models import DocumentVersion, Engagement, EngagementDocument
from seoulution.engine.findings import Finding, Severity
from seoulution.formats.images import strip_metadata
from seoulution.formats.uploads import CONTENT_TYPES, UploadKind

_KINDS = {content_type: kind for kind, content_type in CONTENT_TYPES.items()}


def papers_for(user: User, engagement: Engagement) -> QuerySet[EngagementDocument]:
    """The papers of a file that the person sees: sensitive ones only its own people, those who work on it, and who sees all."""
    rows = EngagementDocument.objects.filter(engagement=engagement)
    if user.may(Permission.SEE_SENSITIVE) or is_of(user, engagement) or work_finding(user, engagement) is None:
        return rows
    return rows.filter(is_sensitive=False)


def kind_of(version: DocumentVersion) -> UploadKind:
    """What the file is, as its content was judged when it came."""
    return _KINDS[version.content_type]


def passed_on(version: DocumentVersion) -> bytes:
    """The bytes as they leave: of a picture without place, camera and time; the file as it came stays on record.

    raises FileNotFoundError : someone removed the file from the disk
    """
    data = attachments.read(version.stored_name)
    return strip_metadata(data) if kind_of(version) in (UploadKind.PNG, UploadKind.JPG) else data


def kept(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Remarks as they are stored with a version."""
    return [
        {"code": each.code, "severity": each.severity.value, "subject": each.subject, "parameters": dict(each.parameters)}
        for each in findings
    ]


def remarks_of(version: DocumentVersion) -> Sequence[Finding]:
    """The stored remarks as findings."""
    return [Finding(each["code"], Severity(each["severity"]), each["subject"], each["parameters"]) for each in version.remarks]
