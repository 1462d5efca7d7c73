"""The template's lists as forms: every shipped entry passes through unchanged."""

from typing import Any

import pytest

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.catalogue.parts import value_of
from seoulution.reference.schema import base, catalogue
from seoulution.web.bureaus.entry_forms import FORMS, ConditionForm

pytestmark = pytest.mark.django_db
SHAPES: dict[str, Any] = {
    "levels": catalogue.Level,
    "conditions": catalogue.Condition,
    "first_steps": catalogue.FirstStep,
    "shared": catalogue.Shared,
    "awards": catalogue.Award,
    "patents": catalogue.Patent,
    "gaps": base.Gap,
}


def posted(form: Any, entry: dict[str, Any]) -> dict[str, Any]:
    initial = {name: form.base_fields[name].prepare_value(value) for name, value in form.initial_of(entry).items()}
    return {name: value for name, value in initial.items() if value not in (None, False)}


@pytest.mark.parametrize("part", list(FORMS))
def test_shipped_entries_pass_through_their_form_unchanged(part: str) -> None:
    tried = 0
    for row in PolicySolution.objects.all():
        for entry in value_of(row.data, part) or ():
            form = FORMS[part](posted(FORMS[part], entry))
            assert form.is_valid(), (row.code, entry, form.errors)
            assert SHAPES[part].model_validate({**entry, **form.entry()}) == SHAPES[part].model_validate(entry), row.code
            tried += 1
    assert tried or part == "first_steps"


def test_a_condition_is_checkable_as_a_whole_or_not_at_all() -> None:
    sent = {"code": "meters", "kind": "indicator", "text__ko": "가", "text__en": "a", "basis": "J"}
    assert ConditionForm(sent).is_valid()
    assert set(ConditionForm(sent | {"threshold": "80"}).errors) == {"indicator"}
    assert set(ConditionForm(sent | {"comparison": "at_least", "threshold": "80", "unit": "%"}).errors) == {"indicator"}
