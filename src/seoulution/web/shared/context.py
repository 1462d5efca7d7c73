"""What every page knows: its language and direction, theme, and what the person may open."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language, get_language_bidi

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.web.shared.languages import offered_at


def page(request: HttpRequest) -> dict[str, Any]:
    """Context for the base template."""
    user = getattr(request, "user", None)
    account = user if isinstance(user, User) else None
    theme = request.COOKIES.get("theme", "")
    return {
        "page_language": get_language() or settings.LANGUAGE_CODE,
        "page_direction": "rtl" if get_language_bidi() else "ltr",
        "theme": theme if theme in ("light", "dark") else "",
        "interface_languages": offered_at(request.path_info),
        "may": {permission.value: account is not None and account.may(permission) for permission in Permission},
    }
