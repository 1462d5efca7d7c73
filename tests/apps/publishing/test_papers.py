"""What can be printed and sent, and what stands in its way."""

from dataclasses import replace

import pytest
from django.utils import timezone
from tests.apps.publishing.compose.printing import NOW, SITE
from tests.apps.publishing.referring import AFTER, SOLUTION, doubted, ended

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.cities.models import City
from seoulution.apps.publishing.models import PaperKind
from seoulution.apps.publishing.papers import LANGUAGES, NothingToPrint, Wanted, digest_of, paper_of, refusals
from seoulution.engine.dossier.document import Layout
from seoulution.engine.vocabulary import Language, Sector

pytestmark = pytest.mark.django_db


def wanted(kind: PaperKind, language: Language = Language.EN) -> Wanted:
    solution = PolicySolution.objects.select_related("owner").get(code=SOLUTION)
    city = City.objects.select_related("country").get(code="metro-manila")
    return Wanted(kind, language, solution=solution, sector=Sector.WATER, city=city)


@pytest.mark.parametrize("kind", PaperKind)
def test_every_kind_of_paper_is_made_in_each_of_its_languages(kind: PaperKind) -> None:
    for language in LANGUAGES[kind]:
        paper = paper_of(wanted(kind, language), SITE, now=NOW)
        assert paper.language is language and paper.claims, language
    layouts = {PaperKind.BROCHURE: Layout.BROCHURE, PaperKind.LEAFLET: Layout.LEAFLET}
    assert paper.layout is layouts.get(kind, Layout.REPORT)


@pytest.mark.parametrize(
    "lacking",
    [
        Wanted(PaperKind.BROCHURE, Language.EN),
        Wanted(PaperKind.LEAFLET, Language.EN, sector=Sector.WATER),
        Wanted(PaperKind.EDITION, Language.EN),
    ],
)
def test_a_paper_about_nothing_is_not_made(lacking: Wanted) -> None:
    with pytest.raises(NothingToPrint):
        paper_of(lacking, SITE, now=NOW)


def test_a_paper_is_not_made_in_a_language_it_is_not_written_in() -> None:
    with pytest.raises(NothingToPrint):
        paper_of(wanted(PaperKind.SOLUTION, Language.ES), SITE, now=NOW)


@pytest.mark.parametrize("kind", [PaperKind.BROCHURE, PaperKind.LEAFLET])
def test_an_expired_claim_stops_the_paper_and_the_finding_names_who_renews_it(kind: PaperKind) -> None:
    paper = paper_of(wanted(kind), SITE, now=NOW)
    assert refusals(paper, timezone.localdate()) == ()
    doubted(AFTER)
    assert refusals(paper_of(wanted(kind), SITE, now=NOW), timezone.localdate()) == ()
    ended(AFTER)
    (finding,) = refusals(paper_of(wanted(kind), SITE, now=NOW), timezone.localdate())
    assert finding.code == "claim.expired" and finding.parameters["claim"] == f"{SOLUTION}/{AFTER}"
    assert finding.parameters["owner"] == wanted(kind).solution.owner.name_en


def test_a_claim_that_the_paper_does_not_quote_does_not_stop_it() -> None:
    paper = paper_of(wanted(PaperKind.LEAFLET), SITE, now=NOW)
    quoted = {key for key, _words in paper.claims}
    other = next(claim for claim in wanted(PaperKind.LEAFLET).solution.claims.all() if f"{SOLUTION}/{claim.code}" not in quoted)
    ended(other.code)
    assert refusals(paper, timezone.localdate()) == ()


def test_two_papers_that_read_alike_have_one_digest_whenever_they_were_built() -> None:
    one, later = (paper_of(wanted(PaperKind.LEAFLET), SITE, now=now) for now in (NOW, NOW.replace(hour=9)))
    assert digest_of(one) == digest_of(replace(later, built="another day", dated=None))
    assert digest_of(one) != digest_of(replace(one, subtitle="something else"))
