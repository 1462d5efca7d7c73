"""The sentences of the receiver's edition."""

from datetime import date

import pytest
from tests.apps.publishing.receiving import in_spanish, observed, receivable, rewritten

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.cities.models import City
from seoulution.apps.publishing import edition_words as say
from seoulution.apps.publishing.editions import CityEdition, city_edition
from seoulution.engine.matching.receivers import Likeness
from seoulution.engine.vocabulary import Language

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


def of(row: PolicySolution, language: Language = Language.EN, **figures: float) -> CityEdition:
    city = City.objects.select_related("country").get(code="hanoi")
    for indicator, (value, unit) in {
        "water-metered-share": (figures.get("metered"), "%"),
        "water-hours": (figures.get("hours"), "h/day"),
    }.items():
        if value is not None:
            observed(city, indicator, value, unit)
    return city_edition(row, city, language, today=TODAY)


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ({}, "Level 5 of 5 fits your city, unless what is not known yet turns out otherwise; level 1 fits in any case."),
        ({"metered": 95, "hours": 4}, "Level 2 of 5 fits your city, as far as is known."),
        ({"metered": 5}, "Level 1 of 5 fits your city, as far as is known."),
    ],
)
def test_the_level_is_said_with_how_sure_it_is(figures: dict[str, float], words: str) -> None:
    assert say.level_verdict(of(receivable(), **figures)) == words


def test_the_lowest_level_is_never_said_to_fit_where_something_speaks_against_it() -> None:
    row = receivable()
    for level in row.data["levels"]:
        level["requires"] = ["meters"] if level["level"] == 1 else []
    again = rewritten(row, row.data)
    assert "is where your city would begin, but" in say.level_verdict(of(again, metered=5))


def test_no_level_is_named_without_levels_or_without_what_they_need() -> None:
    row = PolicySolution.objects.select_related("owner").get(code="revenue-water")
    for data in ({**row.data, "levels": []}, {**row.data, "levels": [{**row.data["levels"][0], "requires": []}]}):
        assert "none can be named for your city" in say.level_verdict(of(rewritten(row, data)))


def test_conditions_are_counted_once() -> None:
    assert say.condition_counts(of(receivable(), metered=95, hours=4)) == (
        "Conditions that your city meets: 2; does not meet: 1; not known: 4."
    )


def test_missing_rates_are_named_once() -> None:
    words = say.lacking_words(of(receivable()).costs)
    assert words.startswith("Not converted") and words.count("VND 2013") == 1
    assert say.lacking_words(()) == ""


@pytest.mark.parametrize(
    ("likeness", "words"),
    [
        (
            Likeness("x", True, 1.234, 0.5),
            "in your region, population 1.2 times yours, GDP per head of its country 0.5 times yours",
        ),
        (Likeness("x", False, None, None), "in another region, population can't be compared"),
        (None, "How like your city it is can't be said: it is not on record."),
    ],
)
def test_likeness_is_said_with_its_reasons(likeness: Likeness | None, words: str) -> None:
    assert say.likeness_words(likeness, "en") == words


def test_the_reader_is_told_what_is_not_translated_or_not_read_by_a_person() -> None:
    row = receivable()
    in_spanish(row)
    notes = dict(say.translation_notes(of(row, Language.ES)))
    assert notes["Translated by a machine, not yet read by a person"] == "Levels"
    assert notes["Translated from an older text"] == "Summary"
    assert "Conditions" in notes["In English, because not translated yet"]
    assert not list(say.translation_notes(of(row, Language.KO)))


def test_sections_that_answer_nobody_are_named_by_their_title() -> None:
    row = receivable()
    row.data["sections"]["law"]["answers"] = []
    assert "Law and institutions" in say.promotional_words(of(rewritten(row, row.data)))
