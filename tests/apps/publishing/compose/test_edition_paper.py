"""The receiver's edition as a paper: the same values as the page, every language, what it quotes, what it says of itself."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from tests.apps.publishing.receiving import in_spanish, observed, receivable

from seoulution.apps.catalogue.models import Claim, PolicySolution
from seoulution.apps.cities.models import City
from seoulution.apps.publishing.compose.edition_paper import edition_paper
from seoulution.apps.publishing.editions import city_edition
from seoulution.apps.publishing.quoting import printing_findings
from seoulution.engine.dossier.document import Document, Span, uncited
from seoulution.engine.vocabulary import Language
from seoulution.formats.checks import defects

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def paper(language: Language, row: PolicySolution | None = None, city: str = "hanoi") -> Document:
    place = City.objects.select_related("country").get(code=city)
    return edition_paper(city_edition(row or receivable(), place, language, today=TODAY), now=NOW)


def spans(part: Any) -> Iterator[Span]:
    if isinstance(part, Span):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from spans(each)
    elif hasattr(part, "__slots__"):
        for name in part.__slots__:
            yield from spans(getattr(part, name))


@pytest.mark.parametrize("language", list(Language))
def test_the_paper_is_whole_in_every_language(language: Language) -> None:
    found = paper(language)
    assert found.language is language and not defects(found) and not uncited(found)
    assert [section.key for section in found.sections] == [
        "meaning", "level", "your-city", "conditions", "cost", "law", "first-steps", "receivers", "questions", "unknown",
    ]  # fmt: skip


def test_what_is_left_in_english_is_marked_as_english_and_what_is_translated_is_not() -> None:
    row = receivable()
    in_spanish(row)
    found = {span.text: span.language for span in spans(paper(Language.ES, row))}
    assert found["Hay medidores que funcionan en las plantas y en los clientes."] is None
    assert found["A tariff rule outlives elections."] == "en"
    assert any("Traducido por una máquina" in text for text in found)


def test_korean_and_english_papers_mark_no_language_and_explain_no_translation() -> None:
    for language in (Language.KO, Language.EN):
        found = list(spans(paper(language)))
        assert all(span.language is None for span in found)


def test_the_level_and_what_lifts_it_stand_on_paper_as_on_the_page() -> None:
    row, city = receivable(), City.objects.get(code="hanoi")
    observed(city, "water-metered-share", 95, "%")
    observed(city, "water-hours", 6, "h/day")
    told = " ".join(span.text for span in spans(paper(Language.EN, row)))
    assert "Level 2 of 5 fits your city, as far as is known." in told
    assert "What would lift your city to level 3" in told and "[Not met]" in told


def test_an_expired_claim_is_withheld_and_stops_the_printing() -> None:
    row = receivable()
    Claim.objects.filter(solution=row, code="pipe-cost-2013").update(valid_until=TODAY - timedelta(days=1))
    found = paper(Language.EN, row)
    told = " ".join(span.text for span in spans(found))
    assert "2,900" not in told and "2.65 billion" not in told
    stopped = printing_findings([row], TODAY, quoted=[key for key, _words in found.claims])
    assert [finding.code for finding in stopped] == ["claim.expired"]


def test_the_paper_says_which_claims_it_quotes() -> None:
    keys = {key for key, _words in paper(Language.EN).claims}
    assert "revenue-water/pipe-cost-2013" in keys


def test_every_shipped_solution_has_a_paper_for_a_city() -> None:
    for row in PolicySolution.objects.offered().select_related("owner"):
        assert not defects(paper(Language.EN, row, "bangkok"))
