"""One solution's page."""

import pytest
from django.test import Client

from seoulution.apps.catalogue.models import PolicySolution
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
