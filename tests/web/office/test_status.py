"""The office's own status of sharing."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from tests.apps.engagements.services.files import opened
from tests.web.office.pages import page, rows_of

from seoulution.apps.engagements.models import Engagement
from seoulution.web.office import status
from seoulution.web.shared import status_map

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


def test_a_long_list_is_counted_and_drawn_by_the_database_and_leaves_as_sheets(
    signed_in_as: Callable[[str], Client], monkeypatch: pytest.MonkeyPatch, django_assert_max_num_queries: Any
) -> None:
    monkeypatch.setattr(status, "MOST_ON_PAPER", 10)
    monkeypatch.setattr(status_map, "NAMED", 10)
    client = signed_in_as("officer")
    with django_assert_max_num_queries(25):
        found = client.get("/office/status/?on=2014-05-31")
    html = found.content.decode()
    assert found.context["counts"].engagements > 10 and html.count("data-place=") > 10
    assert "2 engagements" in html and "not as a paper" in html
    assert client.get("/office/status/?on=2014-05-31&download=docx").status_code == 404
    assert len(rows_of(client, "office:status", "?on=2014-05-31")) == found.context["counts"].engagements


def test_filters_hold_for_counts_map_table_and_files(signed_in_as: Callable[[str], Client]) -> None:
    client = signed_in_as("officer")
    query = "?on=2014-05-31&country=TH&standing=won"
    found = client.get("/office/status/" + query)
    lines = found.context["lines"]
    assert lines and {(line.row.city.country.code, line.on.standing) for line in lines} == {("TH", "won")}
    assert found.context["counts"].engagements == len(lines) == len(rows_of(client, "office:status", query))
    assert {name for name, _value, _words in found.context["in_use"]} == {"country", "standing"}
    assert "No engagement fits these filters" in page(client, "office:status", query="?q=nothing+of+that+name")


def test_a_country_can_be_chosen_only_where_something_exists_for_the_person(
    signed_in_as: Callable[[str], Client], person: Callable[..., Any]
) -> None:
    Engagement.objects.filter(city__country__code="VN").update(is_sensitive=True)
    choices = dict(signed_in_as("officer").get("/office/status/").context["filter"].form.fields["country"].choices)
    assert "VN" not in choices and "TH" in choices
