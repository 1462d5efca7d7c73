from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from seoulution.engine.provenance import Source, Sourced
from seoulution.engine.vocabulary import Boundary, Confidence

Render = Callable[..., str]
BRIEFING = Source("seoul-briefing", "Plan", "Seoul", "https://example.org/plan", "2014", date(2014, 5, 31))
HO_CHI_MINH = Sourced(7_680_000, "people", 2014, Boundary.CITY, "seoul-briefing", Confidence.SECONDARY)
TRINIDAD = Sourced(1_330_000, "people", 2014, Boundary.COUNTRY, "seoul-briefing", Confidence.SECONDARY)
BANGKOK = Sourced(8_280_000, "people", 2014, Boundary.CITY, "seoul-briefing", Confidence.DERIVED, printed="8,28만명")
"""Populations as the briefing prints them; Bangkok's comma slipped (source-corrections 23)."""


def test_a_figure_carries_unit_year_boundary_and_source(render: Render) -> None:
    shown = render("{% figure it %}", it=HO_CHI_MINH, sources={"seoul-briefing": BRIEFING})
    for part in ("7,680,000", "people", "2014", "City proper", "Secondary source", "Plan, Seoul", "https://example.org/plan"):
        assert part in shown, part


def test_a_country_standing_in_for_a_city_wears_a_badge(render: Render) -> None:
    assert "Country figure" in render("{% figure it %}", it=TRINIDAD)
    assert "Country figure" not in render("{% figure it %}", it=HO_CHI_MINH)


def test_what_was_printed_stands_beside_what_was_corrected(render: Render) -> None:
    shown = render("{% figure it readable=True %}", it=BANGKOK, language="ko")
    assert "828만" in shown and "<s>8,28만명</s>" in shown


def test_what_is_counted_in_thousands_is_not_written_in_ten_thousands(render: Render) -> None:
    counted = Sourced(11_856, "thousand persons", 2010, Boundary.CITY, "seoul-briefing", Confidence.SECONDARY)
    shown = render("{% figure it readable=True %}", it=counted, language="ko")
    assert "11,856" in shown and "1만" not in shown


@pytest.mark.parametrize("missing", [None, ""])
def test_what_is_not_known_is_said_to_be_not_known(render: Render, missing: object) -> None:
    assert "Not known" in render("{% figure it %}", it=missing)


def test_an_unknown_source_shows_its_code_rather_than_nothing(render: Render) -> None:
    assert "seoul-briefing" in render("{% figure it %}", it=HO_CHI_MINH)


def test_the_same_figure_twice_has_two_notes_and_the_same_page_is_built_alike(render: Render) -> None:
    twice = render("{% figure it %}{% figure it %}", it=HO_CHI_MINH)
    marks = [part.split('"')[0] for part in twice.split('popovertarget="')[1:]]
    assert len(set(marks)) == 2
    assert render("{% figure it %}{% figure it %}", it=HO_CHI_MINH) == twice


def test_units_and_currencies_are_in_the_readers_language(render: Render) -> None:
    cost = Sourced(Decimal("14900000000"), "KRW", None, Boundary.PROGRAMME, "seoul-briefing", Confidence.PRIMARY)
    share = Sourced(0.739, "share", 2013, Boundary.PROGRAMME, "seoul-briefing", Confidence.PRIMARY)
    assert "149억 원" in render("{% figure it %}", it=cost, language="ko")
    assert "KRW 14.9 billion" in render("{% figure it %}", it=cost)
    assert "73.9%" in render("{% figure it %}", it=share)
    assert "명" in render("{% figure it %}", it=HO_CHI_MINH, language="ko")


def test_hostile_words_in_a_source_stay_words(render: Render) -> None:
    hostile = Source("x", "<script>alert(1)</script>", "", None, None, None)
    assert "<script>" not in render("{% figure it source=s %}", it=HO_CHI_MINH, s=hostile)
