"""The city's own aid: one share is known, the others are said to be unknown."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from tests.web.office.pages import page, rows_of

from seoulution.apps.financing.models import OdaShare
from seoulution.web.office.oda import rest_of, share_of

shares = st.lists(st.decimals(min_value=0, max_value=1, places=4), max_size=8)


@given(shares)
def test_the_rest_is_what_the_whole_lacks_and_never_below_nothing(known: list[Decimal]) -> None:
    rest = rest_of(known)
    assert 0 <= rest <= 1
    assert rest == max(1 - sum(known), 0)


@pytest.mark.django_db
def test_training_was_73_9_percent_in_2013() -> None:
    """The briefing: 전체 사업 대비 73.9%, 2013년 기준."""
    assert share_of(OdaShare.objects.get(code="invited-training")) == Decimal("0.739")


@pytest.mark.django_db
def test_an_unknown_share_is_not_a_zero() -> None:
    assert share_of(OdaShare.objects.get(code="emergency-relief")) is None


@pytest.mark.django_db
def test_the_page_computes_the_rest_and_says_what_is_missing(signed_in_as: Callable[[str], Client]) -> None:
    html = page(signed_in_as("officer"), "office:oda")
    assert "26.1%" in html
    assert "전체 사업 대비 73.9%, 2013년 기준" in html
    assert html.count("Not known") >= 4
    assert "What is missing" in html


@pytest.mark.django_db
def test_the_download_leaves_unknown_shares_empty(signed_in_as: Callable[[str], Client]) -> None:
    rows = {row["Code"]: row["Share"] for row in rows_of(signed_in_as("officer"), "office:oda")}
    assert rows.pop("invited-training") == "0.739"
    assert set(rows.values()) == {""}
