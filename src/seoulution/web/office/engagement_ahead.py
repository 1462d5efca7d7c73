"""The steps of the stages ahead of an engagement, with the bodies and firms of the network that help in each."""

from typing import Any, Final

from seoulution.apps.engagements.queries import partners
from seoulution.apps.network.models import Agency, Firm
from seoulution.engine.engagements.facts import EngagementFacts
from seoulution.engine.engagements.steps import plan_steps

SHOWN_PARTNERS: Final = 4


def steps_ahead(facts: EngagementFacts) -> list[tuple[Any, list[Any], list[Any], int]]:
    """The steps of the stages ahead, with a few bodies and firms that help in each and how many more there are."""
    planned = plan_steps(facts, partners=partners())
    agencies = {row.code: row for row in Agency.objects.defer("data")}
    firms = {row.code: row for row in Firm.objects.defer("data")}
    return [
        (
            step,
            [agencies[code] for code in step.agencies[:SHOWN_PARTNERS]],
            [firms[code] for code in step.firms[:SHOWN_PARTNERS]],
            len(step.agencies[SHOWN_PARTNERS:]) + len(step.firms[SHOWN_PARTNERS:]),
        )
        for step in planned
    ]
