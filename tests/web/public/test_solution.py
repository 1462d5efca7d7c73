"""One solution's page."""

import re

import pytest
from django.test import Client
from django.utils import timezone
from tests.apps.publishing.referring import AFTER, BEFORE, SOLUTION, doubted, ended, referring

from seoulution.apps.catalogue.models import Claim, PolicySolution
from seoulution.apps.publishing.compose.solution_paper import TITLES

pytestmark = pytest.mark.django_db


def test_every_section_stands_on_the_page_filled_or_as_a_gap_with_whom_to_ask(client: Client):
    for row in PolicySolution.objects.all():
        page = client.get(f"/solutions/{row.code}/").content.decode()
        for key in TITLES:
            assert f'id="{key.value}"' in page, (row.code, key)
        assert page.count("callout tone--missing") >= len(
            [gap for gap in row.record.gaps if gap.about in {key.value for key in TITLES}]
        )


def test_figures_carry_their_sources(client: Client):
    page = client.get("/solutions/revenue-water/").content.decode()
    assert page.count('class="source-mark"') >= 20 and "55.2" in page and "94.4" in page


def test_contacts_say_as_of_when_they_were_known(client: Client):
    for row in PolicySolution.objects.select_related("owner"):
        if row.owner.record.contacts:
            assert "as of" in client.get(f"/solutions/{row.code}/").content.decode()


def test_a_slip_of_the_papers_stands_printed_beside_right(client: Client):
    page = client.get("/solutions/median-bus-lanes/")
    codes = [row.code for row in page.context["corrections"]]
    assert all(f"#{code}" in page.content.decode() for code in codes)


@pytest.mark.parametrize("name", ["json", "html", "exe"])
def test_only_papers_are_downloads(client: Client, name: str):
    assert client.get(f"/solutions/revenue-water/download/{name}/").status_code == 404


def _page(client: Client, language: str = "en") -> str:
    client.cookies["language"] = language
    return client.get(f"/solutions/{SOLUTION}/").content.decode()


def test_each_figure_says_how_it_stands_and_how_to_doubt_it(client: Client):
    doubted(BEFORE)
    Claim.objects.filter(solution__code=SOLUTION, code=AFTER).update(confirmed_on=timezone.localdate())
    page = _page(client)
    rows = dict(re.findall(r'<tr id="claim-([^"]+)">(.*?)</tr>', page, re.DOTALL))
    assert set(rows) == set(Claim.objects.filter(solution__code=SOLUTION, kind="figure").values_list("code", flat=True))
    assert "in doubt" in rows[BEFORE] and "confirmed on" in rows[AFTER]
    assert all("/ask/?text=" in row and "Report a doubt" in row for row in rows.values())


def test_a_reference_in_a_text_leads_to_the_figures_row(client: Client):
    referring()
    page = _page(client)
    assert f'href="#claim-{BEFORE}"' in page and f'id="claim-{BEFORE}"' in page


def test_an_expired_figure_is_withheld_in_text_row_and_drawing_and_the_page_says_so(client: Client):
    referring()
    ended(BEFORE)
    page = _page(client)
    assert "55.2" not in re.sub(r"<path[^>]*>", "", page)
    assert "1 figure may not be quoted, so the papers are not printed" in page and "can renew it" in page
    assert "/office/claims/" not in page


def test_an_expired_award_is_not_named(client: Client):
    award = Claim.objects.filter(solution__code=SOLUTION, kind="award")[0]
    assert award.label_en in _page(client)
    ended(award.code)
    page = _page(client)
    assert award.label_en not in page and "[withheld: Award" in page


def test_each_award_and_patent_says_how_it_stands(client: Client):
    page = _page(client)
    for claim in Claim.objects.filter(solution__code=SOLUTION).exclude(kind="figure"):
        assert f'<li id="claim-{claim.code}">' in page
