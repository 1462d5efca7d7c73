"""A text in parts: read, marked, put back, and nothing else touched."""

from typing import Any

import pytest

from seoulution.apps.catalogue.parts import (
    FACTS,
    IDENTITY,
    OTHER_GAPS,
    SECTIONS,
    WHOLE,
    guidance_of,
    is_filled,
    mark_of,
    value_of,
    with_value,
)
from seoulution.reference.load import reference
from seoulution.reference.schema.catalogue import PolicySolution
from seoulution.reference.schema.template import TemplatePart

RECORDS = {record.code: record for record in reference().of(PolicySolution)}
DATA: dict[str, Any] = RECORDS["revenue-water"].model_dump(mode="json")
ALL = (*SECTIONS, *IDENTITY, *WHOLE, "facts", OTHER_GAPS, "claims.rwr-2013", "levels.1")


def after(part: str, value: Any) -> dict[str, Any]:
    return {**DATA, **with_value(DATA, part, value)}


@pytest.mark.parametrize("code", list(RECORDS))
def test_putting_back_what_was_read_changes_nothing(code: str) -> None:
    data = RECORDS[code].model_dump(mode="json")
    for part in (*SECTIONS, *IDENTITY, *WHOLE, "facts", OTHER_GAPS):
        written = {**data, **with_value(data, part, value_of(data, part))}
        assert PolicySolution.model_validate(written).model_copy(update={"gaps": ()}) == RECORDS[code].model_copy(
            update={"gaps": ()}
        )
        assert sorted(map(str, written["gaps"])) == sorted(map(str, data["gaps"]))


def test_a_section_taken_away_leaves_its_question_and_the_others() -> None:
    gap = {"about": "cost", "question": {"ko": "얼마인가?", "en": "How much?"}, "ask": "seoul"}
    written = after("sections.cost", {"text": None, "gaps": [gap]})
    assert "cost" not in written["sections"] and gap in written["gaps"] and len(written["gaps"]) == len(DATA["gaps"]) + 1
    assert list(written["sections"]) == [key for key in DATA["sections"] if key != "cost"]


def test_an_entry_is_replaced_in_its_place_added_last_or_taken_away() -> None:
    claim = value_of(DATA, "claims.rwr-2013")
    codes = [entry["code"] for entry in DATA["claims"]]
    assert [e["code"] for e in after("claims.rwr-2013", {**claim, "series": None})["claims"]] == codes
    assert [e["code"] for e in after("claims.new", {**claim, "code": "new"})["claims"]] == [*codes, "new"]
    assert [e["code"] for e in after("claims.rwr-2013", None)["claims"]] == [c for c in codes if c != "rwr-2013"]
    assert [e["level"] for e in after("levels.1", value_of(DATA, "levels.1"))["levels"]] == [e["level"] for e in DATA["levels"]]


def test_a_mark_changes_with_its_own_part_only() -> None:
    written = after("sections.cost", {"text": None, "gaps": []})
    assert [part for part in ALL if mark_of(written, part) != mark_of(DATA, part)] == ["sections.cost"]


def test_facts_are_written_together_and_unknown_parts_are_refused() -> None:
    assert set(with_value(DATA, "facts", value_of(DATA, "facts"))) == set(FACTS)
    for act in (lambda: value_of(DATA, "slogan"), lambda: with_value(DATA, "slogan", "")):
        with pytest.raises(KeyError):
            act()


def test_each_part_of_the_template_guides_the_writer_of_its_part() -> None:
    assert guidance_of("sections.cost") is TemplatePart.COST and guidance_of("claims.rwr-2013") is TemplatePart.CLAIMS
    assert guidance_of("facts") is None
    assert is_filled(RECORDS["revenue-water"], TemplatePart.COST)
    assert not is_filled(RECORDS["food-waste"], TemplatePart.CONTACT)
