"""A legal rule changes on the page as by the service: drafted, seen with its effect, and decided by somebody else."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from seoulution.apps.engagements.models import LegalRule, LegalRuleDraft
from seoulution.web.office.legal_rule_form import WAYS, RuleForm, first_values

pytestmark = pytest.mark.django_db
Person = Callable[..., Any]
SignIn = Callable[[str], Client]
CODE = "institute-research-and-teaching"


def typed(**changes: Any) -> dict[str, Any]:
    """The form as it opens for the rule, with what the person changes."""
    rule, ways = first_values(LegalRule.objects.get(code=CODE).record.model_dump(mode="json"))
    lines = {"form-TOTAL_FORMS": WAYS, "form-INITIAL_FORMS": 0}
    for place, way in enumerate(ways):
        lines |= {f"form-{place}-{name}": value for name, value in way.items()}
    told = {**rule, **lines, "rule": CODE, "reason": "the articles were changed", **changes}
    return {name: value for name, value in told.items() if value is not None}


def sent(client: Client, **changes: Any) -> Any:
    return client.post(reverse("office:legal_draft_new"), typed(**changes))


def as_(person: Any) -> Client:
    client = Client()
    client.force_login(person, backend="seoulution.apps.accounts.backend.PersonBackend")
    return client


def test_the_form_gives_back_the_rule_it_was_opened_with() -> None:
    record = LegalRule.objects.get(code=CODE).record
    rule, _ways = first_values(record.model_dump(mode="json"))
    form = RuleForm(
        {**{name: value for name, value in rule.items() if value is not None}, "reason": "x"}, rule=LegalRule(code=CODE)
    )
    assert form.is_valid(), form.errors
    made = form.record([])
    assert made["actors"] == ["institute"] and made["basis"] == record.basis.model_dump(mode="json")
    assert made["quotation"] == record.quotation and made["article"] is None


def test_a_draft_shows_its_effect_and_another_manager_approves_it(person: Person) -> None:
    drafter, other = as_(person("manager", "first")), as_(person("manager", "second"))
    answer = sent(drafter, answer="no_basis", valid_from="2026-01-01")
    row = LegalRuleDraft.objects.get()
    assert answer.status_code == 302 and answer["Location"] == reverse("office:legal_draft", args=[row.pk])
    page = drafter.get(answer["Location"]).content.decode()
    assert "12 combinations are answered otherwise" in page
    assert "2 open engagements change" in page and "Urban planning consulting for Da Nang" in page
    assert "Nobody decides about a draft of their own" in page
    decide = reverse("office:legal_draft_decide", args=[row.pk])
    assert drafter.post(decide, {"verdict": "approve", "reason": "mine"}).status_code == 422
    assert other.post(decide, {"verdict": "approve", "reason": ""}).status_code == 422
    assert other.post(decide, {"verdict": "perhaps", "reason": "why"}).status_code == 422
    assert other.post(decide, {"verdict": "approve", "reason": "read it"}).status_code == 302
    listing = other.get(reverse("office:legal")).content.decode()
    assert "approved" in listing and "read it" in listing and f"{CODE}-2026-01-01" in listing


def test_what_stands_in_the_way_is_shown_with_what_was_typed(person: Person) -> None:
    answer = sent(as_(person("manager")), answer="no_basis", basis_en="My new words.")
    page = answer.content.decode()
    assert answer.status_code == 422 and "say from which day" in page and "My new words." in page
    assert not LegalRuleDraft.objects.exists()


def test_the_same_form_sent_twice_counts_once(person: Person) -> None:
    client = as_(person("manager"))
    key = "6f1fd7d1-13a4-4f6f-8f7e-5f9b8d7a1c11"
    first = sent(client, basis_en="Clearer.", submission=key)
    assert sent(client, basis_en="Clearer.", submission=key)["Location"] == first["Location"]
    assert LegalRuleDraft.objects.count() == 1


def test_a_new_rule_with_a_lawful_way_is_drafted_and_taken_back(person: Person) -> None:
    client = as_(person("manager"))
    way = {"form-0-actor": "agency", "form-0-ko": "코이카가 한다.", "form-0-en": "KOICA does it."}
    data = typed(code="institute-shares", activities=["equity"], answer="no_basis", rule=None, **way)
    assert client.post(reverse("office:legal_draft_new"), data).status_code == 302
    row = LegalRuleDraft.objects.get(code="institute-shares")
    assert row.after.alternatives[0].text.en == "KOICA does it." and row.before is None
    decide = reverse("office:legal_draft_decide", args=[row.pk])
    assert client.post(decide, {"verdict": "withdraw", "reason": "too early"}).status_code == 302
    assert "taken back" in client.get(reverse("office:legal")).content.decode()


@pytest.mark.parametrize("role", ["officer", "analyst", "auditor"])
def test_others_of_the_office_read_a_draft_and_decide_nothing(person: Person, signed_in_as: SignIn, role: str) -> None:
    sent(as_(person("manager")), basis_en="Clearer.")
    row, client = LegalRuleDraft.objects.get(), signed_in_as(role)
    page = client.get(reverse("office:legal_draft", args=[row.pk])).content.decode()
    assert "only the words change" in page and "legal_draft_decide" not in page and 'name="verdict"' not in page
    assert client.get(reverse("office:legal_draft_new")).status_code == 403
    assert client.post(reverse("office:legal_draft_decide", args=[row.pk])).status_code == 403
