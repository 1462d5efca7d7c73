"""A figure as a form, and every shipped figure through it unchanged."""

from typing import Any

import pytest

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.reference.schema.catalogue import Claim
from seoulution.web.bureaus.claim_form import ClaimForm

pytestmark = pytest.mark.django_db


def posted(entry: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in ClaimForm.initial_of(entry).items() if value not in (None, False)}


@pytest.mark.parametrize("code", ["revenue-water", "bus-reform"])
def test_shipped_figures_pass_through_the_form_unchanged(code: str) -> None:
    for entry in PolicySolution.objects.get(code=code).data["claims"]:
        form = ClaimForm(posted(entry), fixed=entry["code"], initial={"code": entry["code"]})
        assert form.is_valid(), (entry["code"], form.errors)
        assert Claim.model_validate(form.entry()) == Claim.model_validate(entry)


def test_a_figure_without_a_year_says_why_and_a_note_is_in_both_languages() -> None:
    entry = PolicySolution.objects.get(code="revenue-water").data["claims"][0]
    sent = posted(entry) | {"figure__year": ""}
    assert set(ClaimForm(sent).errors) == {"figure__note__ko"}
    assert set(ClaimForm(sent | {"figure__note__ko": "연도 없음"}).errors) == {"figure__note__en"}


def test_a_new_figure_does_not_take_the_code_of_another() -> None:
    entry = PolicySolution.objects.get(code="revenue-water").data["claims"][0]
    assert set(ClaimForm(posted(entry), taken=frozenset({entry["code"]})).errors) == {"code"}
    assert set(ClaimForm(posted(entry) | {"code": "Not A Code"}).errors) == {"code"}
