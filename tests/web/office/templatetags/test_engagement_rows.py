"""Rows and cards of the list are escaped, and a card is the component's own markup but for its heading."""

import pytest

from seoulution.engine.vocabulary import Stage
from seoulution.web.office.engagement_columns import chosen_columns
from seoulution.web.office.templatetags.engagement_rows import engagement_cards, engagement_rows

ROW = {
    "pk": 7, "code": "x-1", "name_ko": "<b>이름</b>", "name_en": "<script>", "sector": "water", "stage": Stage.TRAINING, "standing": "won",
    "ending": "", "lead": "city_hall", "city__code": "hanoi", "city__name_ko": "하노이", "city__name_en": "Hanoi & more",
    "owner__first_name": "", "owner__last_name": "", "owner__username": None, "last_contact_on": None,
}  # fmt: skip


def test_nothing_of_a_record_is_markup() -> None:
    html = engagement_rows([ROW], chosen_columns([]), selectable=True) + engagement_cards([ROW])
    assert "<script>" not in html and "&lt;script&gt;" in html and "Hanoi &amp; more" in html


def test_a_row_can_be_chosen_only_where_it_may_be_changed() -> None:
    assert 'type="checkbox"' not in engagement_rows([ROW], chosen_columns([]))
    assert 'name="row" value="7" form="change-several"' in engagement_rows([ROW], chosen_columns([]), selectable=True)


def test_what_is_not_known_is_a_dash() -> None:
    assert engagement_rows([ROW], chosen_columns(["owner", "last_contact"])).count(">–</td>") == 2


@pytest.mark.parametrize(
    ("standing", "ending", "tone"), [("won", "", "good"), ("planned", "", "neutral"), ("won", "lost", "neutral")]
)
def test_an_ending_stands_before_the_standing(standing: str, ending: str, tone: str) -> None:
    row = {**ROW, "standing": standing, "ending": ending}
    assert f"tone--{tone}" in engagement_cards([row])
