"""Why a solution was offered, without the value of a claim that is over."""

import pytest
from django.utils import timezone
from django.utils.translation import override
from tests.apps.publishing.referring import AFTER, BEFORE, ended, referring

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.matching.offers import Offer
from seoulution.apps.publishing.compose.reasons import reasons_of
from seoulution.apps.publishing.quoting import Register

pytestmark = pytest.mark.django_db


def _reasons(row: PolicySolution, passage: str, language: str = "en") -> str:
    offer = Offer(row, 1, False, (), False, {language: passage}, (), "proposed", "")
    with override(language):
        return " ".join(reasons_of(offer, Register(timezone.localdate())))


def test_a_passage_is_quoted_as_the_index_has_it() -> None:
    assert "“It rose from 55.2 % to 94.4 %.”" in _reasons(referring(), "It rose from 55.2 % to 94.4 %.")


def test_a_withheld_value_gives_way_to_the_notice_also_where_the_index_cut_the_passage() -> None:
    row = referring()
    ended(BEFORE)
    ended(AFTER)
    for passage in ("It rose from 55.2 % to 94.4 %.", "It rose from 55.2 % to 94.4…", "It rose from 55.2…"):
        told = _reasons(row, passage)
        assert "55.2" not in told and "94.4" not in told and "[withheld: Revenue water ratio (1989)" in told, passage
    assert "55.2" not in _reasons(row, "유수율은 55.2 %에서 94.4 %로 올랐다.", "ko")


def test_other_numbers_that_hold_the_same_digits_stay() -> None:
    row = referring()
    ended(BEFORE)
    assert "155.2 %" in _reasons(row, "Elsewhere it is 155.2 %.")


def test_an_offer_without_a_reason_was_chosen_by_a_person() -> None:
    assert _reasons(PolicySolution.objects.select_related("owner").get(code="topis"), "") == "Chosen by a person."
