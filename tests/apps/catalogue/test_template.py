"""The shipped template as the editor and the rules read it."""

from seoulution.apps.catalogue.template import guidance, praise, praise_rules, promotional, questions
from seoulution.reference.load import reference
from seoulution.reference.schema.catalogue import PolicySolution
from seoulution.reference.schema.template import TemplatePart

WORDS = {"ko": "세계 최고이다.", "en": "Leaks fell to [2.3 %](claim:leakage-2016).", "sources": ["owner-statement"]}


def record(**changed: object) -> PolicySolution:
    (found,) = (each for each in reference().of(PolicySolution) if each.code == "revenue-water")
    return PolicySolution.model_validate({**found.model_dump(mode="json"), **changed})


def test_parts_questions_and_praise_are_found_by_code() -> None:
    assert list(guidance()) == list(TemplatePart)
    assert questions()["cost.to-run"].en.endswith("?") and set(praise()) == {rule.code for rule in praise_rules()}


def test_a_section_is_promotional_until_it_answers_a_question_and_proves_its_praise() -> None:
    sections = record().model_dump(mode="json")["sections"]
    told = promotional(record(sections={**sections, "results": WORDS}))["results"]
    assert {finding.code for finding in told} == {"editorial.answers-nothing", "editorial.praise-without-claim"}
    mended = {**WORDS, "ko": "누수가 줄었다.", "answers": ["results.before-after"]}
    assert "results" not in promotional(record(sections={**sections, "results": mended}))
