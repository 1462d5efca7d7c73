"""The board: true counts, the first cards of each stage, and the way to the rest."""

import pytest
from django.test import RequestFactory

from seoulution.apps.engagements.kept_answers import few
from seoulution.apps.engagements.models import Engagement
from seoulution.engine.vocabulary import Stage
from seoulution.web.office import engagement_board

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("is_searched", [False, True])
def test_every_stage_has_a_column_with_its_true_count(monkeypatch: pytest.MonkeyPatch, is_searched: bool) -> None:
    rows = Engagement.objects.filter(withdrawn_on=None).order_by("position", "code")
    monkeypatch.setattr(engagement_board, "CARDS", 3)
    board = engagement_board.board_of(
        RequestFactory().get("/office/engagements/?sector=&page=2"), rows, searched=few(rows) if is_searched else None
    )
    assert [column.stage for column in board] == list(Stage)
    for column in board:
        stage = list(rows.filter(stage=column.stage).values_list("pk", flat=True))
        assert column.count == len(stage) and [card["pk"] for card in column.cards] == stage[:3]
        assert bool(column.more) is (len(stage) > 3) and "page" not in column.more


def test_an_empty_list_is_an_empty_board() -> None:
    board = engagement_board.board_of(RequestFactory().get("/"), Engagement.objects.none())
    assert not any(column.count or column.cards for column in board)
