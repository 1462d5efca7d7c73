"""Dossiers shared with a city."""

import pytest
from tests.web.city_portal.holding import asked, holder

from seoulution.apps.accounts.models import User
from seoulution.apps.publishing.services.dossiers import build_dossier, share_dossier
from seoulution.engine.vocabulary import Language

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(person) -> User:
    return person("officer")


def test_only_dossiers_shared_with_this_city_can_be_read(officer: User):
    row, token = asked()
    other, _ = asked(city_as_written="Jakarta")
    unshared = build_dossier(row, language=Language.EN, by=officer)
    shared = share_dossier(build_dossier(row, language=Language.EN, by=officer), by=officer)
    foreign = share_dossier(build_dossier(other, language=Language.EN, by=officer), by=officer)
    client = holder(token)
    assert client.get(f"/c/dossiers/{shared.pk}/").status_code == 200
    assert f"/c/dossiers/{shared.pk}/" in client.get("/c/").content.decode()
    for dossier in (unshared, foreign):
        assert client.get(f"/c/dossiers/{dossier.pk}/").status_code == 404
        assert client.get(f"/c/dossiers/{dossier.pk}/docx/").status_code == 404
        assert f"/c/dossiers/{dossier.pk}/" not in client.get("/c/").content.decode()
    paper = client.get(f"/c/dossiers/{shared.pk}/docx/")
    assert (
        paper.status_code == 200
        and paper["Content-Disposition"].startswith("attachment")
        and paper["Cache-Control"] == "no-store"
    )
    assert client.get(f"/c/dossiers/{shared.pk}/json/").status_code == 404
