"""Sharing: only by whom the file belongs to, only what belongs to the file, in words that may be used, and ended with a reason."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.apps.publishing.shared import engagement, firm, told

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.engagements.models import DocumentVersion, EngagementDocument
from seoulution.apps.engagements.services.rights import AlreadyOver, NotAllowed, NotOwnFile, ReasonMissing
from seoulution.apps.publishing.models import SharedItem
from seoulution.apps.publishing.parties import CITY
from seoulution.apps.publishing.services.dossiers import build_dossier
from seoulution.apps.publishing.services.sharing import Thing, end_sharing, share
from seoulution.engine.engagements.codes import SharedKind
from seoulution.engine.vocabulary import Language

pytestmark = pytest.mark.django_db
Person = Callable[..., Any]


def codes(refused: pytest.ExceptionInfo[NotAllowed]) -> list[str]:
    return [finding.code for finding in refused.value.findings]


def paper(row: Any, **more: Any) -> DocumentVersion:
    document = EngagementDocument.objects.create(engagement=row, title="Terms", **more)
    return DocumentVersion.objects.create(
        document=document, number=1, original_name="terms.pdf", content_type="application/pdf", size_bytes=3, sha256="0" * 64
    )


def test_what_is_shared_keeps_who_gave_it_to_whom_why_and_when(person: Person) -> None:
    officer, row = person("officer"), engagement()
    item = told(row, officer)
    assert (item.recipient, item.subject, item.shared_by, item.ended_at) == ("city", "Area of the pilot", officer, None)
    assert item.reason == "asked at the meeting" and item.shared_at is not None


def test_everything_that_is_missing_is_said_at_once(person: Person) -> None:
    with pytest.raises(NotAllowed) as refused:
        share(engagement(), Thing(SharedKind.INFORMATION), to=[], subject=" ", reason="", by=person("officer"))
    assert codes(refused) == ["sharing.no-subject", "sharing.no-reason", "sharing.nobody", "sharing.nothing-chosen"]


def test_only_those_whose_file_it_is_share_it(person: Person) -> None:
    row = engagement()
    for role in ("analyst", "auditor", "partner", "owner"):
        with pytest.raises(PermissionDenied):
            told(row, person(role))
    row.owner = person("officer", name="the-owner")
    row.save()
    with pytest.raises(NotOwnFile):
        told(row, person("officer"))
    assert not SharedItem.objects.exists()


def test_a_word_not_used_toward_cities_needs_a_reason_and_only_there(person: Person) -> None:
    officer, row, words = person("officer"), engagement(), "Our exports begin in May."
    with pytest.raises(NotAllowed) as refused:
        told(row, officer, text=words)
    assert codes(refused) == ["wording.export"]
    assert told(row, officer, text=words, wording_reason="a quotation of the city").wording_reason == "a quotation of the city"
    assert told(row, officer, text=words, to=firm()).wording_reason == ""


def test_only_papers_of_the_file_that_are_not_sensitive_or_withdrawn_are_shared(person: Person) -> None:
    officer, row, other = person("officer"), engagement(), engagement(1)
    given = {"to": [CITY], "subject": "Terms", "reason": "agreed", "by": officer}
    for version, code in (
        (paper(other), "sharing.nothing-chosen"),
        (paper(row, is_sensitive=True), "sharing.sensitive-paper"),
        (None, "sharing.nothing-chosen"),
    ):
        with pytest.raises(NotAllowed) as refused:
            share(row, Thing(SharedKind.DOCUMENT, document_version=version), **given)
        assert codes(refused) == [code]
    (item,) = share(row, Thing(SharedKind.DOCUMENT, document_version=paper(row)), **given)
    assert item.document_version is not None and item.kind == "document"


def test_a_dossier_goes_only_with_the_engagement_of_its_request(person: Person) -> None:
    officer, row = person("officer"), engagement()
    request = SharingRequest.objects.get(code="metro-manila-2013")
    thing = Thing(SharedKind.DOSSIER, dossier=build_dossier(request, language=Language.EN, by=officer))
    given = {"to": [CITY], "subject": "Dossier", "reason": "asked for", "by": officer}
    with pytest.raises(NotAllowed):
        share(row, thing, **given)
    row.sharing_request = request
    row.save()
    assert share(row, thing, **given)[0].dossier == thing.dossier


def test_an_edition_is_shared_of_a_solution_that_can_be_read(person: Person) -> None:
    solution = PolicySolution.objects.readable()[0]
    thing = Thing(SharedKind.EDITION, solution=solution)
    (item,) = share(engagement(), thing, to=[CITY], subject="Solution", reason="chosen", by=person("officer"))
    assert item.solution == solution


def test_several_get_it_in_one_step_or_none_does(person: Person) -> None:
    officer, row = person("officer"), engagement()
    told(row, officer, to=firm())
    thing = Thing(SharedKind.INFORMATION, text="The pilot covers two districts.")
    given = {"subject": "Area of the pilot", "reason": "equal information", "by": officer}
    with pytest.raises(NotAllowed) as refused:
        share(row, thing, to=[firm(1), firm()], **given)
    assert codes(refused) == ["sharing.already-shared"] and SharedItem.objects.count() == 1
    assert len(share(row, thing, to=[firm(1), firm(2)], **given)) == 2


def test_sharing_ends_with_a_reason_once_and_stays_on_record(person: Person) -> None:
    officer = person("officer")
    item = told(engagement(), officer)
    with pytest.raises(ReasonMissing):
        end_sharing(item, reason=" ", by=officer)
    ended = end_sharing(item, reason="replaced", by=officer)
    assert ended.ended_at is not None and ended.ended_reason == "replaced"
    with pytest.raises(AlreadyOver):
        end_sharing(item, reason="again", by=officer)
    assert SharedItem.objects.filter(pk=item.pk).exists()


def test_two_at_once_wait_for_each_other(person: Any) -> None:
    with CaptureQueriesContext(connection) as asked:
        told(engagement(), person("officer"))
    said = [query["sql"] for query in asked.captured_queries]
    locks = next(number for number, sql in enumerate(said) if "engagements_engagement" in sql and "FOR NO KEY UPDATE" in sql)
    assert locks < next(number for number, sql in enumerate(said) if "publishing_shareditem" in sql)
