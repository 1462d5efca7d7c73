"""The signing block as pages draw it."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.template.loader import render_to_string
from tests.apps.engagements.services.test_approvals import DAY, sent
from tests.apps.engagements.signatories import ranked

from seoulution.apps.engagements.services.signing import sign
from seoulution.engine.engagements.codes import Rank, Verdict
from seoulution.web.shared.signing.block import rounds_of

pytestmark = pytest.mark.django_db


def test_each_round_has_its_block_with_the_turn_and_the_last_place_marked(person: Callable[..., Any]) -> None:
    people = {rank: ranked(person, rank) for rank in (Rank.OFFICER, Rank.TEAM_HEAD, Rank.DIVISION_HEAD)}
    case = sent(people)
    [only] = rounds_of(case)
    assert [(cell.signatory, cell.is_turn, cell.last) for cell in only.cells] == [
        ("officer", False, False),
        ("team_head", True, False),
        ("division_head", False, True),
    ]
    sign(case, verdict=Verdict.SENT_BACK, reason="x", by=people[Rank.TEAM_HEAD], seen_round=1, today=DAY)
    case.refresh_from_db()
    assert not any(cell.is_turn for cell in rounds_of(case)[0].cells)


def test_the_block_is_a_list_of_places_that_can_wrap_and_no_table_that_scrolls(person: Callable[..., Any]) -> None:
    people = {rank: ranked(person, rank) for rank in (Rank.OFFICER, Rank.TEAM_HEAD, Rank.DIVISION_HEAD)}
    [only] = rounds_of(sent(people))
    shown = render_to_string("shared/signing/_block.html", {"round": only})
    assert shown.count("<li>") == 3 and "<table" not in shown and 'aria-label="Signing block, round 1"' in shown
    places = [" ".join(re.sub("<[^>]+>", " ", place).split()) for place in shown.split("<li>")[1:]]
    assert places[1] == "Head of team team_head waits" and places[2].startswith(
        "Head of division (decides) division_head later"
    )
