"""Recording decisions of others from the page."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from tests.apps.engagements.signatories import CODE, letter
from tests.web.office.reading import body, post

from seoulution.apps.accounts.models import User
from seoulution.apps.engagements.models import ApprovalCase
from seoulution.engine.engagements.codes import CaseState

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


def test_a_funds_decision_is_recorded_with_its_paper_shown_and_struck(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    document = letter(User.objects.get(username="officer")).document
    given = {
        "kind": "fund_decision",
        "stage": "feasibility",
        "granted": "yes",
        "title": "Study paid",
        "decided_by": "ADB",
        "decided_on": "2026-02-01",
        "evidence": document.pk,
    }
    assert client.get(reverse("office:decision_record", args=[CODE]) + "?kind=fund_decision").status_code == 200
    assert post(client, "office:decision_record", [CODE], **{**given, "decided_on": "2999-01-01"}).status_code == 422
    assert post(client, "office:decision_record", [CODE], **given).status_code == 302
    case = ApprovalCase.objects.get()
    page = body(client.get(reverse("office:signing_case", args=[case.pk])))
    assert "Decided by ADB on" in page and "Letter of MMDA" in page
    assert post(client, "office:decision_strike", [case.pk], reason="").status_code == 422
    assert post(client, "office:decision_strike", [case.pk], reason="of another city").status_code == 302
    case.refresh_from_db()
    assert case.state == CaseState.WITHDRAWN


def test_the_papers_say_which_decision_of_a_body_counts_no_more(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    paper = letter(User.objects.get(username="officer")).document.pk
    given = {"kind": "fund_decision", "stage": "feasibility", "title": "Study", "evidence": paper}
    post(client, "office:decision_record", [CODE], **given, granted="yes", decided_by="ADB", decided_on="2026-02-01")
    assert "decided again" not in body(client.get(reverse("office:engagement_papers", args=[CODE])))
    post(client, "office:decision_record", [CODE], **given, granted="no", decided_by="adb", decided_on="2026-02-03")
    page = body(client.get(reverse("office:engagement_papers", args=[CODE])))
    assert page.count("This body decided again on") == 1


def test_own_decisions_are_not_offered_here(signed_in_as: SignIn) -> None:
    page = body(signed_in_as("officer").get(reverse("office:decision_record", args=[CODE])))
    assert 'value="fund_decision"' in page and 'value="own_budget"' not in page
