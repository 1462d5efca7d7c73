"""Links are issued, issued again and revoked from the tab; the link itself is shown once."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from tests.apps.publishing.shared import engagement

from seoulution.apps.publishing.models import PartyLink

pytestmark = pytest.mark.django_db
FORM = {"to": "city", "holder": "Planning office", "language": "es", "days": "30"}


def test_a_link_is_shown_once_opens_the_file_and_ends(signed_in_as: Callable[..., Any], client: Any) -> None:
    row, officer = engagement(), signed_in_as("officer")
    shown = officer.post(f"/office/engagements/{row.code}/sharing/link/", FORM).content.decode()
    (path, *_rest) = re.findall(r"/c/[A-Za-z0-9_-]{43}/", shown)
    assert path not in officer.get(f"/office/engagements/{row.code}/sharing/").content.decode()
    assert client.get(path, follow=True).status_code == 200
    link = PartyLink.objects.get()
    again = officer.post(f"/office/sharing/links/{link.pk}/reissue/").content.decode()
    (new, *_rest) = re.findall(r"/c/[A-Za-z0-9_-]{43}/", again)
    assert new != path and client.get(path).status_code == 404
    fresh = PartyLink.objects.get(revoked_at=None)
    officer.post(f"/office/sharing/links/{fresh.pk}/revoke/", {"reason": ""})
    assert client.get(new).status_code == 302
    officer.post(f"/office/sharing/links/{fresh.pk}/revoke/", {"reason": "lost"})
    assert client.get(new).status_code == 404


@pytest.mark.parametrize("wrong", [{"to": "firm:none"}, {"language": "xx"}, {"days": "0"}, {"holder": " "}, {"days": "many"}])
def test_a_link_without_holder_language_or_end_is_not_issued(signed_in_as: Callable[..., Any], wrong: dict[str, str]) -> None:
    answer = signed_in_as("officer").post(f"/office/engagements/{engagement().code}/sharing/link/", {**FORM, **wrong})
    assert answer.status_code == 422 and not PartyLink.objects.exists()
