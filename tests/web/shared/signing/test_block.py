"""The signing block as pages draw it."""

from collections.abc import Callable
from typing import Any

import pytest
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
