"""Papers on file: versions that are never overwritten, what the inspection refuses or remarks, withdrawing."""

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from docx import Document as Word
from tests.apps.engagements.signatories import LETTER, engagement, letter
from tests.formats.test_upload_remarks import scanned, word
from tests.trust.world import PICTURE

from seoulution.apps.demand import attachments
from seoulution.apps.engagements.models import DocumentVersion, EngagementDocument
from seoulution.apps.engagements.papers import remarks_of
from seoulution.apps.engagements.queries import facts_of
from seoulution.apps.engagements.services.decisions import record_decision
from seoulution.apps.engagements.services.papers import add_paper, add_version, withdraw_paper
from seoulution.apps.engagements.services.rights import NotAllowed, ReasonMissing
from seoulution.engine.engagements.facts import Approval, Document
from seoulution.engine.vocabulary import Stage

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)


def codes(version: DocumentVersion) -> list[str]:
    return [finding.code for finding in remarks_of(version)]


def test_a_paper_is_kept_with_its_bytes_and_counts_for_the_gates(person: Callable[..., Any]) -> None:
    version = letter(person("officer"))
    assert attachments.read(version.stored_name) == LETTER
    assert (version.number, version.content_type, version.remarks) == (1, "text/plain", [])
    assert Document.PARTNER_LETTER in facts_of(engagement(), today=DAY).documents


def test_a_new_version_leaves_the_earlier_one_as_it_was(person: Callable[..., Any]) -> None:
    officer = person("officer")
    first = letter(officer)
    second = add_version(first.document, name="letter.txt", data=b"Signed now.", note="signed", by=officer)
    assert [each.number for each in first.document.versions.all()] == [2, 1]
    assert attachments.read(first.stored_name) == LETTER and attachments.read(second.stored_name) == b"Signed now."


def test_a_refused_file_leaves_neither_row_nor_bytes(person: Callable[..., Any]) -> None:
    officer, before = person("officer"), len(list(attachments.folder().iterdir()))
    with pytest.raises(NotAllowed) as refused:
        add_paper(engagement(), title=" ", name="run.pdf", data=b"MZ" + b"0" * 50, by=officer)
    assert [finding.code for finding in refused.value.findings] == ["paper.no-title", "upload.executable"]
    first = letter(officer)
    with pytest.raises(NotAllowed):
        add_version(first.document, name="letter.pdf", data=LETTER, by=officer)
    assert first.document.versions.count() == 1
    assert len(list(attachments.folder().iterdir())) == before + 1


def test_a_scan_a_picture_and_the_same_file_again_are_taken_with_a_remark(person: Callable[..., Any]) -> None:
    officer = person("officer")
    scan = add_paper(engagement(), title="Contract", name="c.pdf", data=scanned(), kind=Document.CONTRACT, by=officer)
    picture = add_paper(engagement(), title="Contract", name="c.png", data=PICTURE, kind=Document.CONTRACT, by=officer)
    plain = add_paper(engagement(), title="Street", name="s.png", data=PICTURE, by=officer)
    assert codes(scan) == ["paper.scan-without-text"]
    assert codes(picture) == ["paper.is-picture"]
    assert codes(plain) == ["paper.same-bytes"] and plain.remarks[0]["parameters"] == {"title": "Contract"}


def test_a_version_older_than_the_one_on_file_is_remarked_by_the_days_the_files_name(person: Callable[..., Any]) -> None:
    officer = person("officer")
    first = add_paper(engagement(), title="Terms", name="t.docx", data=word(date(2024, 5, 1)), by=officer)
    older = add_version(first.document, name="t.docx", data=word(date(2024, 4, 1)), by=officer)
    newer = add_version(first.document, name="t.docx", data=word(date(2024, 6, 1)), by=officer)
    assert codes(older) == ["paper.older"] and codes(newer) == []
    assert older.remarks[0]["parameters"] == {"on": "2024-04-01", "before": "2024-05-01"}


def test_a_sensitive_paper_of_another_file_is_not_named_by_the_remark(person: Callable[..., Any]) -> None:
    officer = person("officer")
    row = engagement()
    row.is_sensitive, row.owner = True, officer
    row.save()
    letter(officer)
    other = add_paper(
        type(row).objects.exclude(pk=row.pk)[0], title="L", name="l.txt", data=LETTER, by=person("officer", name="other")
    )
    assert codes(other) == []


def test_a_paper_is_withdrawn_with_a_reason_and_counts_no_more(person: Callable[..., Any]) -> None:
    officer = person("officer")
    document = letter(officer).document
    with pytest.raises(ReasonMissing):
        withdraw_paper(document, reason=" ", by=officer)
    withdraw_paper(document, reason="it was of another city", by=officer)
    assert Document.PARTNER_LETTER not in facts_of(engagement(), today=DAY).documents
    stored = EngagementDocument.objects.get(pk=document.pk)
    assert stored.withdrawn_reason == "it was of another city"
    with pytest.raises(NotAllowed) as refused:
        add_version(stored, name="letter.txt", data=b"new", by=officer)
    assert refused.value.findings[0].code == "paper.withdrawn"


def test_what_a_decision_rests_on_stays(person: Callable[..., Any]) -> None:
    officer = person("officer")
    document = letter(officer).document
    record_decision(
        engagement(),
        kind=Approval.PARTNER_DECISION,
        stage=Stage.MAIN_PROJECT,
        title="Yes",
        decided_by="MMDA",
        decided_on=DAY,
        evidence=document,
        by=officer,
        today=DAY,
    )
    with pytest.raises(NotAllowed) as refused:
        withdraw_paper(document, reason="tidy", by=officer)
    assert refused.value.findings[0].code == "paper.is-evidence"


def test_a_paper_that_others_can_open_is_not_withdrawn_under_their_eyes(person: Callable[..., Any]) -> None:
    officer = person("officer")
    version = letter(officer)
    given = {"kind": "document", "recipient": "city", "subject": "a letter", "reason": "asked for", "document_version": version}
    item = engagement().shared_items.create(shared_by=officer, **given)
    with pytest.raises(NotAllowed) as refused:
        withdraw_paper(version.document, reason="tidy", by=officer)
    assert refused.value.findings[0].code == "paper.is-shared"
    item.ended_at, item.ended_reason = timezone.now(), "it was the wrong letter"
    item.save()
    assert withdraw_paper(version.document, reason="tidy", by=officer).withdrawn_at


def test_a_full_disk_keeps_nothing(person: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_data: bytes) -> None:
        raise attachments.AttachmentNotKept("No space left on device")

    monkeypatch.setattr(attachments, "keep", full)
    with pytest.raises(NotAllowed) as refused:
        letter(person("officer"))
    assert refused.value.findings[0].code == "paper.not-kept"
    assert not EngagementDocument.objects.filter(title="Letter of MMDA").exists()


@pytest.mark.parametrize("role", ["analyst", "auditor", "owner", "partner"])
def test_papers_are_added_by_those_who_work_on_the_file(person: Callable[..., Any], role: str) -> None:
    with pytest.raises(PermissionDenied):
        letter(person(role))


def test_a_word_paper_with_a_macro_is_refused_whatever_its_name(person: Callable[..., Any]) -> None:
    import zipfile

    made = io.BytesIO()
    Word().save(made)
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"Attribute VB_Name")
    with pytest.raises(NotAllowed) as refused:
        add_paper(engagement(), title="T", name="t.docx", data=made.getvalue(), by=person("officer"))
    assert refused.value.findings[0].code == "upload.macro"
