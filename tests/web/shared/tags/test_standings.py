"""Filters that say where an engagement stood."""

from django.template import Context, Template

from seoulution.engine.engagements.standing import Certainty, Presence, StandingOn
from seoulution.engine.vocabulary import Stage, Standing


def test_each_filter_says_its_part() -> None:
    on = StandingOn(Presence.IN_STAGE, Certainty.TOLD, (Stage.CONSULTING,), Standing.WON)
    template = Template("{% load seoulution %}{{ on|standing_then }} / {{ on|stages_then }} / {{ on|certainty }}")
    assert template.render(Context({"on": on})) == "Contract won / Policy consulting / As the documents of 2014 tell it."
