"""What the encoders read of a solution, in both languages alike."""

from typing import Any

import pytest

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.matching.passages import digest_of, passages_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def solution(db: None) -> PolicySolution:
    return PolicySolution.objects.get(code="revenue-water")


def changed(row: PolicySolution, **parts: Any) -> PolicySolution:
    """The same row as if someone had edited it; not stored."""
    return PolicySolution(code=row.code, data={**row.data, **parts})


def test_every_solution_is_read_alike_in_korean_and_english() -> None:
    for row in PolicySolution.objects.filter(withdrawn_on=None):
        passages = list(passages_of(row))
        weights = {language: [p.weight for p in passages if p.language == language] for language in ("ko", "en")}
        assert weights["ko"] == weights["en"]
        assert len(passages) == 2 * len(weights["ko"])
        assert {passage.solution for passage in passages} == {row.code}
        assert all(passage.text.strip() for passage in passages)


def test_name_and_symptoms_weigh_more_than_the_long_sections(solution: PolicySolution) -> None:
    record = solution.record
    english = [passage for passage in passages_of(solution) if passage.language == "en"]
    symptoms = len(record.symptoms)
    assert english[0].text == f"{record.name.en}. {record.result.en}"
    assert [passage.text for passage in english[1 : 1 + symptoms]] == [symptom.en for symptom in record.symptoms]
    assert [passage.weight for passage in english] == [1.0] * (1 + symptoms) + [0.9] * 3


def test_the_digest_changes_with_a_symptom_and_not_with_what_is_never_read(solution: PolicySolution) -> None:
    before = digest_of(solution)
    assert digest_of(changed(solution)) == before
    assert digest_of(changed(solution, symptoms=[{"ko": "물이 샌다", "en": "Water leaks"}])) != before
    told = solution.data["sections"]
    assert digest_of(changed(solution, sections={**told, "cost": {**told["cost"], "en": "Nobody knows."}})) == before
    assert digest_of(changed(solution, sections={**told, "actions": {**told["actions"], "en": "Nothing was done."}})) != before


def test_a_solution_without_results_is_read_without_them(solution: PolicySolution) -> None:
    sections = {key: words for key, words in solution.data["sections"].items() if key != "results"}
    gap = {"about": "results", "question": {"ko": "무엇이 나아졌는가", "en": "What became better"}, "ask": solution.owner.code}
    without = changed(solution, sections=sections, gaps=[*solution.data["gaps"], gap])
    before, after = list(passages_of(solution)), list(passages_of(without))
    assert len(before) - len(after) == 2
