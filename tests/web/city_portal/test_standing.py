"""Where a request stands, in plain words."""

import pytest

from seoulution.apps.demand.models import Message, RequestState, SharingRequest
from seoulution.web.city_portal.standing import MOST_FIGURES, standing


def _request(state: str = "new") -> SharingRequest:
    return SharingRequest(code="x", state=state, text="x")


@pytest.mark.parametrize("state", list(RequestState))
def test_every_state_says_what_is_next(state: RequestState):
    said = standing(_request(state), [], [], None)
    assert said.state and said.next_step


def test_an_unanswered_word_from_the_office_makes_it_the_citys_turn():
    asked, answered = Message(from_city=False, text="?"), Message(from_city=True, text="!")
    assert standing(_request(), [], [asked], None).city_is_next
    assert not standing(_request(), [], [asked, answered], None).city_is_next


def test_nothing_is_wanted_for_a_request_that_was_declined():
    said = standing(_request("declined"), [], [Message(from_city=False, text="?")], None)
    assert not said.wanted and not said.city_is_next


def test_without_a_need_the_city_is_asked_for_one():
    assert "no need" in standing(_request(), [], [], None).wanted[0]


def test_few_figures_are_asked_for():
    assert MOST_FIGURES <= 10
