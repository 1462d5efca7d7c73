"""The gate line by line, and the stage that comes next."""

from datetime import date

import pytest

from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.queries import facts_of
from seoulution.engine.engagements.stages import findings_before, gate_of
from seoulution.engine.vocabulary import Stage
from seoulution.web.office.engagement_gate import ASKS, gate_lines

TODAY = date(2026, 11, 22)


def test_every_check_of_every_gate_has_words() -> None:
    for stage in Stage:
        assert {check.__qualname__.split(".", 1)[0] for check in gate_of(stage)} <= set(ASKS)
        assert len(gate_lines(stage, None)) == len(gate_of(stage))


@pytest.mark.django_db
@pytest.mark.parametrize("stage", list(Stage))
def test_the_lines_are_what_the_gate_found_and_what_is_missing_comes_first(stage: Stage) -> None:
    facts = facts_of(Engagement.objects.get(code="metro-manila-transport-advice"), today=TODAY)
    lines = gate_lines(stage, facts)
    assert {line.finding for line in lines if line.finding} == set(findings_before(stage, facts))
    tones = [line.tone == "good" for line in lines]
    assert tones == sorted(tones)
