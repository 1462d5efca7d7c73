"""Facts and deliverable as forms."""

from typing import Any

import pytest

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.catalogue.parts import value_of
from seoulution.web.bureaus.whole_forms import DeliverableForm, FactsForm

pytestmark = pytest.mark.django_db


def posted(form: Any, entry: dict[str, Any]) -> dict[str, Any]:
    initial = {name: form.base_fields[name].prepare_value(value) for name, value in form.initial_of(entry).items()}
    return {name: value for name, value in initial.items() if value is not None}


def test_shipped_facts_pass_through_the_form_unchanged() -> None:
    for row in PolicySolution.objects.all():
        facts = value_of(row.data, "facts")
        form = FactsForm(posted(FactsForm, facts))
        assert form.is_valid(), (row.code, form.errors)
        made = form.entry()
        assert {**made, "result": {**facts["result"], **made["result"]}} == facts, row.code


def test_words_of_symptoms_are_pairs_and_half_a_pair_is_refused() -> None:
    facts = value_of(PolicySolution.objects.get(code="revenue-water").data, "facts")
    assert set(FactsForm(posted(FactsForm, facts) | {"symptoms": "물이 샌다"}).errors) == {"symptoms"}
    assert FactsForm(posted(FactsForm, facts) | {"symptoms": "물이 샌다 | Water leaks"}).is_valid()


def test_a_deliverable_left_empty_is_none_and_a_half_written_one_is_refused() -> None:
    empty = DeliverableForm({})
    assert empty.is_valid() and empty.entry() is None
    assert set(DeliverableForm({"product__ko": "장비"}).errors) == {"product__en"}
    whole = DeliverableForm(
        {"product__ko": "장비", "product__en": "Kit", "product__sources": "owner-statement", "providers": "seoul-metro"}
    )
    assert whole.is_valid()
    made = whole.entry()
    assert made is not None and made["providers"] == ["seoul-metro"] and made["price_basis"] is None
