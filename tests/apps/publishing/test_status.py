"""Rows of the status of sharing in words and with merged cells."""

from datetime import date

import pytest
from django.utils.translation import override

from seoulution.apps.engagements.models import Engagement
from seoulution.apps.publishing.status import certainty_words, counts_of, lines_of, stage_words, standing_words
from seoulution.engine.engagements.standing import Certainty, Presence, StandingOn
from seoulution.engine.provenance import AS_OF_PROGRAMME
from seoulution.engine.vocabulary import Ending, Stage, Standing

TODAY = date(2026, 11, 22)


@pytest.mark.django_db
def test_the_documents_table_counts_fourteen_countries_fifteen_places_sixteen_engagements() -> None:
    """Article, table 2: 16 rows, Ho Chi Minh City twice."""
    counts = counts_of(Engagement.objects.filter(row__isnull=False).select_related("city"))
    assert (counts.countries, counts.places, counts.engagements) == (14, 15, 16)


@pytest.mark.django_db
def test_cells_reach_over_neighbours_of_one_region_and_country() -> None:
    rows = list(Engagement.objects.filter(row__isnull=False).order_by("row").select_related("city__country"))
    with override("ko"):
        lines = lines_of(rows, AS_OF_PROGRAMME, today=TODAY)
    assert [line.region_rows for line in lines] == [7, 0, 0, 0, 0, 0, 0, 2, 0, 1, 3, 0, 0, 1, 2, 0]
    assert [line.country_rows for line in lines][:4] == [3, 0, 0, 1] and lines[4].client == "교통부 산하 교통정책본부 (OTP)"


def test_what_is_not_known_is_said() -> None:
    nobody_knows = StandingOn(Presence.STAGE_NOT_KNOWN, Certainty.NOT_KNOWN)
    assert (standing_words(nobody_knows), stage_words(nobody_knows)) == ("Not known", "Not known")
    assert certainty_words(nobody_knows) != certainty_words(StandingOn(Presence.STAGE_NOT_KNOWN, Certainty.TOLD))


def test_an_end_and_stages_side_by_side_are_said() -> None:
    ended = StandingOn(Presence.ENDED, Certainty.RECORDED, (Stage.CONSULTING,), ending=Ending.LOST)
    side_by_side = StandingOn(Presence.IN_STAGE, Certainty.RECORDED, (Stage.TRAINING, Stage.CONSULTING), Standing.RUNNING)
    assert standing_words(ended) == "Lost" and stage_words(side_by_side).count(",") == 1
    between = StandingOn(Presence.BETWEEN, Certainty.RECORDED, (Stage.CONSULTING,), Standing.UNDER_REVIEW)
    assert stage_words(between).startswith("after: ")
