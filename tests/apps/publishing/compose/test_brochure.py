"""The brochure of a sector."""

import pytest
from tests.apps.publishing.compose.printing import NOW, SITE, every_text
from tests.apps.publishing.referring import AFTER, SOLUTION, ended

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.publishing.compose.brochure import brochure, sector_solutions
from seoulution.engine.catalogue.editorial import EditorialState
from seoulution.engine.dossier.document import FactList, Figure, Layout, Table
from seoulution.engine.vocabulary import Language, Sector
from seoulution.formats.checks import defects, sections_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", [Language.KO, Language.EN, Language.ES, Language.AR])
def test_every_sector_that_offers_something_makes_a_printable_brochure(language: Language) -> None:
    for sector in Sector:
        if not sector_solutions(sector):
            continue
        document = brochure(sector, language, SITE, now=NOW)
        assert not defects(document), sector
        assert (document.layout, document.sector) == (Layout.BROCHURE, sector)
        assert not [text for text in every_text(document) if "](claim:" in text], sector


def test_cover_and_chapters_hold_what_a_reader_looks_for() -> None:
    document = brochure(Sector.WATER, Language.EN, SITE, now=NOW)
    offered = [row.code for row in sector_solutions(Sector.WATER)]
    assert [section.key for section in document.sections] == ["offer", *offered, "back"]
    assert document.facts.large and 1 <= len(document.facts.facts) <= 3
    chapter = next(section for section in document.sections if section.key == SOLUTION)
    kinds = [type(block) for block in chapter.blocks]
    assert kinds.count(FactList) == 2 and kinds.count(Figure) == 1
    parts = {part.key.split(".")[-1]: part for part in sections_of(chapter.sections)}
    assert {"problem", "actions", "results", "levels", "conditions", "shared"} <= set(parts)
    assert [type(block) for block in parts["shared"].blocks] == [Figure, Table]


def test_archived_and_withdrawn_solutions_are_left_out() -> None:
    PolicySolution.objects.filter(code=SOLUTION).update(state=EditorialState.ARCHIVED)
    assert SOLUTION not in {row.code for row in sector_solutions(Sector.WATER)}
    document = brochure(Sector.WATER, Language.EN, SITE, now=NOW)
    assert not [key for key, _words in document.claims if key.startswith(f"{SOLUTION}/")]


def test_a_sector_that_offers_nothing_has_no_brochure() -> None:
    PolicySolution.objects.filter(sector=Sector.SEWAGE).update(state=EditorialState.ARCHIVED)
    with pytest.raises(LookupError):
        brochure(Sector.SEWAGE, Language.EN, SITE, now=NOW)


def test_how_each_solution_was_translated_is_said_on_the_back() -> None:
    for language, said in ((Language.EN, False), (Language.KO, False), (Language.TH, True)):
        back = brochure(Sector.WATER, language, SITE, now=NOW).sections[-1]
        assert bool(back.sections) is said
    (note,) = back.sections
    assert len(note.blocks[0].items) == len(sector_solutions(Sector.WATER))


def test_an_expired_claim_is_among_those_it_quotes() -> None:
    ended(AFTER)
    assert f"{SOLUTION}/{AFTER}" in dict(brochure(Sector.WATER, Language.EN, SITE, now=NOW).claims)
