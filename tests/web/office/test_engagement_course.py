"""Course and money: the same findings on the page as in the service, and the act that meets each beside it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.apps.engagements.services.files import TODAY, opened, told
from tests.web.office.pages import dead_anchors
from tests.web.office.reading import body, text_of

from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.queries import gate_findings
from seoulution.apps.publishing.finding_texts import sentence
from seoulution.engine.vocabulary import Stage

pytestmark = pytest.mark.django_db
CODE = "metro-manila-transport-advice"
SignIn = Callable[[str], Client]


def course(client: Client, query: str = "", code: str = CODE) -> str:
    return text_of(client, "office:engagement_course", query, (code,))


@pytest.mark.parametrize("stage", [Stage.TRAINING, Stage.FEASIBILITY, Stage.OPERATION])
def test_every_finding_of_the_gate_explains_itself_on_the_page(signed_in_as: SignIn, stage: Stage) -> None:
    page = course(signed_in_as("manager"), f"?to={stage.value}")
    findings = gate_findings(told(), stage, today=TODAY)
    assert findings and all(sentence(finding).split(",")[0][:40] in page.replace("&#x27;", "'") for finding in findings)
    assert "The gate is closed: see what is missing or blocked above." in page


def test_beside_each_missing_line_stands_the_act_that_meets_it(signed_in_as: SignIn) -> None:
    page = course(signed_in_as("officer"), "?to=feasibility")
    for name in ("office:engagement_confirm", "office:engagement_fund"):
        assert reverse(name, args=[CODE]) in page
    assert "The programme manager decides at this gate." in page
    assert reverse("office:engagement_advance", args=[CODE]) not in page
    assert not dead_anchors(page)


def test_a_missing_paper_or_decision_leads_to_the_very_form_for_it(signed_in_as: SignIn) -> None:
    page = course(signed_in_as("officer"), "?to=main_project")
    for form, kind in (
        ("paper_add", "feasibility_report"),
        ("paper_add", "contract"),
        ("decision_record", "fund_decision"),
    ):
        assert f"{reverse(f'office:{form}', args=[CODE])}?kind={kind}&amp;stage=main_project" in page
    page = course(signed_in_as("manager"), "?to=consulting")
    assert f"{reverse('office:paper_draft', args=[CODE])}?kind=official_travel&amp;stage=consulting" in page


def test_whoever_only_reads_sees_no_form(signed_in_as: SignIn) -> None:
    page = course(signed_in_as("analyst"), "?to=feasibility")
    assert 'method="post" class="form"' not in page
    assert "Your role reads engagements and changes none." in page


def test_a_route_without_basis_offers_lawful_ways_to_take(signed_in_as: SignIn) -> None:
    Engagement.objects.filter(code=CODE).update(lead="city_hall", activity="tender", money_flow="for_profit")
    page = course(signed_in_as("officer"))
    assert "Take this way" in page and "has no legal basis" in page


def test_the_law_the_ladder_and_the_money_stand_here(signed_in_as: SignIn) -> None:
    page = course(signed_in_as("officer"))
    assert all(f'id="{part}"' in page for part in ("gate", "stages", "law", "agreed", "funding", "money"))


def test_a_file_that_people_opened_has_the_page_too(signed_in_as: SignIn, person: Callable[..., Any]) -> None:
    row = opened(person("officer", "opener"))
    page = course(signed_in_as("manager"), code=row.code)
    assert "our proposal at the forum" in page and "since " in page


def test_the_page_costs_a_fixed_number_of_queries(
    signed_in_as: SignIn, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    client = signed_in_as("manager")
    with django_assert_max_num_queries(40):
        body(client.get(reverse("office:engagement_course", args=[CODE])))
