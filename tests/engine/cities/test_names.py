"""A place is found by any of its names; a near miss is answered with suggestions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoulution.engine.cities.names import Found, Named, NameIndex, Suggestions, find, plain

PLACES = (
    Named("metro-manila", ("메트로 마닐라", "Metro Manila", "마닐라", "Manila")),
    Named("ho-chi-minh-city", ("호찌민", "Ho Chi Minh City", "호치민", "Saigon", "Thành phố Hồ Chí Minh")),
    Named("da-nang", ("다낭", "Da Nang", "Đà Nẵng")),
    Named("sao-paulo", ("상파울루", "São Paulo")),
    Named("wellington", ("웰링턴", "Wellington")),
    Named("washington-dc", ("워싱턴 D.C.", "Washington, D.C.", "Washington")),
    Named("san-jose-costa-rica", ("산호세", "San José")),
    Named("san-jose-california", ("새너제이", "San Jose")),
)
INDEX = NameIndex(PLACES)


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("metro-manila", "metro-manila"),
        ("  METRO  MANILA ", "metro-manila"),
        ("메트로마닐라", "metro-manila"),
        ("마닐라시", "metro-manila"),
        ("Manila City", "metro-manila"),
        ("호치민", "ho-chi-minh-city"),
        ("thanh pho ho chi minh", "ho-chi-minh-city"),
        ("đà nẵng", "da-nang"),
        ("Danang", "da-nang"),
        ("Sao Paulo", "sao-paulo"),
        ("Washington DC", "washington-dc"),
    ],
)
def test_any_spelling_of_any_name_finds_the_place(query: str, code: str) -> None:
    assert INDEX.find(query) == Found(code)


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("Metro Manilla", "metro-manila"),
        ("호찌밍", "ho-chi-minh-city"),
        ("Wellingten", "wellington"),
        ("Saigo", "ho-chi-minh-city"),
    ],
)
def test_a_near_miss_is_answered_with_suggestions(query: str, code: str) -> None:
    answer = INDEX.find(query)
    assert isinstance(answer, Suggestions)
    assert answer.codes[0] == code
    assert not answer.ambiguous


def test_the_beginning_of_a_name_is_enough_for_a_suggestion() -> None:
    answer = INDEX.find("Ho Chi")
    assert isinstance(answer, Suggestions)
    assert "ho-chi-minh-city" in answer.codes


def test_a_name_of_two_places_is_answered_with_both() -> None:
    assert INDEX.find("San José") == Suggestions("San José", ("san-jose-costa-rica", "san-jose-california"), ambiguous=True)


@pytest.mark.parametrize("query", ["", "   ", "!!!", "Qqqqqqqq", "🙂"])
def test_what_resembles_nothing_is_answered_with_nothing(query: str) -> None:
    assert INDEX.find(query) == Suggestions(query, ())


def test_a_single_search_needs_no_index() -> None:
    assert find("마닐라", PLACES) == Found("metro-manila")


@given(st.text(max_size=60))
def test_no_text_breaks_the_search_and_plain_is_settled(query: str) -> None:
    answer = INDEX.find(query)
    assert isinstance(answer, Found) or len(answer.codes) <= 5
    assert plain(plain(query)) == plain(query)
