"""The table of roles, printed from the code that decides, with the rules that no table shows in words."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from seoulution.apps.accounts.role_words import FILE_RULES, PERMISSION_WORDS, ROLE_WORDS
from seoulution.apps.accounts.roles import ROLES, Permission
from seoulution.web.shared.access import SignedInRequest, needs


@needs(Permission.SEE_OFFICE)
def table(request: SignedInRequest) -> HttpResponse:
    """Who may what."""
    language = "ko" if get_language() == "ko" else "en"
    roles = [role for role in ROLES.values() if role.permissions]
    context = {
        "roles": [(role.code, role.names[language], ROLE_WORDS[role.code]) for role in roles],
        "rows": [
            (PERMISSION_WORDS[permission.value], permission.value, [permission in role.permissions for role in roles])
            for permission in Permission
        ],
        "rules": FILE_RULES,
        "is_own": request.user.role,
    }
    return render(request, "office/roles.html", context)
