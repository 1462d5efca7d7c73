"""A file brought back: its report with places, or nothing at all with the reason."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from seoulution.apps.catalogue.models import ImportRun, PolicySolution, Translation
from seoulution.formats.translation_sheet import SheetText, translation_sheet
from seoulution.formats.xliff import TextFile, TextUnit, xliff_bytes

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
ADDRESS = "/translations/files/import/"


@pytest.fixture(autouse=True)
def _none_yet() -> None:
    Translation.objects.all().delete()


def english(path: str) -> str:
    return dict(PolicySolution.objects.get(code="topis").manuscript.texts())[path].en


def units() -> list[TextUnit]:
    return [
        TextUnit("name", english("name"), "TOPIS", True),
        TextUnit("result", english("result"), "Con [1](claim:none)", True),
    ]


@pytest.mark.parametrize("kind", ["xliff", "xlsx"])
def test_the_good_text_is_in_and_the_broken_one_is_told_with_its_place(signed_in_as: SignIn, kind: str) -> None:
    if kind == "xliff":
        data = xliff_bytes([TextFile("topis", units())], source="en", target="es")
    else:
        rows = [SheetText("topis", unit.id, "es", unit.source, unit.target, "human") for unit in units()]
        data = translation_sheet("es", rows)
    client = signed_in_as("manager")
    answer = client.post(ADDRESS, {"file": SimpleUploadedFile(f"back.{kind}", data)}, follow=True)
    page = answer.content.decode()
    run = ImportRun.objects.get()
    assert (run.taken_in, run.broken, run.size_bytes) == (1, 1, len(data))
    assert f"{'Line' if kind == 'xliff' else 'Row'} {run.report[0]['place']['line' if kind == 'xliff' else 'row']}" in page
    assert "topis / result" in page and "refers to the claim none" in page
    assert "back." in client.get("/translations/files/").content.decode()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"no file", "no well-formed XML"),
        (b"PK\x03\x04", "not an XLSX spreadsheet"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><x/>', "document type or entities"),
        (xliff_bytes([], source="en", target="ko"), "not translated into the language"),
    ],
)
def test_a_file_that_cannot_be_read_stores_nothing_and_says_why(signed_in_as: SignIn, data: bytes, words: str) -> None:
    answer = signed_in_as("manager").post(ADDRESS, {"file": SimpleUploadedFile("x.xlf", data)})
    assert answer.status_code == 422 and words in answer.content.decode()
    assert not ImportRun.objects.exists()


def test_a_file_of_fifty_megabytes_is_refused_unread(signed_in_as: SignIn) -> None:
    answer = signed_in_as("manager").post(ADDRESS, {"file": SimpleUploadedFile("x.xlf", b" " * 50 * 1024**2)})
    assert answer.status_code == 422 and "larger than 20 MB" in answer.content.decode()


def test_a_language_not_granted_is_refused_as_a_whole(signed_in_as: SignIn) -> None:
    data = xliff_bytes([TextFile("topis", units())], source="en", target="es")
    answer = signed_in_as("translator").post(ADDRESS, {"file": SimpleUploadedFile("x.xlf", data)})
    assert answer.status_code == 422 and "may not translate into this language" in answer.content.decode()


def test_no_file_is_told_at_the_field(signed_in_as: SignIn) -> None:
    assert signed_in_as("manager").post(ADDRESS, {}).status_code == 422
