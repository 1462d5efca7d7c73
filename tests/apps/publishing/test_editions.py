"""What the receiver's edition says of a city, gathered from the records."""

from datetime import date

import pytest
from tests.apps.publishing.receiving import in_spanish, observed, receivable, rewritten

from seoulution.apps.catalogue.languages import TranslationState
from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.cities.models import City
from seoulution.apps.publishing.editions import CityEdition, city_edition
from seoulution.engine.vocabulary import Language

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


def of(city: str, language: Language = Language.EN, row: PolicySolution | None = None) -> CityEdition:
    solution = row or receivable()
    return city_edition(solution, City.objects.select_related("country").get(code=city), language, today=TODAY)


def test_the_citys_own_figures_decide_the_level_and_what_would_lift_it() -> None:
    row, hanoi = receivable(), City.objects.get(code="hanoi")
    observed(hanoi, "water-metered-share", 95, "%")
    observed(hanoi, "water-hours", 6, "h/day")
    found = of("hanoi", row=row).edition
    assert found.fits is not None and (found.fits.level, found.fits.sure) == (2, 2)
    assert found.next_level is not None and found.next_level.change == ("night-pressure",)
    assert [result.code for result in found.apart] == ["keeps-savings"]


def test_a_shipped_solution_whose_levels_require_nothing_names_no_level() -> None:
    for row in PolicySolution.objects.offered():
        if not any(level.requires for level in row.record.levels):
            assert of("hanoi", row=row).edition.fits is None


def test_a_cost_is_shown_as_paid_and_in_dollars_and_the_citys_money_at_the_rate_of_its_year() -> None:
    costs = {cost.claim.code: cost for cost in of("bangkok").costs}
    pipes = costs["pipe-cost-2013"]
    assert pipes.paid is not None and (pipes.paid.amount, pipes.paid.currency) == (2_900_000_000_000, "KRW")
    assert pipes.dollars is not None and pipes.dollars.money.amount == 2_650_000_000 and pipes.dollars.year == 2013
    assert pipes.own is not None and pipes.own.money.currency == "THB" and not pipes.lacking
    assert costs["recovery-2001"].paid is None


def test_a_currency_without_a_rate_is_named_and_not_converted() -> None:
    pipes = {cost.claim.code: cost for cost in of("hanoi").costs}["pipe-cost-2013"]
    assert pipes.own is None and pipes.dollars is not None and pipes.lacking == ("VND",)


def test_places_that_received_it_come_once_most_alike_first_and_the_own_city_apart() -> None:
    found = of("hanoi")
    codes = [each.city.code for each in found.receivers if each.city]
    assert len(codes) == len(set(codes)) and {"chanchamayo", "hue"} <= set(codes)
    distances = [each.likeness.distance for each in found.receivers if each.likeness]
    assert distances == sorted(distances)
    assert found.received_here is None
    own = of("chanchamayo")
    assert own.received_here is not None and own.received_here.shared and own.received_here.likeness is None
    assert "chanchamayo" not in [each.city.code for each in own.receivers if each.city]


def test_a_solution_that_nobody_received_says_so() -> None:
    row = PolicySolution.objects.offered().filter(engagements=None, data__shared=[]).first()
    assert row is not None
    assert of("hanoi", row=row).receivers == ()


def test_each_text_says_which_language_it_is_in_and_what_the_reader_must_know() -> None:
    row = receivable()
    in_spanish(row)
    found = of("bogota", Language.ES, row)
    assert found.record.name.en == "Agua facturada y gestión de fugas"
    assert found.language_of("name") is Language.ES and found.language_of("conditions.block-valves") is Language.EN
    assert "levels.2" in found.shown_as(TranslationState.MACHINE)
    assert found.shown_as(TranslationState.OUTDATED) == ("result",)
    assert "conditions.block-valves" in found.shown_as(TranslationState.MISSING)
    assert "sections.problem" not in found.shown_as(TranslationState.MISSING), "the edition does not show it"


def test_korean_and_english_are_the_originals() -> None:
    for language in (Language.KO, Language.EN):
        found = of("hanoi", language)
        assert found.language_of("name") is language and not found.shown_as(TranslationState.MISSING)


def test_only_issues_of_the_sector_and_the_first_three_steps_are_shown() -> None:
    found = of("hanoi")
    assert found.issues and all(issue.sector is found.record.sector for issue in found.issues)
    assert [number for number, _step in found.first_steps] == [1, 2, 3]
    assert not found.climate_known


def test_sections_that_answer_no_receivers_question_are_flagged() -> None:
    row = receivable()
    data = row.data
    data["sections"]["law"] = {**data["sections"]["law"], "answers": []}
    assert "law" in of("hanoi", row=rewritten(row, data)).promotional
