from collections.abc import Callable

import pytest

from seoulution.web.shared.component_values import StageStep, StepState
from seoulution.web.shared.tags.steps import state_words

Render = Callable[..., str]


@pytest.mark.parametrize("state", list(StepState))
def test_every_state_is_said_in_words(render: Render, state: StepState) -> None:
    assert state_words(state) in render("{% stage_track s %}", s=[StageStep("Training", state)])


def test_the_stage_we_are_in_is_marked(render: Render) -> None:
    steps = [StageStep("a", StepState.DONE), StageStep("b", StepState.CURRENT), StageStep("c", StepState.AHEAD)]
    assert render("{% stage_track s %}", s=steps).count('aria-current="step"') == 1


def test_progress_is_a_share_or_openly_unknown(render: Render) -> None:
    assert 'value="36"' in render('{% progress label="x" done=4 total=11 %}')
    assert "value=" not in render('{% progress label="x" %}')


def test_finished_work_is_no_longer_asked_about(render: Render) -> None:
    assert 'hx-get="/jobs/7/"' in render('{% progress label="x" done=1 total=2 poll="/jobs/7/" %}')
    assert "hx-get" not in render('{% progress label="x" done=2 total=2 %}')
