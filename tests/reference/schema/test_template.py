"""The template as data: every part has guidance and questions, and sections answer only what is asked of them."""

import pytest
from pydantic import ValidationError

from seoulution.engine.catalogue.completeness import WEIGHTS
from seoulution.reference.load import reference
from seoulution.reference.schema.catalogue import PolicySolution, SectionKey
from seoulution.reference.schema.template import PartGuidance, Praise, TemplatePart, template_problems

PARTS = reference().of(PartGuidance)


def solution(answers: list[str]) -> PolicySolution:
    """A shipped one whose problem section answers these questions."""
    data = reference().of(PolicySolution)[0].model_dump(mode="json")
    problem = {"ko": "물이 샌다.", "en": "Water leaks.", "sources": ["owner-statement"], "answers": answers}
    return PolicySolution.model_validate({**data, "sections": {**data["sections"], "problem": problem}})


def test_every_section_and_every_weighed_part_has_its_guidance() -> None:
    assert [part.part for part in PARTS] == list(TemplatePart)
    assert {key.value for key in SectionKey} | set(WEIGHTS) <= {part.part.value for part in PARTS}


def test_what_ships_answers_only_questions_of_its_own_section() -> None:
    assert list(template_problems(PARTS, reference().of(PolicySolution))) == []


def test_an_answer_to_another_sections_question_is_named_with_its_place() -> None:
    (problem,) = template_problems(PARTS, [solution(["problem.cause", "cost.to-run"])])
    assert "sections.problem.answers: cost.to-run" in problem


def test_a_part_without_guidance_and_a_question_asked_twice_are_named() -> None:
    problems = list(template_problems((*PARTS[1:], PARTS[1]), []))
    assert "template: problem has no guidance" in problems
    assert f"template: question {PARTS[1].questions[0].code} is asked twice" in problems


def test_a_part_asks_at_least_one_question() -> None:
    words = {"ko": "가", "en": "a"}
    with pytest.raises(ValidationError):
        PartGuidance.model_validate({"part": "cost", "write": words, "length": words, "questions": [], "unknown": words})


def test_praise_is_listed_for_both_languages_records_are_written_in() -> None:
    assert {praise.language for praise in reference().of(Praise)} == {"ko", "en"}
