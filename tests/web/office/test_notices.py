"""The page of notices: unread first, read one by one or all, muted and wanted again; everybody's own, whatever the role."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from seoulution.apps.accounts.models import User
from seoulution.apps.correspondence.models import DigestChoice, Mute, Notice
from seoulution.apps.correspondence.services.notices import tell

pytestmark = pytest.mark.django_db

SignIn = Callable[[str], Client]


def _told(user: User, number: int, kind: str = "task-given") -> Notice:
    given = {"about": "task", "about_code": str(number), "path": f"/office/tasks/{number}/", "why": "task-owner"}
    notice = tell(user, kind=kind, key=f"{kind}:{number}", subject=f"Task <{number}>", body="Waterworks", **given)
    assert notice is not None
    return notice


def _page(client: Client, query: str = "") -> str:
    answer = client.get(reverse("office:notices") + query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_unread_notices_are_shown_with_their_reason_and_read_ones_on_demand(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    officer = User.objects.get(username="officer")
    one, _two = _told(officer, 1), _told(officer, 2)
    assert "Task &lt;1&gt;" in (page := _page(client)) and "because the task is yours" in page
    client.post(reverse("office:notices_read"), {"notice": one.pk})
    assert "Task &lt;1&gt;" not in (page := _page(client)) and "Task &lt;2&gt;" in page
    assert "Task &lt;1&gt;" in _page(client, "?show=all")
    client.post(reverse("office:notices_read"))
    assert "Nothing new" in _page(client)


def test_kinds_narrow_the_list(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    officer = User.objects.get(username="officer")
    _told(officer, 1), _told(officer, 2, kind="referral-asked")
    assert "Task &lt;1&gt;" not in (page := _page(client, "?kind=referral-asked")) and "Task &lt;2&gt;" in page


def test_the_bell_counts_what_is_unread_in_the_office_and_at_a_bureaus_desk(signed_in_as: SignIn) -> None:
    for role, home in (("officer", "office:today"), ("owner", "bureaus:desk")):
        client = signed_in_as(role)
        user = User.objects.get(username=role)
        assert "unread notice" not in client.get(reverse(home)).content.decode()
        _told(user, 1), _told(user, 2)
        assert "2 unread notices" in client.get(reverse(home)).content.decode()


def test_the_link_of_a_digest_asks_before_it_mutes(signed_in_as: SignIn) -> None:
    client = signed_in_as("owner")
    notice = _told(User.objects.get(username="owner"), 7)
    mute = reverse("office:notice_mute")
    assert "Task: 7" in client.get(f"{mute}?notice={notice.pk}").content.decode()
    assert not Mute.objects.exists()
    client.post(mute, {"notice": notice.pk})
    client.post(mute, {"kind": "task-given"})
    assert {(row.kind, row.about, row.about_code) for row in Mute.objects.all()} == {("", "task", "7"), ("task-given", "", "")}
    settings = client.get(reverse("office:notices_settings")).content.decode()
    assert "A task for me" in settings and "Task: 7" in settings
    for row in Mute.objects.all():
        client.post(reverse("office:notice_unmute", args=[row.pk]))
    assert not Mute.objects.exists()


def test_nobody_reads_marks_or_mutes_for_another(signed_in_as: SignIn, person: Callable[..., User]) -> None:
    other = person("officer", name="other")
    notice = _told(other, 1)
    client = signed_in_as("manager")
    client.post(reverse("office:notices_read"), {"notice": notice.pk})
    notice.refresh_from_db()
    assert notice.read_at is None
    assert client.post(reverse("office:notice_mute"), {"notice": notice.pk}).status_code == 404
    assert "Task &lt;1&gt;" not in _page(client, "?show=all")


def test_a_rhythm_is_chosen_and_another_word_is_refused(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    address = reverse("office:notices_settings")
    assert client.post(address, {"rhythm": "hourly"}).status_code == 302
    assert DigestChoice.objects.get().rhythm == "hourly"
    assert client.post(address, {"rhythm": "always"}).status_code == 422
    assert "no e-mail address" in client.get(address).content.decode()


@pytest.mark.parametrize("written", ["²", "9" * 30])
def test_a_number_that_is_none_is_no_notice(signed_in_as: SignIn, written: str) -> None:
    client = signed_in_as("officer")
    assert client.post(reverse("office:notices_read"), {"notice": written}).status_code == 400
    assert client.get(reverse("office:notice_mute"), {"notice": written}).status_code == 302
