"""A dossier is built, kept with its inputs, and shared; earlier builds stay readable."""

from typing import Any

import pytest

from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.publishing.services.dossiers import build_dossier, share_dossier
from seoulution.engine.vocabulary import Language
from seoulution.formats.json_reader import document_from

pytestmark = pytest.mark.django_db


def test_a_built_dossier_can_be_read_back_and_an_earlier_one_stays(person: Any) -> None:
    request, officer = SharingRequest.objects.get(code="metro-manila-2013"), person("officer")
    first = build_dossier(request, language=Language.KO, by=officer)
    second = build_dossier(request, language=Language.EN, by=None)
    assert list(request.dossiers.all()) == [second, first]
    first.refresh_from_db()
    assert document_from(first.document).language is Language.KO
    assert (first.built_by, second.built_by) == (officer, None)


def test_a_dossier_is_the_citys_to_read_only_after_it_was_shared(person: Any) -> None:
    request = SharingRequest.objects.get(code="metro-manila-2013")
    built = build_dossier(request, language=Language.KO, by=None)
    assert built.shared_with_city_at is None
    share_dossier(built, by=person("officer"))
    built.refresh_from_db()
    assert built.shared_with_city_at is not None
