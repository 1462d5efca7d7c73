"""A shared thing in the formats that it has, and in no other."""

from collections.abc import Callable
from typing import Any

import pytest
from django.http import Http404
from tests.apps.publishing.shared import engagement, told

from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.publishing.parties import CITY
from seoulution.apps.publishing.services.dossiers import build_dossier
from seoulution.apps.publishing.services.sharing import Thing, share
from seoulution.engine.engagements.codes import SharedKind
from seoulution.engine.vocabulary import Language
from seoulution.web.shared.shared_items import PAPERS, item_context, item_file

pytestmark = pytest.mark.django_db


def test_words_have_no_file(person: Callable[..., Any]) -> None:
    item = told(engagement(), person("officer"))
    assert item_context(item, Language.EN)["formats"] == ()
    for name in ("file", "pdf", "json"):
        with pytest.raises(Http404):
            item_file(item, name)


def test_a_dossier_is_read_and_leaves_in_its_formats(person: Callable[..., Any]) -> None:
    officer, row = person("officer"), engagement()
    row.sharing_request = SharingRequest.objects.get(code="metro-manila-2013")
    row.save()
    dossier = build_dossier(row.sharing_request, language=Language.EN, by=officer)
    (item,) = share(row, Thing(SharedKind.DOSSIER, dossier=dossier), to=[CITY], subject="Dossier", reason="asked", by=officer)
    context = item_context(item, Language.EN)
    assert context["formats"] == PAPERS and "<h" in context["body"]
    assert item_file(item, "docx").content.startswith(b"PK")
    with pytest.raises(Http404):
        item_file(item, "json")
