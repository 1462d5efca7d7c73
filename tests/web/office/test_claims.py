"""The claim register as the office sees it."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from tests.apps.publishing.referring import AFTER, BEFORE, SOLUTION, doubted, ended, referring
from tests.web.office.reading import rows_of, text_of

from seoulution.apps.catalogue.models import Claim
from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.publishing.models import PaperKind, Sending
from seoulution.apps.publishing.services.dossiers import build_dossier
from seoulution.engine.catalogue.claims import ClaimState
from seoulution.engine.vocabulary import Language

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
PAGE = f"/office/claims/{SOLUTION}/{AFTER}/"


@pytest.mark.parametrize(
    ("query", "rule"),
    [
        ("", {}),
        ("solution=topis", {"solution__code": "topis"}),
        ("sector=water", {"solution__sector": "water"}),
        ("owner=seoul-metro", {"solution__owner__code": "seoul-metro"}),
        ("kind=award", {"kind": "award"}),
        ("year=2013", {"year": 2013}),
        ("confidence=A", {"confidence": "A"}),
        ("q=revenue", {"label_en__icontains": "revenue"}),
    ],
)
def test_the_list_and_its_file_are_narrowed_by_what_the_address_says(
    signed_in_as: SignIn, query: str, rule: dict[str, object]
) -> None:
    rows = {(row[0], row[1]) for row in rows_of(signed_in_as("officer"), "office:claims", "&" + query)}
    expected = Claim.objects.filter(solution__withdrawn_on=None, **rule)
    if query.startswith("q="):
        assert rows >= set(expected.values_list("solution__code", "code")) and rows
    else:
        assert rows == set(expected.values_list("solution__code", "code"))


def test_states_are_filters_and_what_waits_is_one_of_them(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    ended(AFTER)
    doubted(BEFORE)
    codes = {state: [row[1] for row in rows_of(client, "office:claims", f"&state={state}")] for state in ("expired", "waiting")}
    assert codes == {"expired": [AFTER], "waiting": [AFTER, BEFORE]}
    assert "due for their yearly look: 2" in text_of(client, "office:today")


@pytest.mark.parametrize("query", ["?q=%00", "?year=x", "?year=99999", "?state=nothing", "?sort=--x", "?page=0", "?kind=%00"])
def test_no_query_breaks_the_list(signed_in_as: SignIn, query: str) -> None:
    client = signed_in_as("auditor")
    assert client.get("/office/claims/" + query).status_code == 200
    assert client.get("/office/claims/" + query + "&download=xlsx").status_code == 200


def test_a_claim_says_where_it_is_used(signed_in_as: SignIn, person: Callable[..., Any]) -> None:
    row = referring()
    request = SharingRequest.objects.filter(needs__matches__solution=row, needs__removed_at=None)[0]
    build_dossier(request, language=Language.EN, by=None)
    Sending.objects.create(
        kind=PaperKind.LEAFLET,
        solution=row,
        language="en",
        format="pdf",
        recipient="Embassy in Lima",
        sent_on=timezone.localdate(),
        claims={f"{SOLUTION}/{AFTER}": "94.4 %"},
        document_digest="",
    )
    page = text_of(signed_in_as("officer"), "office:claim", args=(SOLUTION, AFTER))
    for words in ("Result in one line", "What changed", f"{request.code} (en)", "Embassy in Lima", "Put on record."):
        assert words in page, words
    assert "Dossiers built with it" in page and page.count("94.4 %") >= 2


def test_an_award_has_its_page_too(signed_in_as: SignIn) -> None:
    award = Claim.objects.filter(kind="award")[0]
    assert award.label_en in text_of(signed_in_as("officer"), "office:claim", args=(award.solution.code, award.code))


def question(client: Client, **fields: Any) -> Any:
    claim = Claim.objects.get(solution__code=SOLUTION, code=AFTER)
    sent = {"submission": str(uuid.uuid4()), "revision": str(claim.revision), "question": "Which year?", **fields}
    return client.post(PAGE + "question/", sent)


def test_an_officer_doubts_a_claim_and_it_is_marked_on_the_public_page(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    client.cookies["language"] = "en"
    assert question(client).status_code == 302
    claim = Claim.objects.get(solution__code=SOLUTION, code=AFTER)
    assert (claim.state_on(timezone.localdate()), claim.question) == (ClaimState.QUESTIONED, "Which year?")
    assert "Doubted: “Which year?”" in client.get(PAGE).content.decode()
    assert "in doubt" in Client().get(f"/solutions/{SOLUTION}/", headers={"accept-language": "en"}).content.decode()


@pytest.mark.parametrize(("fields", "status"), [({"question": " "}, 422), ({"revision": "9"}, 409), ({"revision": ""}, 409)])
def test_a_doubt_without_words_or_about_an_older_state_is_refused(
    signed_in_as: SignIn, fields: dict[str, str], status: int
) -> None:
    client = signed_in_as("analyst")
    assert question(client, **fields).status_code == status
    assert Claim.objects.get(solution__code=SOLUTION, code=AFTER).questioned_at is None


def test_an_auditor_reads_and_doubts_nothing(signed_in_as: SignIn) -> None:
    client = signed_in_as("auditor")
    assert 'id="question"' not in client.get(PAGE).content.decode()
    assert question(client).status_code == 403


def test_the_register_costs_few_queries(signed_in_as: SignIn, django_assert_max_num_queries: Callable[..., Any]) -> None:
    client = signed_in_as("officer")
    with django_assert_max_num_queries(14):
        client.get("/office/claims/")
