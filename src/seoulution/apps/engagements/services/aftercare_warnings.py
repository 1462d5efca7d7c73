"""The daily look at operations: whoever answers for a file is told once of each early warning. Running it again tells nobody twice."""

from datetime import date
from typing import Final

from seoulution.apps.correspondence.services.notices import tell
from seoulution.apps.engagements.addresses import engagement_aftercare
from seoulution.apps.engagements.aftercare_states import aftercare_of, looked_after, with_aftercare
from seoulution.apps.engagements.models import Engagement
from seoulution.engine.findings import Finding

LEFT_TO_REMINDERS: Final = frozenset({"aftercare.check-overdue"})
"""Looks that are due or overdue are among the reminders already."""
AT_ONCE: Final = 200


def aftercare_warnings(day: date) -> int:
    """Tells the owners; how many notices were asked for. A reading that changes the picture is news of its own."""
    rows = with_aftercare(looked_after(Engagement.objects.filter(withdrawn_on=None).exclude(owner=None)))
    count = 0
    for row in rows.select_related("owner").defer("data").iterator(AT_ONCE):
        for finding in aftercare_of(row, day).warnings:
            if finding.code not in LEFT_TO_REMINDERS:
                _tell(row, finding)
                count += 1
    return count


def _tell(row: Engagement, finding: Finding) -> None:
    if row.owner is None:
        return
    since = finding.parameters.get("last") or finding.parameters["on"]
    tell(
        row.owner,
        kind="reminder",
        key=f"{finding.code}:{row.code}:{finding.subject}:{since}",
        about="engagement",
        about_code=row.code,
        path=engagement_aftercare(row.code),
        why="owner",
        **{
            **finding.parameters,
            "measure": finding.subject,
            "reminder": finding.code,
            "subject": row.name_en,
            "subject_ko": row.name_ko,
        },
    )
