"""The catalogue as a list, and as the answer to a need."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from seoulution.apps.catalogue.models import PolicySolution

pytestmark = pytest.mark.django_db


def _codes(client: Client, **query: str) -> list[str]:
    page = client.get("/solutions/", query).context
    return [card.solution.code for card in page["results"]] if page["search"] else [row.code for row in page["page"]]


def _download(client: Client, **query: str) -> list[str]:
    lines = client.get("/solutions/download/csv/", query).content.decode("utf-8-sig").splitlines()
    known = set(PolicySolution.objects.values_list("code", flat=True))
    return [code for line in lines if (code := line.split(",")[0].strip('"')) in known]


def test_every_solution_is_listed(client: Client):
    assert set(_codes(client)) == set(PolicySolution.objects.filter(withdrawn_on=None).values_list("code", flat=True))


@pytest.mark.parametrize(
    "words",
    [
        "유수율",
        "leakage",
        "NRW",
        "revenue water",
        "We lose half of our water through leaking pipes",
        "정수한 물의 절반이 누수로 사라집니다",
        "Perdemos la mitad del agua por fugas en las tuberías",
        "نخسر نصف المياه بسبب تسرب الأنابيب",
        "reveneu water",
        "dbtndbf",
        "유숙율",
    ],
)
def test_a_name_a_word_or_a_need_in_the_visitors_words_finds_a_solution_first_and_says_why(client: Client, words: str):
    page = client.get("/solutions/", {"q": words})
    assert page.context["results"][0].solution.code == "revenue-water"
    assert b"Why it fits" in page.content


def test_a_mended_slip_is_shown_and_can_be_taken_back(client: Client):
    page = client.get("/solutions/", {"q": "유숙율", "sector": "water"}).content.decode()
    assert "Searched for:" in page and "exact=1" in page and "sector=water" in page
    page = client.get("/solutions/", {"q": "유숙율", "exact": "1"}).content.decode()
    assert "Searched for:" not in page


def test_facets_count_within_what_was_found_and_within_each_other(client: Client):
    everything = client.get("/solutions/").context
    counts = {facet.name: {link.label: link.count for link in facet.links} for facet in everything["facets"]}
    assert sum(counts["sector"].values()) == PolicySolution.objects.offered().count()
    found = client.get("/solutions/", {"q": "water leaks"}).context
    sectors = next(facet for facet in found["facets"] if facet.name == "sector")
    assert sum(link.count for link in sectors.links) == found["page"].paginator.count
    water = client.get("/solutions/", {"q": "water leaks", "sector": "water"}).context
    assert {card.solution.sector for card in water["results"]} == {"water"}
    again = next(facet for facet in water["facets"] if facet.name == "sector")
    assert [(link.label, link.count) for link in again.links] == [(link.label, link.count) for link in sectors.links]
    cost = next(facet for facet in water["facets"] if facet.name == "cost")
    assert sum(link.count for link in cost.links) == water["page"].paginator.count


@pytest.mark.parametrize(
    "query", [{"stage": "2"}, {"kind": "deliverable"}, {"cost": "high"}, {"evidence": "A"}, {"sector": "waste"}]
)
def test_each_facet_narrows_the_list_and_a_search_alike(client: Client, query: dict[str, str]):
    listed = set(_codes(client, **query))
    assert listed
    kept = [code for code in _codes(client, q="water leaks") if code in listed]
    assert _codes(client, q="water leaks", **query) == kept


def test_a_value_that_no_facet_has_is_not_heard(client: Client):
    assert len(_codes(client, sector="nonsense", stage="99")) == len(_codes(client))


def test_the_order_follows_the_address(client: Client):
    names = [row.name_en for row in client.get("/solutions/", {"sort": "-name"}).context["page"]]
    assert names == list(PolicySolution.objects.order_by("-name_en").values_list("name_en", flat=True))


@pytest.mark.parametrize(
    "query", [{}, {"sector": "transport"}, {"q": "our buses are slow"}, {"q": "water leaks", "kind": "knowledge"}]
)
def test_the_download_is_the_list_on_screen_in_its_order(client: Client, query: dict[str, str]):
    assert _download(client, **query) == _codes(client, **query)


def test_a_downloaded_search_carries_its_reasons(client: Client):
    assert "same subject" in client.get("/solutions/download/csv/", {"q": "water leaks"}).content.decode()


@pytest.mark.parametrize("text", ["🎉🎉", "!!! ???", "…"])
def test_without_words_nothing_is_offered_and_it_is_said(client: Client, text: str):
    page = client.get("/solutions/", {"q": text})
    assert page.status_code == 200 and b"There are no words" in page.content


def test_what_no_solution_answers_is_said_to_fit_none(client: Client):
    page = client.get("/solutions/", {"q": "We want to win the next world cup in football"})
    assert b"None of our solutions clearly answers this" in page.content
    assert b"Weak match" in page.content


@pytest.mark.parametrize(
    "text", ["\x00\x0b", " ", "<script>alert(1)</script>", "a" * 5000, "e" + "\u0301" * 3000, "\u202eleak", "%", "' OR 1=1 --"]
)
def test_hostile_words_are_answered_calmly(client: Client, text: str):
    page = client.get("/solutions/", {"q": text})
    assert page.status_code == 200 and b"<script>alert" not in page.content


def test_a_long_text_says_that_only_its_beginning_was_read(client: Client):
    assert b"Only the beginning was read" in client.get("/solutions/", {"q": "water leaks " * 400}).content


def test_a_withdrawn_solution_is_found_no_more_at_once(client: Client):
    assert "revenue-water" in _codes(client, q="water leaks")
    PolicySolution.objects.filter(code="revenue-water").update(withdrawn_on="2026-11-01")
    assert "revenue-water" not in _codes(client, q="water leaks")


def test_clearing_the_facets_keeps_the_question(client: Client):
    page = client.get("/solutions/", {"q": "water leaks", "sector": "water"}).content.decode()
    assert 'href="/solutions/?q=water+leaks">' in page


@pytest.mark.parametrize(
    "query", [{}, {"stage": "2"}, {"kind": "deliverable", "evidence": "A"}, {"sector": "waste", "cost": "high"}]
)
def test_how_many_there_are_is_known_without_asking_the_database_and_true_at_once(client: Client, query: dict[str, str]):
    with CaptureQueriesContext(connection) as asked:
        page = client.get("/solutions/", query).context["page"]
    assert not [one for one in asked if "COUNT(" in one["sql"]]
    listed = _download(client, **query)
    assert page.paginator.count == len(listed)
    PolicySolution.objects.filter(code=listed[0]).update(withdrawn_on="2026-11-01")
    assert client.get("/solutions/", query).context["page"].paginator.count == len(listed) - 1
