"""The steps ahead, with who could help."""

import pytest
from tests.apps.engagements.services.files import TODAY, told

from seoulution.apps.engagements.queries import facts_of
from seoulution.engine.engagements.course import PLACE
from seoulution.engine.vocabulary import Stage
from seoulution.web.office.engagement_ahead import SHOWN_PARTNERS, steps_ahead


@pytest.mark.django_db
def test_each_step_ahead_names_a_few_helpers_and_counts_the_rest() -> None:
    steps = steps_ahead(facts_of(told(), today=TODAY))
    assert steps and all(PLACE[step.stage] >= PLACE[Stage.CONSULTING] for step, *_helpers in steps)
    for step, agencies, firms, more in steps:
        assert len(agencies) <= SHOWN_PARTNERS and len(firms) <= SHOWN_PARTNERS
        assert len(agencies) + len(firms) + more == len(step.agencies) + len(step.firms)
