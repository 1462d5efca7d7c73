"""The template of a solution as data: what to write in each part, what a receiving city asks of it, how to say what is not known."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from seoulution.reference.schema.base import Code, Record, Words
from seoulution.reference.schema.catalogue import PolicySolution


class TemplatePart(StrEnum):
    """The parts of the template: its sections, in a receiving city's reading order, then what is kept in rows."""

    PROBLEM = "problem"
    ACTIONS = "actions"
    RESULTS = "results"
    OBSTACLES = "obstacles"
    COST = "cost"
    LAW = "law"
    TRANSFER = "transfer"
    SHARED = "shared"
    CONTACT = "contact"
    CLAIMS = "claims"
    LEVELS = "levels"
    CONDITIONS = "conditions"
    FIRST_STEPS = "first_steps"
    DELIVERABLE = "deliverable"


class ReceiverQuestion(Words):
    """What an official of a receiving city asks; a section's `answers` names the codes it answers."""

    code: Code


class PartGuidance(Record):
    """How one part is written. `unknown` : an example of saying honestly what is not known, and whom to ask."""

    part: TemplatePart
    write: Words
    length: Words
    questions: Annotated[tuple[ReceiverQuestion, ...], Field(min_length=1)]
    unknown: Words


class Praise(Record):
    """Words that praise and tell a receiving city nothing; `stems` are beginnings of the word, `unless` innocent phrases with it."""

    code: Code
    language: Annotated[str, Field(pattern="^(ko|en)$")]
    stems: Annotated[tuple[str, ...], Field(min_length=1)]
    unless: tuple[str, ...] = ()
    reason: Words


def template_problems(parts: Iterable[PartGuidance], solutions: Iterable[PolicySolution]) -> Iterator[str]:
    """Parts without guidance, questions that share a code, and answers to questions that their section does not ask."""
    guidance = tuple(parts)
    if not guidance:
        return
    lacking = set(TemplatePart) - {each.part for each in guidance}
    yield from (f"template: {part} has no guidance" for part in sorted(lacking))
    codes = [question.code for each in guidance for question in each.questions]
    yield from (f"template: question {code} is asked twice" for code in sorted({c for c in codes if codes.count(c) > 1}))
    asked = {each.part.value: {question.code for question in each.questions} for each in guidance}
    for solution in solutions:
        for key, text in solution.sections.items():
            yield from (
                f"solutions: {solution.code}: sections.{key}.answers: {code} is not a question of this section"
                for code in text.answers
                if code not in asked[key.value]
            )
