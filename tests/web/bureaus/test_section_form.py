"""One section as a form: both languages or neither, a text with a source, a question with somebody to ask."""

from typing import Any

import pytest

from seoulution.reference.schema.template import TemplatePart
from seoulution.web.bureaus.section_form import SectionForm

pytestmark = pytest.mark.django_db
EMPTY: dict[str, Any] = {"text": None, "gaps": []}


def form(**sent: Any) -> SectionForm:
    return SectionForm(TemplatePart.COST, ["owner-statement"], data={"basis": "B", **sent})


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"ko": "가", "sources": ["owner-statement"]}, "en"),
        ({"ko": "가", "en": "a"}, "another"),
        ({"ko": "가", "en": "a", "another": "no such source at all"}, "another"),
        ({"ko": "가", "en": "a", "new_title": "Budget"}, "new_publisher"),
        ({"gap_ko": "얼마?", "gap_en": "How much?"}, "gap_ask"),
        ({"gap_ko": "얼마?", "gap_ask": "seoul"}, "gap_en"),
        ({"gap_ko": "얼마?", "gap_en": "How much?", "gap_ask": "nobody"}, "gap_ask"),
        ({}, "gap_ko"),
        ({"ko": "가", "en": "a", "sources": ["owner-statement"], "answers": ["law.basis"]}, "answers"),
        ({"ko": "가", "en": "a", "sources": ["owner-statement"], "basis": "C"}, "basis"),
    ],
)
def test_what_is_missing_is_said_at_its_field(sent: dict[str, Any], field: str) -> None:
    assert set(form(**sent).errors) == {field}


def test_a_text_and_a_question_become_the_part_and_lead_back_to_the_form() -> None:
    sent = {"ko": "가", "en": "a", "another": "seoul-article", "answers": ["cost.to-run"], "basis": "D"}
    filled = form(**sent, gap_ko="얼마?", gap_en="How much?", gap_ask="seoul")
    assert filled.is_valid(), filled.errors
    value = filled.value("cost", {"text": None, "gaps": [{"about": "cost"}, {"about": "cost", "kept": True}]}, "added-x")
    assert value["text"]["sources"] == ["seoul-article", "added-x"] and value["gaps"][1] == {"about": "cost", "kept": True}
    again = SectionForm.initial_of(value)
    assert (again["en"], again["basis"], again["gap_ask"]) == ("a", "D", "seoul")
    assert SectionForm.initial_of(EMPTY)["basis"] == "B"
