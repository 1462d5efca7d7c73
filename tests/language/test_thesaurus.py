import pytest

from seoulution.engine.demand.understanding import understood
from seoulution.engine.vocabulary import Language, Sector
from seoulution.language.thesaurus import name_of, phrase_of, sectors, vocabulary


def test_every_concept_has_terms_in_every_language() -> None:
    have = {(entry.concept, entry.language) for entry in vocabulary().entries}
    assert [(code, language) for code in sectors() for language in Language if (code, str(language)) not in have] == []


def test_every_sector_has_at_least_four_concepts() -> None:
    held = list(sectors().values())
    assert {sector: held.count(sector) for sector in Sector if held.count(sector) < 4} == {}
    assert len([one for one in held if one]) >= 45


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ko", "누수가 심하고 유수율이 낮습니다"),
        ("en", "our non-revenue water is high"),
        ("vi", "tỷ lệ thất thoát nước quá cao"),
        ("id", "kebocoran air sangat tinggi"),
        ("es", "tenemos muchas fugas de agua"),
        ("fr", "nous avons des fuites d'eau"),
        ("pt", "há muitos vazamentos na cidade"),
        ("ru", "утечки воды очень велики"),
        ("mn", "ус алдагдал их байна"),
        ("th", "มีน้ำรั่วและน้ำสูญเสียมาก"),
        ("ar", "نعاني من تسرب المياه"),
    ],
)
def test_water_losses_are_understood_in_each_language(language: str, text: str) -> None:
    found = understood(text, language, vocabulary())
    assert found.needs[0].concept == "water.losses"
    assert next(iter(found.sectors)) is Sector.WATER


@pytest.mark.parametrize("code", ["water.losses", "other.care"])
def test_a_concept_has_a_phrase_in_plain_words(code: str) -> None:
    assert "*" not in phrase_of(code, Language.EN)
    assert phrase_of(code, Language.KO)


def test_what_lies_outside_the_sectors_is_named_without_a_sector() -> None:
    found = understood("We want to invite tourists and open museums.", "en", vocabulary())
    assert {need.sector for need in found.needs} == {None}
    assert found.sectors == {}


@pytest.mark.parametrize(
    ("language", "text", "concept"),
    [
        ("ko", "낡은 수도관에서 물이 샌다", "water.losses"),
        ("ko", "낡은 수도관에서 물이 샌다", "water.old_pipes"),
        ("ko", "수도관이 오래되어 물이 샙니다", "water.losses"),
        ("ko", "며칠째 물이 안 나와요", "water.shortage"),
        ("ko", "비만 오면 집이 잠깁니다", "sewage.flooding"),
        ("ko", "차가 밀립니다", "transport.congestion"),
        ("en", "The taps run dry and rubbish piles up", "water.shortage"),
        ("es", "Se nos va el agua por tubos viejos", "water.losses"),
        ("ru", "У нас текут старые трубы", "water.old_pipes"),
        ("id", "Setiap hujan jalan terendam", "sewage.flooding"),
    ],
)
def test_plain_words_of_people_are_understood(language: str, text: str, concept: str) -> None:
    assert concept in {need.concept for need in understood(text, language, vocabulary()).needs}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Cash fares slow boarding and money leaks away"),
        ("en", "The takings leak before they reach the city."),
        ("ko", "현금으로 내니 수입이 샌다"),
        ("es", "El efectivo causa fuga de ingresos en los buses"),
    ],
)
def test_money_that_leaks_is_no_water(language: str, text: str) -> None:
    found = {need.concept for need in understood(text, language, vocabulary()).needs}
    assert "transport.fares" in found
    assert "water.losses" not in found


def test_a_concept_is_named_by_a_whole_word_never_by_a_stem() -> None:
    assert name_of("water.losses", Language.ES) == "agua no facturada"
    assert name_of("water.losses", Language.KO) == "누수"
    assert all(name_of(code, language) and "*" not in name_of(code, language) for code in sectors() for language in Language)
