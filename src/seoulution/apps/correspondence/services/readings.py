"""Once a month the end of the record of readings is told to those who look through it, so that their mail keeps it too."""

from datetime import datetime, timedelta
from typing import Final

from seoulution.apps.accounts.kept_seals import newest_seal
from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import ROLES, Permission
from seoulution.apps.correspondence.services.notices import tell

PAGE: Final = "/office/access-records/review/"


def tell_of_readings(now: datetime) -> int:
    """Tells every reviewer once in each month that the last one can be looked through, with the newest row and its seal; how many."""
    newest = newest_seal(now)
    if newest is None:
        return 0
    before = now.date().replace(day=1) - timedelta(days=1)
    roles = [code for code, role in ROLES.items() if Permission.SEE_ACCESS_RECORDS in role.permissions]
    told = [
        tell(
            user,
            kind="readings-month",
            key=f"readings-month:{now:%Y-%m}",
            about="readings",
            about_code=f"{before:%Y-%m}",
            path=f"{PAGE}?month={before:%Y-%m}",
            why="reviewer",
            on=now.date(),
            row=newest.number,
            seal=newest.seal,
        )
        for user in User.objects.filter(role__in=roles, is_active=True)
    ]
    return len(told)
