"""What a city reads is weighed first: a dossier that is shared, a message in its file; a reason lets a word through and is kept."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from seoulution.apps.demand.models import Message, SharingRequest
from seoulution.apps.publishing.models import Dossier
from seoulution.apps.publishing.services.dossiers import build_dossier
from seoulution.engine.vocabulary import Language

pytestmark = pytest.mark.django_db
CODE = "metro-manila-2013"


@pytest.fixture
def officer(person: Callable[..., Any]) -> Client:
    client = Client()
    client.force_login(person("officer"), backend="seoulution.apps.accounts.backend.PersonBackend")
    client.cookies["language"] = "en"
    return client


def test_a_message_with_a_refused_word_is_kept_on_the_page_until_mended_or_explained(officer: Client) -> None:
    path = reverse("office:request_message", args=[CODE])
    refused = officer.post(path, {"text": "We would export our system."})
    page = refused.content.decode()
    assert refused.status_code == 422 and "<mark>export</mark>" in page and "We would export our system." in page
    assert not Message.objects.filter(sharing_request__code=CODE).exists()
    assert officer.post(path, {"text": "We would export it.", "wording_reason": "The city's own word."}).status_code == 302
    assert officer.post(path, {"text": "We share it.", "wording_reason": "not needed"}).status_code == 302
    kept = Message.objects.filter(sharing_request__code=CODE).values_list("text", "wording_reason")
    assert list(kept) == [("We would export it.", "The city's own word."), ("We share it.", "")]


def test_a_dossier_with_a_refused_word_is_shared_only_with_a_reason(officer: Client) -> None:
    request = SharingRequest.objects.get(code=CODE)
    dossier = build_dossier(request, language=Language.EN, by=None)
    dossier.document["sections"][0]["title"] = "Our exports to your city"
    dossier.save()
    share = reverse("office:dossier_share", args=[dossier.pk])
    assert "Our exports to your city" in officer.get(reverse("office:dossier", args=[dossier.pk])).content.decode()
    refused = officer.post(share)
    assert refused.status_code == 422 and "Nothing was shared" in refused.content.decode()
    assert Dossier.objects.get(pk=dossier.pk).shared_with_city_at is None
    assert officer.post(share, {"wording_reason": "A quoted title."}).status_code == 302
    shared = Dossier.objects.get(pk=dossier.pk)
    assert shared.shared_with_city_at is not None and shared.wording_reason == "A quoted title."


def test_the_dossiers_of_the_documents_need_no_reason(officer: Client) -> None:
    for language in (Language.KO, Language.EN):
        dossier = build_dossier(SharingRequest.objects.get(code=CODE), language=language, by=None)
        assert officer.post(reverse("office:dossier_share", args=[dossier.pk])).status_code == 302
