"""A stored document comes back as it was, and a damaged one is refused rather than shown in part."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone
from tests.formats.sample import designed, sample

from seoulution.engine.dossier.document import Layout
from seoulution.engine.vocabulary import Language
from seoulution.formats.json import document_value, render
from seoulution.formats.json_reader import UnreadableDocument, document_from


@pytest.mark.parametrize("language", [Language.KO, Language.EN])
def test_a_document_with_every_kind_of_block_comes_back_equal(language: Language) -> None:
    whole = sample(language)
    assert document_from(json.loads(render(whole).content)) == whole
    assert document_from(document_value(whole)) == whole
    brochure = designed(Layout.BROCHURE, language)
    assert document_from(json.loads(render(brochure).content)) == brochure


@pytest.mark.django_db
@pytest.mark.parametrize("language", [Language.KO, Language.EN])
def test_a_real_dossier_comes_back_equal(language: Language) -> None:
    from seoulution.apps.demand.models import SharingRequest
    from seoulution.apps.publishing.compose.dossier import dossier
    from seoulution.apps.publishing.gather import case_of_request

    request = SharingRequest.objects.get(code="buenos-aires-2012")
    paper = dossier(case_of_request(request, today=timezone.localdate(), now=timezone.now()), language)
    assert document_from(json.loads(render(paper).content)) == paper


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda value: value.pop("format"), id="no format"),
        pytest.param(lambda value: value.update(version=2), id="a later version"),
        pytest.param(lambda value: value.pop("sections"), id="no sections"),
        pytest.param(lambda value: value.update(language="tlh"), id="an unknown language"),
        pytest.param(lambda value: value.update(dated="yesterday"), id="no date"),
        pytest.param(lambda value: value.update(facts=7), id="facts are a number"),
        pytest.param(lambda value: value["sections"][0]["blocks"].append({"kind": "video"}), id="an unknown block"),
        pytest.param(lambda value: value["sections"][0].pop("key"), id="a section without key"),
    ],
)
def test_a_damaged_document_is_refused(damage: Callable[[dict[str, Any]], object]) -> None:
    value: dict[str, Any] = dict(document_value(sample(Language.EN)))
    damage(value)
    with pytest.raises(UnreadableDocument):
        document_from(value)
