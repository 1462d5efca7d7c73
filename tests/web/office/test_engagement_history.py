"""The history of a file: everything kept in it, with who, when and why, in words, for those who may read it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.services import papers, promises, team
from seoulution.apps.engagements.services.promises import Given
from seoulution.engine.engagements.codes import MemberPart
from seoulution.web.office.engagement_history import history_of

pytestmark = pytest.mark.django_db
ADDRESS = "/office/engagements/baku-traffic-centre/history/"


def test_what_was_kept_in_the_file_is_told_with_who_and_why(person: Callable[..., Any], client: Client) -> None:
    officer = person("officer")
    row = Engagement.objects.get(code="baku-traffic-centre")
    promise = promises.record_promise(row, Given("A list of pumps", "the office", "the city", occasion="visit"), by=officer)
    promises.keep_promise(promise, by=officer, today=date(2026, 11, 29))
    team.put_on_team(row, officer, part=MemberPart.MEMBER, by=officer)
    told = history_of(row, officer)
    assert [event.when for event in told] == sorted((event.when for event in told), reverse=True)
    assert any(event.title == "Promise “A list of pumps”: changed" and event.by == "officer" for event in told)
    assert any(event.title.startswith("Team") for event in told)
    client.force_login(officer, backend="seoulution.apps.accounts.backend.PersonBackend")
    page = client.get(ADDRESS).content.decode()
    assert 'aria-current="page">History' in page and "promise kept" in page


def test_owners_are_told_by_name_and_never_by_key(person: Callable[..., Any]) -> None:
    row = Engagement.objects.get(code="baku-traffic-centre")
    row.owner = person("officer", "jiwoo")
    row.save(update_fields=["owner"])
    assert any("Owner: – → jiwoo" in event.body for event in history_of(row, row.owner))


def test_who_may_not_read_histories_has_no_tab_and_no_page(client: Client, person: Callable[..., Any]) -> None:
    client.force_login(person("analyst"), backend="seoulution.apps.accounts.backend.PersonBackend")
    assert client.get(ADDRESS).status_code == 403
    assert "/history/" not in client.get("/office/engagements/baku-traffic-centre/").content.decode()


def test_a_sensitive_paper_is_not_named_to_who_may_not_read_it(person: Callable[..., Any]) -> None:
    owner, other = person("officer"), person("officer", "other")
    row = Engagement.objects.get(code="baku-traffic-centre")
    row.owner = owner
    row.save(update_fields=["owner"])
    paper = papers.add_paper(row, title="Talks", name="a.txt", data=b"secret", by=owner, is_sensitive=True)
    papers.withdraw_paper(paper.document, reason="the minister asked for it back", by=owner)
    told = {reader: " ".join(event.body + event.title for event in history_of(row, reader)) for reader in (owner, other)}
    assert "the minister asked" in told[owner] and "the minister asked" not in told[other]
