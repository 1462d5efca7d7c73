"""Protective headers on every answer, error pages and downloads included."""

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse

Handler = Callable[[HttpRequest], HttpResponse]

_UNUSED_FEATURES: Final = (
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "microphone",
    "payment",
    "usb",
)
PERMISSIONS_POLICY: Final = ", ".join(f"{feature}=()" for feature in _UNUSED_FEATURES)


def protective_headers(get_response: Handler) -> Handler:
    """No features, same origin only; nothing a signed-in person or a city saw stays in a shared cache."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        user = getattr(request, "user", None)
        if (user is not None and user.is_authenticated) or getattr(request, "is_private", False):
            response.headers["Cache-Control"] = "no-store"
        return response

    return middleware
