"""What changes accounts, the once-only marks of forms, and the record of who read what."""

from seoulution.apps.accounts.services.people import (
    change_role,
    choose_language,
    choose_password,
    ensure_person,
    issue_one_time_password,
)
from seoulution.apps.accounts.services.submissions import (
    claim_submission,
    forget_old_submissions,
    forget_submission,
    settle_submission,
)

__all__ = [
    "change_role",
    "choose_language",
    "choose_password",
    "claim_submission",
    "ensure_person",
    "forget_old_submissions",
    "forget_submission",
    "issue_one_time_password",
    "settle_submission",
]
