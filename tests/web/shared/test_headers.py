from types import SimpleNamespace
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from seoulution.web.shared.headers import PERMISSIONS_POLICY, protective_headers


def answered(*, user: Any = None, is_private: bool = False, **headers: str) -> HttpResponse:
    request = RequestFactory().get("/")
    if user is not None:
        request.user = user
    if is_private:
        request.is_private = True  # type: ignore[attr-defined]
    return protective_headers(lambda _: HttpResponse(headers=headers))(request)


def test_no_page_may_use_camera_place_or_payment() -> None:
    policy = answered().headers["Permissions-Policy"]
    assert policy == PERMISSIONS_POLICY
    assert {"camera=()", "geolocation=()", "microphone=()", "payment=()"} <= set(policy.split(", "))


def test_other_sites_may_not_embed_what_we_serve() -> None:
    assert answered().headers["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize(
    ("user", "is_private", "cached"),
    [
        (None, False, True),
        (SimpleNamespace(is_authenticated=False), False, True),
        (SimpleNamespace(is_authenticated=True), False, False),
        (SimpleNamespace(is_authenticated=False), True, False),
    ],
)
def test_what_a_person_or_a_city_saw_stays_in_no_cache(user: Any, is_private: bool, cached: bool) -> None:
    response = answered(user=user, is_private=is_private)
    assert (response.headers.get("Cache-Control") != "no-store") is cached


def test_no_view_can_loosen_the_cache_for_a_signed_in_page() -> None:
    response = answered(user=SimpleNamespace(is_authenticated=True), **{"Cache-Control": "public, max-age=3600"})
    assert response.headers["Cache-Control"] == "no-store"
