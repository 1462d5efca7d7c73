"""What every page knows: its language and direction, theme, and what the person may open."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language, get_language_bidi

from seoulution.apps.accounts.roles import Permission


def page(request: HttpRequest) -> dict[str, Any]:
    """Context for the base template."""
    user = getattr(request, "user", None)
    signed_in = user is not None and user.is_authenticated
    theme = request.COOKIES.get("theme", "")
    return {
        "page_language": get_language() or settings.LANGUAGE_CODE,
        "page_direction": "rtl" if get_language_bidi() else "ltr",
        "theme": theme if theme in ("light", "dark") else "",
        "interface_languages": settings.LANGUAGES,
        "may": {permission.value: signed_in and user.may(permission) for permission in Permission},
    }
