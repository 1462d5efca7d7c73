"""What every service of engagements asks first: that the person may, that a reason is there, that nobody saved before."""

from collections.abc import Sequence
from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied
from django.db import models

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.rights import required as required
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.demand.services import StaleEdit
from seoulution.apps.engagements.access import work_finding
from seoulution.apps.engagements.models import Engagement
from seoulution.engine.findings import Finding
from seoulution.formats.cleaning import clean_text

Row = TypeVar("Row", bound=models.Model)


class NotOwnFile(PermissionDenied):
    """The file is another's. Nothing was written; `finding` says whose it is to change."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding
        super().__init__(finding.code)


class ReasonMissing(ValueError):
    """Stages are entered and engagements, papers and promises closed with a reason. Nothing was written."""


class AlreadyOver(ValueError):
    """The engagement has ended, or the record is closed. Nothing was written."""


class NotAllowed(Exception):
    """Rules refuse it. Nothing was written; `findings` say everything that stands in the way, at once."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("Refused: " + ", ".join(finding.code for finding in self.findings))


def may_work(by: User, engagement: Engagement) -> None:
    """Only those whose file it is change it.

    raises PermissionDenied : the role only reads; NotOwnFile : it is another's file
    """
    required(by, Permission.WORK_ENGAGEMENTS)
    finding = work_finding(by, engagement)
    if finding is not None:
        raise NotOwnFile(finding)


def reasoned(reason: str) -> str:
    """The reason, cleaned.

    raises ReasonMissing : nothing is left of it
    """
    cleaned = clean_text(reason).strip()
    if not cleaned:
        raise ReasonMissing("a reason is missing")
    return cleaned


def current(row: Row, seen_revision: int) -> Row:
    """The row, locked, as the person saw it.

    raises StaleEdit : someone else saved first
    """
    model: Any = type(row)
    stored: Any = model.objects.select_for_update().get(pk=row.pk)
    if stored.revision != seen_revision:
        raise StaleEdit(stored)
    found: Row = stored
    return found


def open_engagement(engagement: Engagement, seen_revision: int) -> Engagement:
    """The engagement, locked, as the person saw it, and not ended.

    raises StaleEdit, AlreadyOver
    """
    stored = current(engagement, seen_revision)
    if stored.ending:
        raise AlreadyOver("the engagement has ended")
    return stored
