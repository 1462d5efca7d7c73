"""The marks by themselves; `tests/trust/` tries them on every address."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import RequestFactory

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import ROLES, Permission
from seoulution.web.shared.access import OPEN, PRIVATE_LINK, SIGNED_IN, by_private_link, needs, open_to_all, signed_in


def page(request: Any) -> HttpResponse:
    return HttpResponse("shown")


def asked_by(user: Any, path: str = "/office/?page=2") -> Any:
    request = RequestFactory().get(path)
    request.user = user
    return request


@pytest.mark.parametrize("mark", [signed_in, needs(Permission.SEE_OFFICE)])
def test_signed_out_leads_to_sign_in_and_back(mark: Any) -> None:
    response = mark(page)(asked_by(AnonymousUser()))
    assert response.status_code == 302 and response.url == "/sign-in/?next=/office/%3Fpage%3D2"


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("permission", Permission)
def test_a_permission_opens_the_page_to_the_roles_that_have_it(role: str, permission: Permission) -> None:
    guarded = needs(permission)(page)
    request = asked_by(User(role=role))
    if permission in ROLES[role].permissions:
        assert guarded(request).content == b"shown"
    else:
        with pytest.raises(PermissionDenied):
            guarded(request)


def test_a_disabled_account_may_nothing() -> None:
    with pytest.raises(PermissionDenied):
        needs(Permission.SEE_OFFICE)(page)(asked_by(User(role="manager", is_active=False)))


def test_any_account_opens_a_page_for_accounts() -> None:
    assert signed_in(page)(asked_by(User(role="partner"))).status_code == 200


def test_each_mark_can_be_read_back() -> None:
    views = [lambda request: HttpResponse() for _ in range(4)]
    assert open_to_all(views[0]).access == OPEN  # type: ignore[attr-defined]
    assert by_private_link(views[1]).access == PRIVATE_LINK  # type: ignore[attr-defined]
    assert signed_in(views[2]).access == SIGNED_IN  # type: ignore[attr-defined]
    assert needs(Permission.SEE_OFFICE)(views[3]).access == Permission.SEE_OFFICE  # type: ignore[attr-defined]


def test_a_view_without_a_mark_has_none() -> None:
    assert not hasattr(SimpleNamespace(view=page).view, "access")
