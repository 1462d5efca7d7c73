"""Where a claim is used."""

import pytest
from django.utils import timezone
from tests.apps.publishing.referring import AFTER, BEFORE, SOLUTION, TEXT, referring

from seoulution.apps.catalogue.models import Claim, Translation
from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.publishing.claim_uses import uses_of
from seoulution.apps.publishing.models import PaperKind, Sending
from seoulution.apps.publishing.services.dossiers import build_dossier
from seoulution.engine.vocabulary import Language

pytestmark = pytest.mark.django_db


def _claim(code: str = AFTER, solution: str = SOLUTION) -> Claim:
    return Claim.objects.select_related("solution").get(solution__code=solution, code=code)


@pytest.fixture(autouse=True)
def _no_translations() -> None:
    Translation.objects.filter(solution__code=SOLUTION).delete()


def test_a_claim_that_no_text_refers_to_is_used_in_its_version_only() -> None:
    referring(text={"ko": "물", "en": "Water"})
    uses = uses_of(_claim())
    assert (uses.paths, uses.languages, list(uses.dossiers), list(uses.sendings)) == ((), (), [], [])
    assert [version.number for version in uses.versions] == [1]


def test_texts_translations_dossiers_and_sent_papers_are_found() -> None:
    row = referring()
    Translation.objects.create(
        solution=row,
        path="result",
        language="es",
        source_text=TEXT["en"],
        text=f"Subió a [94,4 %](claim:{AFTER}).",
        origin="human",
    )
    request = SharingRequest.objects.filter(needs__matches__solution=row, needs__removed_at=None)[0]
    dossier = build_dossier(request, language=Language.KO, by=None)
    Sending.objects.create(
        kind=PaperKind.BROCHURE, language="en", format="pdf", recipient="Embassy", sent_on=timezone.localdate(),
        claims={f"{SOLUTION}/{AFTER}": "94.4 %"}, document_digest="",
    )  # fmt: skip
    uses = uses_of(_claim())
    assert {"result", "sections.results", "levels.1"} <= set(uses.paths) and uses.languages == ("es",)
    assert [(use.pk, use.request, use.reads) for use in uses.dossiers] == [(dossier.pk, request.code, "94.4 %")]
    assert [(use.recipient, use.reads) for use in uses.sendings] == [("Embassy", "94.4 %")]
    assert uses_of(_claim(BEFORE)).languages == ()


def test_an_award_is_used_in_every_version_that_lists_as_many() -> None:
    award = Claim.objects.filter(kind="award").select_related("solution")[0]
    assert [version.number for version in uses_of(award).versions] == [1]
