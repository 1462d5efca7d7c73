"""Where a person begins after signing in."""

from django.shortcuts import redirect

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission


def landing(user: User) -> str:
    """The first desk that their role opens."""
    desks = (
        (Permission.SEE_OFFICE, "office:today"),
        (Permission.SEE_BUREAU_DESK, "bureaus:desk"),
        (Permission.SEE_PARTNER_PORTAL, "partner_portal:desk"),
        (Permission.SEE_TRANSLATIONS, "translators:overview"),
    )
    return next((redirect(name).url for permission, name in desks if user.may(permission)), redirect("public:home").url)
