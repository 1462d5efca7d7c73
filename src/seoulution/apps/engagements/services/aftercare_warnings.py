"""The daily look at operations: whoever answers for a file is told once of each early warning. Running it again tells nobody twice."""

from datetime import date
from typing import Final

from seoulution.apps.accounts.models import User
from seoulution.apps.correspondence.services.notices import tell
from seoulution.apps.engagements.addresses import engagement_aftercare
from seoulution.apps.engagements.aftercare_states import aftercare_of, looked_after, with_aftercare
from seoulution.apps.engagements.answering import answering_for
from seoulution.apps.engagements.models import Engagement
from seoulution.engine.findings import Finding

LEFT_TO_REMINDERS: Final = frozenset({"aftercare.check-overdue"})
"""Looks that are due or overdue are among the reminders already."""
AT_ONCE: Final = 200


def aftercare_warnings(day: date) -> int:
    """Tells who answers for each file; how many notices were asked for. A reading that changes the picture is news of its own."""
    rows = with_aftercare(looked_after(Engagement.objects.filter(withdrawn_on=None)))
    count = 0
    for row in rows.defer("data").iterator(AT_ONCE):
        found = [finding for finding in aftercare_of(row, day).warnings if finding.code not in LEFT_TO_REMINDERS]
        people = answering_for([row.pk]).get(row.pk, ()) if found else ()
        users = User.objects.in_bulk([user for user, _ in people])
        for finding in found:
            for user, why in people:
                _tell(users[user], why, row, finding)
                count += 1
    return count


def _tell(user: User, why: str, row: Engagement, finding: Finding) -> None:
    since = finding.parameters.get("last") or finding.parameters["on"]
    tell(
        user,
        kind="reminder",
        key=f"{finding.code}:{row.code}:{finding.subject}:{since}",
        about="engagement",
        about_code=row.code,
        path=engagement_aftercare(row.code),
        why=why,
        **{
            **finding.parameters,
            "measure": finding.subject,
            "reminder": finding.code,
            "subject": row.name_en,
            "subject_ko": row.name_ko,
        },
    )
