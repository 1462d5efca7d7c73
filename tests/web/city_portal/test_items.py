"""A shared thing is read and downloaded by its party alone; each reading is a row."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from tests.apps.publishing.shared import engagement, firm, link_for, told
from tests.web.city_portal.holding import holder

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.demand import attachments
from seoulution.apps.engagements.models import DocumentVersion, EngagementDocument
from seoulution.apps.publishing.parties import CITY
from seoulution.apps.publishing.services.sharing import Thing, end_sharing, share
from seoulution.engine.engagements.codes import SharedKind
from seoulution.engine.vocabulary import Language

pytestmark = pytest.mark.django_db
Person = Callable[..., Any]


def test_reading_records_who_and_when_and_asking_whether_it_is_there_does_not(person: Person) -> None:
    officer, row = person("officer"), engagement()
    item, (link, token) = told(row, officer), link_for(row, officer)
    client = holder(token)
    assert not item.openings.exists()
    assert client.head(f"/c/items/{item.pk}/").status_code == 200 and not item.openings.exists()
    assert "The pilot covers two districts." in client.get(f"/c/items/{item.pk}/").content.decode()
    assert item.openings.get().link == link


def test_what_is_ended_or_anothers_is_not_there(person: Person) -> None:
    officer, row, other = person("officer"), engagement(), engagement(1)
    _, token = link_for(row, officer)
    ended = end_sharing(told(row, officer), reason="replaced", by=officer)
    foreign = (told(other, officer), told(row, officer, to=firm()), ended)
    client = holder(token)
    for item in foreign:
        assert client.get(f"/c/items/{item.pk}/").status_code == 404
        assert client.get(f"/c/items/{item.pk}/file/").status_code == 404
        assert Client().get(f"/c/items/{item.pk}/").status_code == 404
        assert not item.openings.exists()


def test_a_paper_leaves_under_its_own_name_as_a_download(person: Person, tmp_path: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(attachments, "folder", lambda: tmp_path)
    officer, row = person("officer"), engagement()
    name, digest = attachments.keep(b"%PDF-1.7 terms")
    document = EngagementDocument.objects.create(engagement=row, title="Terms")
    version = DocumentVersion.objects.create(
        document=document, number=1, stored_name=name, original_name="términos.pdf", content_type="application/pdf",
        size_bytes=14, sha256=digest,
    )  # fmt: skip
    thing = Thing(SharedKind.DOCUMENT, document_version=version)
    (item,) = share(row, thing, to=[CITY], subject="Terms", reason="agreed", by=officer)
    _, token = link_for(row, officer)
    client = holder(token)
    paper = client.get(f"/c/items/{item.pk}/file/")
    assert paper.content == b"%PDF-1.7 terms" and paper["Content-Disposition"].startswith("attachment")
    assert paper["Content-Security-Policy"].startswith("sandbox") and paper["Cache-Control"] == "no-store"
    assert item.openings.count() == 1 and client.get(f"/c/items/{item.pk}/docx/").status_code == 404
    DocumentVersion.objects.filter(pk=version.pk).update(stored_name=uuid.uuid4())
    assert client.get(f"/c/items/{item.pk}/file/").status_code == 404 and item.openings.count() == 1


def test_a_solution_is_read_as_it_would_be_in_the_city(person: Person) -> None:
    officer, row = person("officer"), engagement()
    solution = PolicySolution.objects.get(code="revenue-water")
    (item,) = share(row, Thing(SharedKind.EDITION, solution=solution), to=[CITY], subject="Water", reason="chosen", by=officer)
    _, token = link_for(row, officer, language=Language.KO)
    page = holder(token).get(f"/c/items/{item.pk}/")
    assert page.status_code == 200 and page["Content-Language"] == "ko" and row.city.name_ko in page.content.decode()
