"""What the page of an edition shows."""

from datetime import date

import pytest
from tests.apps.publishing.receiving import observed, receivable

from seoulution.apps.cities.models import City
from seoulution.apps.publishing.editions import city_edition
from seoulution.engine.vocabulary import Language
from seoulution.web.shared.edition_page import edition_context, wish

pytestmark = pytest.mark.django_db


def test_the_page_has_each_condition_once_and_each_open_one_as_a_question() -> None:
    row, city = receivable(), City.objects.get(code="hanoi")
    observed(city, "water-metered-share", 95, "%")
    shown = edition_context(city_edition(row, city, Language.EN, today=date(2026, 11, 22)))
    codes = [each["condition"].code for each in (*shown["judged"], *shown["apart"])]
    assert sorted(codes) == sorted(condition.code for condition in row.record.conditions)
    open_ones = {each["condition"].code for each in shown["questions"]}
    assert open_ones == {each["condition"].code for each in (*shown["judged"], *shown["apart"]) if each["tone"] == "missing"}


def test_every_source_that_the_page_may_cite_is_at_hand() -> None:
    row, city = receivable(), City.objects.get(code="bangkok")
    edition = city_edition(row, city, Language.EN, today=date(2026, 11, 22))
    sources = edition_context(edition)["sources"]
    assert "fed-g5a" in sources and set(row.record.sections["law"].sources) <= set(sources)


def test_the_wish_names_the_solution() -> None:
    edition = city_edition(receivable(), City.objects.get(code="hanoi"), Language.EN, today=date(2026, 11, 22))
    assert "Revenue water and leakage management" in wish(edition)
