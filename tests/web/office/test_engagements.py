"""The list of engagements: one filtered list in four views, its columns, downloads and own views."""

import csv
import io
import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from seoulution.apps.engagements.models import Contact, Engagement, Promise

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
LIST = "/office/engagements/"


def codes_of(client: Client, query: str) -> list[str]:
    """What the download of the filtered list holds, in its order."""
    text = b"".join(client.get(f"{LIST}?{query}&download=csv")).decode("utf-8-sig")
    return [row[0] for row in csv.reader(io.StringIO(text))][1:]


def test_engagements_have_the_same_rows_in_every_view(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    for view in ("table", "board", "map"):
        page = client.get(LIST + f"?country=VN&view={view}").content.decode()
        for code in Engagement.objects.filter(city__country__code="VN").values_list("code", flat=True):
            assert reverse("office:engagement", args=[code]) in page


def test_the_download_has_the_columns_on_screen_and_the_code_of_each_row(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    answer = client.get(LIST + "?sector=water&columns=city&columns=stage&download=csv")
    head, *rows = list(csv.reader(io.StringIO(b"".join(answer).decode("utf-8-sig"))))
    assert head == ["Code", "Engagement", "City", "Stage"]
    assert {row[0] for row in rows} == set(Engagement.objects.filter(sector="water").values_list("code", flat=True))


def test_the_spreadsheet_holds_the_same_rows_in_the_same_order(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    book = CalamineWorkbook.from_filelike(io.BytesIO(b"".join(client.get(LIST + "?sort=-name&download=xlsx"))))
    rows = book.get_sheet_by_index(0).to_python()
    assert [row[0] for row in rows][1:] == codes_of(client, "sort=-name")


def test_the_places_are_whole_geojson(signed_in_as: SignIn) -> None:
    found = json.loads(b"".join(signed_in_as("officer").get(LIST + "?download=geojson")))
    assert len(found["features"]) == Engagement.objects.filter(withdrawn_on=None, city__longitude__isnull=False).count()


@pytest.mark.parametrize("view", ["table", "board", "map", "calendar"])
def test_a_list_in_which_nothing_can_be_is_empty_in_every_view(signed_in_as: SignIn, view: str) -> None:
    """An officer of no bureau asks for "my bureau's"."""
    answer = signed_in_as("officer").get(LIST + f"?whose=body&view={view}")
    assert answer.status_code == 200 and (view == "calendar" or "No engagement fits these filters" in answer.content.decode())


def test_an_unknown_format_is_not_found(signed_in_as: SignIn) -> None:
    assert signed_in_as("officer").get(LIST + "?download=exe").status_code == 404


@pytest.mark.parametrize("word", ["Manila", "마닐라", "metro-manila", "수도"])
def test_words_find_names_codes_and_cities_in_both_languages(signed_in_as: SignIn, word: str) -> None:
    page = signed_in_as("officer").get(LIST, {"q": word}).content.decode()
    assert reverse("office:engagement", args=["metro-manila-transport-advice"]) in page or word == "수도"
    assert "No engagement fits" not in page or word == "수도"


def test_mine_are_those_i_own(client: Client, person: Callable[..., Any]) -> None:
    officer = person("officer")
    Engagement.objects.filter(code="baku-traffic-centre").update(owner=officer)
    client.force_login(officer, backend="seoulution.apps.accounts.backend.PersonBackend")
    assert codes_of(client, "whose=mine") == ["baku-traffic-centre"]
    assert "baku-traffic-centre" not in codes_of(client, "whose=nobody")


def test_quiet_and_overdue_are_told_apart_from_what_has_ended(signed_in_as: SignIn) -> None:
    row = Engagement.objects.get(code="baku-traffic-centre")
    Promise.objects.create(engagement=row, text="a list", promised_by="Seoul", promised_to="Baku", due_on=date(2020, 1, 1))
    client = signed_in_as("officer")
    assert codes_of(client, "state=overdue") == [row.code]
    Engagement.objects.filter(pk=row.pk).update(ending="dormant", ending_reason="silence")
    assert codes_of(client, "state=overdue") == [] and codes_of(client, "state=ended") == [row.code]
    assert row.code not in codes_of(client, "state=quiet")


def test_another_persons_sensitive_file_is_in_no_view_and_no_download(signed_in_as: SignIn) -> None:
    Engagement.objects.filter(code="baku-traffic-centre").update(is_sensitive=True)
    client = signed_in_as("officer")
    assert "baku-traffic-centre" not in codes_of(client, "")
    for view in ("table", "board", "map", "calendar"):
        assert "baku-traffic-centre" not in client.get(LIST + f"?view={view}").content.decode()
    assert "baku-traffic-centre" in codes_of(signed_in_as("auditor"), "")


def test_the_calendar_shows_the_month_asked_for(signed_in_as: SignIn) -> None:
    row = Engagement.objects.get(code="metro-manila-transport-advice")
    Contact.objects.create(engagement=row, kind="visit", title="MMDA in Seoul", starts_at=datetime(2026, 12, 3, 1, tzinfo=UTC))
    client = signed_in_as("officer")
    assert "MMDA in Seoul" in client.get(LIST + "?view=calendar&month=2026-12").content.decode()
    assert "MMDA in Seoul" not in client.get(LIST + "?view=calendar&month=2027-03").content.decode()
    assert client.get(LIST + "?view=calendar&month=nonsense").status_code == 200


def test_the_list_costs_the_same_number_of_queries_however_long_it_is(
    signed_in_as: SignIn, django_assert_max_num_queries: Any
) -> None:
    client = signed_in_as("officer")
    client.get(LIST)
    with django_assert_max_num_queries(13):
        client.get(LIST)
    with django_assert_max_num_queries(14):
        client.get(LIST + "?view=board")
