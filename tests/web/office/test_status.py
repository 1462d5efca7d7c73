"""The office's own status of sharing."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from tests.apps.engagements.services.files import opened
from tests.web.office.pages import page, rows_of

from seoulution.apps.engagements.models import Engagement
from seoulution.web.office import status

pytestmark = pytest.mark.django_db


def test_it_holds_what_is_not_public_but_nothing_that_does_not_exist_for_the_person(
    signed_in_as: Callable[[str], Client], person: Callable[..., Any]
) -> None:
    row = opened(person("officer", name="colleague"))
    client = signed_in_as("officer")
    assert row.code in page(client, "office:status")
    Engagement.objects.filter(pk=row.pk).update(is_sensitive=True, owner=None)
    assert row.code not in page(client, "office:status")


def test_the_documents_day_counts_their_table_and_text(signed_in_as: Callable[[str], Client]) -> None:
    client = signed_in_as("officer")
    counts = client.get("/office/status/?on=2014-05-31").context["counts"]
    assert counts.engagements == Engagement.objects.filter(withdrawn_on=None).count()
    files = rows_of(client, "office:status", "?on=2013-09-15")
    assert len(files) == 11 and {row["As of"] for row in files} == {"2013-09-15"}
    assert client.get("/office/status/?on=2013-09-15&download=hwpx").status_code == 200
    assert client.get("/office/status/?download=exe").status_code == 404


def test_a_long_list_is_counted_by_the_database_and_draws_no_map(
    signed_in_as: Callable[[str], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(status, "MOST", 10)
    client = signed_in_as("officer")
    found = client.get("/office/status/")
    assert found.context["map"] is None and found.context["counts"].engagements > 10
    assert client.get("/office/status/?download=csv").status_code == 404
