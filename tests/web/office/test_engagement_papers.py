"""The tab of papers and decisions: what is on file, what the gates ahead ask for, who may change it."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from tests.apps.engagements.signatories import CODE, engagement, letter
from tests.web.office.reading import body

from seoulution.apps.accounts.models import User

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
ADDRESS = f"/office/engagements/{CODE}/papers/"


def test_what_the_gates_ahead_ask_for_leads_to_where_it_is_added(signed_in_as: SignIn) -> None:
    page = body(signed_in_as("officer").get(ADDRESS))
    assert "kind=contract&amp;stage=main_project" in page
    assert reverse("office:decision_record", args=[CODE]) + "?kind=partner_decision" in page
    assert reverse("office:paper_draft", args=[CODE]) in page


def test_what_is_on_file_is_no_longer_asked_for_and_is_listed_with_its_remarks(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    officer = User.objects.get(username="officer")
    letter(officer)
    letter(officer, title="The same again")
    page = body(client.get(ADDRESS))
    assert "kind=partner_letter" not in page
    assert page.count("letter.txt") >= 2 and "The very same file is on record already" in page


def test_who_only_reads_sees_the_papers_and_no_forms(signed_in_as: SignIn, person: Callable[..., User]) -> None:
    letter(person("officer", name="writer"))
    page = body(signed_in_as("auditor").get(ADDRESS))
    assert "letter.txt" in page and reverse("office:paper_add", args=[CODE]) not in page


def test_a_file_that_does_not_exist_for_the_person_has_no_papers(signed_in_as: SignIn, person: Callable[..., User]) -> None:
    row = engagement()
    row.is_sensitive, row.owner = True, person("officer", name="owner-of-it")
    row.save()
    assert signed_in_as("officer").get(ADDRESS).status_code == 404
