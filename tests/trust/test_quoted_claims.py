"""No reader ever meets the form of a reference, nor the value of a claim that is over: pages, papers, dossiers, programs, search."""

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader
from tests.apps.publishing.referring import AFTER, BEFORE, SOLUTION, ended, referring

from seoulution.apps.catalogue.models import Claim, PolicySolution
from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.matching.passages import passages_of
from seoulution.apps.publishing.compose.solution_paper import solution_paper
from seoulution.apps.publishing.services.dossiers import build_dossier
from seoulution.engine.vocabulary import Language
from seoulution.formats import produce
from seoulution.formats.json import document_value

pytestmark = [pytest.mark.django_db, pytest.mark.trust]
RAW = re.compile(r"\]\(claim:|\[\]\(")
SignIn = Callable[[str], Client]


def _all_referring() -> None:
    """Every solution refers to a figure of its own wherever its template takes text."""
    for row in PolicySolution.objects.order_by("code"):
        claim = Claim.objects.filter(solution=row, kind="figure").first()
        if claim is not None:
            text = f"It is [](claim:{claim.code})."
            referring(row.code, {"ko": text, "en": text})


def _papers(row: PolicySolution) -> Iterator[str]:
    for language in (Language.KO, Language.EN):
        yield json.dumps(document_value(solution_paper(row, language, now=timezone.now())), ensure_ascii=False)


def _pages(client: Client, addresses: list[str]) -> Iterator[tuple[str, str]]:
    for address in addresses:
        for language in ("ko", "en"):
            client.cookies["language"] = language
            response = client.get(address)
            assert response.status_code == 200, address
            yield f"{address} {language}", response.content.decode("utf-8-sig")


PUBLIC = [
    "/solutions/", "/solutions/download/csv/", "/solutions/?q=We+lose+water+through+leaks+in+old+pipes", "/api/solutions?limit=100",
]  # fmt: skip


@pytest.mark.parametrize("prepared", [False, True], ids=["as shipped", "every text refers to a claim"])
def test_no_page_paper_program_or_passage_shows_the_form_of_a_reference(prepared: bool, signed_in_as: SignIn) -> None:
    if prepared:
        _all_referring()
    rows = list(PolicySolution.objects.select_related("owner"))
    addresses = [address for row in rows for address in (f"/solutions/{row.code}/", f"/api/solutions/{row.code}")]
    shown = dict(_pages(Client(), PUBLIC + addresses))
    shown |= dict(_pages(signed_in_as("manager"), ["/bureau/", "/bureau/solutions/", "/bureau/claims/", "/office/claims/"]))
    shown |= {f"paper of {row.code} {n}": text for row in rows for n, text in enumerate(_papers(row))}
    shown |= {f"passage of {row.code} {n}": passage.text for row in rows for n, passage in enumerate(passages_of(row))}
    assert [where for where, text in shown.items() if RAW.search(text)] == []


@pytest.mark.parametrize("language", [Language.KO, Language.EN])
def test_no_dossier_shows_the_form_of_a_reference(language: Language) -> None:
    _all_referring()
    for request in SharingRequest.objects.all():
        built = build_dossier(request, language=language, by=None).document
        text = json.dumps(built, ensure_ascii=False)
        assert not RAW.search(text), request.code
        assert built["claims"] or not built["sections"][2]["sections"], request.code


def _texts(row: PolicySolution) -> Iterator[tuple[str, str]]:
    paper = solution_paper(row, Language.EN, now=timezone.now())
    pages = PdfReader(io.BytesIO(produce(paper, "pdf").content)).pages
    yield "pdf", " ".join(page.extract_text() for page in pages)
    for name in ("docx", "hwpx"):
        with zipfile.ZipFile(io.BytesIO(produce(paper, name).content)) as packed:
            parts = [
                packed.read(part).decode("utf-8", "ignore") for part in packed.namelist() if part.endswith((".xml", ".txt"))
            ]
        yield name, re.sub(r"<[^>]+>", "", " ".join(parts))
    yield "html", produce(paper, "html").content.decode()


def test_papers_of_every_format_read_the_claim_and_not_its_form() -> None:
    for name, text in _texts(referring()):
        plain = re.sub(r"\s+", " ", text)
        assert "55.2 %" in plain and "94.4 %" in plain and not RAW.search(plain), name


def test_the_value_of_a_claim_that_is_over_is_nowhere() -> None:
    """Milestones of Seoul's own past are records of their own, with their own sources, and are no claims (55.2% without a blank)."""
    row = referring()
    ended(AFTER)
    ended(BEFORE)
    shown = dict(_pages(Client(), [*PUBLIC, f"/solutions/{SOLUTION}/", f"/api/solutions/{SOLUTION}"]))
    shown |= {f"paper {n}": text for n, text in enumerate(_papers(row))}
    for language in (Language.KO, Language.EN):
        for request in SharingRequest.objects.filter(needs__matches__solution=row).distinct():
            dossier = build_dossier(request, language=language, by=None)
            shown[f"dossier of {request.code} {language}"] = json.dumps(dossier.document, ensure_ascii=False)
    told = {where: _told(text) for where, text in shown.items()}
    leaks = {where: re.findall(r".{60}(?:55\.2 %|94\.4)", text) for where, text in told.items()}
    assert {where: found for where, found in leaks.items() if found} == {}
    assert all("withheld" in told[f"{address} en"] for address in (f"/solutions/{SOLUTION}/", f"/api/solutions/{SOLUTION}"))


def _told(text: str) -> str:
    """What a reader sees: no tags, no attributes, no drawings' coordinates."""
    return re.sub(r'<path[^>]*>|<[^>]+>|"svg": "(?:[^"\\]|\\.)*"', " ", text)


def test_an_expired_claim_refuses_every_format_of_the_paper_and_says_who_can_renew_it(person: Callable[..., Any]) -> None:
    ended(AFTER)
    client = Client()
    client.cookies["language"] = "en"
    for name in ("pdf", "docx", "hwpx"):
        response = client.get(f"/solutions/{SOLUTION}/download/{name}/")
        page = response.content.decode()
        assert response.status_code == 409 and response["Content-Type"].startswith("text/html")
        assert "Office of Waterworks" in page and "can renew it" in page and "/office/claims/" not in page
    client.force_login(person("officer"), backend="seoulution.apps.accounts.backend.PersonBackend")
    assert f"/office/claims/{SOLUTION}/{AFTER}/" in client.get(f"/solutions/{SOLUTION}/download/pdf/").content.decode()
