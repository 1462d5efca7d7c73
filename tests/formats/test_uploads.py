"""Files that people might send, good and bad; each must be judged by its content, quickly and in little memory."""

import io
import resource
import struct
import subprocess
import sys
import time
import zipfile
import zlib
from collections.abc import Callable
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from tests.formats.sample import sample

from seoulution.engine.vocabulary import Language
from seoulution.formats import render
from seoulution.formats.tables import Column
from seoulution.formats.uploads import EICAR, Upload, UploadKind, UploadRefusal, inspect_upload, safe_name
from seoulution.formats.xlsx import xlsx_bytes

LIMIT = 20 * 1024**2


def archive(parts: dict[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as opened:
        for name, content in parts.items():
            opened.writestr(name, content)
    return made.getvalue()


def office(extra: dict[str, bytes | str] | None = None, types: str = "<Types/>") -> bytes:
    return archive({"[Content_Types].xml": types, "word/document.xml": "<document/>", **(extra or {})})


def picture(kind: str) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (20, 10), "#1d3f73").save(made, kind)
    return made.getvalue()


def png_of_size(width: int, height: int) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">L", len(body)) + kind + body + struct.pack(">L", zlib.crc32(kind + body))

    head = struct.pack(">LLBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")


def encrypted_archive() -> bytes:
    content = bytearray(office())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(signature)
        while place >= 0:
            content[place + offset] |= 1
            place = content.find(signature, place + 4)
    return bytes(content)


def lying_archive() -> bytes:
    """A zip that says its part is 10 bytes long while it inflates to 50 MB."""
    content = bytearray(archive({"[Content_Types].xml": "<Types/>", "word/document.xml": b"0" * 50_000_000}))
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = content.rfind(signature)
        struct.pack_into("<L", content, place + offset, 10)
    return bytes(content)


def letter(name: str = "", attachment: bytes = b"") -> bytes:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "city@example.org", "seoul@example.org", "요청"
    made.set_content("Dear Seoul")
    made.add_alternative("<html><body>Dear Seoul</body></html>", subtype="html")
    if name:
        made.add_attachment(attachment, maintype="application", subtype="octet-stream", filename=name)
    return made.as_bytes()


def pdf(objects: bytes = b"") -> bytes:
    return b"%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\n" + objects + b"\ntrailer <</Root 1 0 R>>\n%%EOF\n"


def packed_pdf(objects: bytes) -> bytes:
    packed = zlib.compress(objects)
    return pdf(
        b"2 0 obj <</Type /ObjStm /N 1 /First 4 /Length %d /Filter /FlateDecode>>\nstream\n%s\nendstream endobj"
        % (len(packed), packed)
    )


def hwp(flags: int = 1, signature: bytes = b"HWP Document File") -> bytes:
    head = signature.ljust(32, b"\0") + b"\x00\x00\x00\x05" + struct.pack("<L", flags)
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "FileHeader".encode("utf-16-le") + b"\0" * 64 + head + b"\0" * 512
    )


TEMPLATE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def relations(kind: str) -> str:
    return f'<Relationships><Relationship Id="r1" Type="{kind}" Target="https://evil.example/x" TargetMode="External"/></Relationships>'


GOOD: dict[str, tuple[str, Callable[[], bytes], UploadKind]] = {
    "our own PDF": ("dossier.pdf", lambda: render(sample(Language.EN), "pdf"), UploadKind.PDF),
    "our own DOCX": ("dossier.docx", lambda: render(sample(), "docx"), UploadKind.DOCX),
    "our own HWPX": ("제안서.hwpx", lambda: render(sample(), "hwpx"), UploadKind.HWPX),
    "our own XLSX": ("list.XLSX", lambda: xlsx_bytes("x", (Column("a", "a"),), ({"a": "1"},)), UploadKind.XLSX),
    "a Hangul 5 paper": ("공문.hwp", hwp, UploadKind.HWP),
    "a PNG": ("map.png", lambda: picture("PNG"), UploadKind.PNG),
    "a JPEG": ("photo.jpeg", lambda: picture("JPEG"), UploadKind.JPG),
    "text in UTF-8": ("letter.txt", lambda: "Кириллица 한글 ไทย".encode(), UploadKind.TXT),
    "text in a Korean encoding": ("편지.txt", lambda: "서울특별시".encode("cp949"), UploadKind.TXT),
    "text in UTF-16": ("letter.txt", lambda: "서울".encode("utf-16"), UploadKind.TXT),
    "a list": ("list.csv", lambda: b"a,b\r\n1,2\r\n", UploadKind.CSV),
    "a letter with a paper": ("mail.eml", lambda: letter("a.pdf", pdf()), UploadKind.EML),
    "a document with a link": ("a.docx", lambda: office({"word/_rels/document.xml.rels": relations(LINK)}), UploadKind.DOCX),
}

BAD: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "nothing": ("a.pdf", lambda: b"", "upload.empty"),
    "too much": ("a.txt", lambda: b"a" * (LIMIT + 1), "upload.too-large"),
    "a program named PDF": ("report.pdf", lambda: b"MZ\x90\x00" + b"\0" * 500, "upload.executable"),
    "a program of Linux": ("report.pdf", lambda: b"\x7fELF" + b"\0" * 100, "upload.executable"),
    "a shell script": ("a.txt", lambda: b"#!/bin/sh\nrm -rf ~\n", "upload.executable"),
    "a shortcut": ("a.txt", lambda: b"L\x00\x00\x00\x01\x14\x02\x00" + b"\0" * 100, "upload.executable"),
    "a drawing with script": (
        "a.svg",
        lambda: b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        "upload.active-drawing",
    ),
    "a drawing named PNG": ("a.png", lambda: b"<?xml version='1.0'?><svg onload='x()'/>", "upload.active-drawing"),
    "a page named PDF": ("a.pdf", lambda: b"<!DOCTYPE html><html><script>x</script></html>", "upload.web-page"),
    "a page named text": ("a.txt", lambda: b"  <HTML><body>x", "upload.web-page"),
    "script deep in a text": ("a.csv", lambda: b"a,b\n" * 2000 + b"<script>x</script>", "upload.web-page"),
    "a PNG named PDF": ("a.pdf", lambda: picture("PNG"), "upload.type-differs-from-name"),
    "a PDF named DOCX": ("a.docx", pdf, "upload.type-differs-from-name"),
    "a text named PDF": ("a.pdf", lambda: b"hello", "upload.type-differs-from-name"),
    "a text without ending": ("letter", lambda: b"hello", "upload.type-differs-from-name"),
    "a spreadsheet named document": ("a.docx", lambda: xlsx_bytes("x", (), ()), "upload.type-differs-from-name"),
    "a document with macros": ("a.docm", lambda: office({"word/vbaProject.bin": b"x"}), "upload.macro"),
    "macros under a quiet name": (
        "a.docx",
        lambda: office(types='<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'),
        "upload.macro",
    ),
    "a spreadsheet with old macros": (
        "a.xlsx",
        lambda: archive({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<w/>", "xl/macrosheets/sheet1.xml": "<m/>"}),
        "upload.macro",
    ),
    "a program inside a document": ("a.docx", lambda: office({"word/embeddings/setup.exe": b"MZ"}), "upload.macro"),
    "a template from elsewhere": (
        "a.docx",
        lambda: office({"word/_rels/settings.xml.rels": relations(TEMPLATE)}),
        "upload.external-content",
    ),
    "an old Word file": ("a.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000, "upload.legacy-office"),
    "a locked Hangul paper": ("a.hwp", lambda: hwp(flags=0b11), "upload.encrypted"),
    "a Hangul paper in name only": ("a.hwp", lambda: hwp(signature=b"x"), "upload.legacy-office"),
    "a locked zip": ("a.docx", encrypted_archive, "upload.encrypted"),
    "a locked PDF": ("a.pdf", lambda: pdf(b"/Encrypt 5 0 R"), "upload.encrypted"),
    "a PDF with script": (
        "a.pdf",
        lambda: pdf(b"2 0 obj <</S /JavaScript /JS (app.alert\\(1\\))>> endobj"),
        "upload.pdf-active",
    ),
    "a PDF that starts a program": ("a.pdf", lambda: pdf(b"2 0 obj <</S /Launch /F (cmd.exe)>> endobj"), "upload.pdf-active"),
    "a PDF with script packed away": ("a.pdf", lambda: packed_pdf(b"2 0 <</S /JavaScript /JS (x)>>"), "upload.pdf-active"),
    "half a PDF": ("a.pdf", lambda: b"%PDF-1.7\n1 0 obj", "upload.pdf-broken"),
    "a zip behind a PDF": ("a.pdf", lambda: pdf() + office(), "upload.two-types-in-one"),
    "a zip behind a picture": ("a.png", lambda: picture("PNG") + office(), "upload.two-types-in-one"),
    "a bare zip": ("a.zip", lambda: archive({"a.txt": "x"}), "upload.type-not-allowed"),
    "a bomb of zeros": ("a.docx", lambda: office({"word/media/a.bin": b"\0" * 90_000_000}), "upload.archive-bomb"),
    "a bomb in many parts": (
        "a.docx",
        lambda: office({f"word/{number}.bin": bytes(900_000) for number in range(130)}),
        "upload.archive-bomb",
    ),
    "a zip that lies about its size": ("a.docx", lying_archive, "upload.archive-bomb"),
    "ten thousand parts": (
        "a.docx",
        lambda: office({f"word/{number}.xml": b"" for number in range(10_000)}),
        "upload.archive-too-many-entries",
    ),
    "a part outside the folder": ("a.docx", lambda: office({"../../etc/cron.d/x": b"x"}), "upload.archive-path"),
    "a part with a Windows path": ("a.docx", lambda: office({"..\\..\\x": b"x"}), "upload.archive-path"),
    "a part at the root": ("a.docx", lambda: office({"/etc/x": b"x"}), "upload.archive-path"),
    "half a zip": ("a.docx", lambda: office()[:60], "upload.archive-broken"),
    "a picture of 50,000 × 50,000": ("a.png", lambda: png_of_size(50_000, 50_000), "upload.image-too-large"),
    "a thin picture": ("a.png", lambda: png_of_size(30_000, 1), "upload.image-too-large"),
    "half a picture": ("a.png", lambda: picture("PNG")[:60], "upload.image-broken"),
    "half a photograph": ("a.jpg", lambda: picture("JPEG")[:100], "upload.image-broken"),
    "the test virus": ("a.txt", lambda: EICAR, "upload.malware"),
    "the test virus in a zip": ("a.docx", lambda: office({"word/x.txt": b"." * 300_000 + EICAR}), "upload.malware"),
    "the test virus in a letter": ("a.eml", lambda: letter("a.txt", EICAR), "upload.malware"),
    "a program in a letter": ("a.eml", lambda: letter("a.pdf", b"MZ\x90\0"), "upload.executable"),
    "a letter in a letter": ("a.eml", lambda: letter("b.eml", letter()), "upload.letter-in-letter"),
    "a text named letter": ("a.eml", lambda: b"just words", "upload.type-differs-from-name"),
    "bytes of no kind": ("a.txt", lambda: bytes(range(256)), "upload.type-not-allowed"),
    "a picture of another kind": ("a.gif", lambda: b"GIF89a" + b"\0" * 50, "upload.type-not-allowed"),
}


@pytest.mark.parametrize("what", GOOD)
def test_files_that_offices_send_are_taken(what: str) -> None:
    name, make, kind = GOOD[what]
    content = make()
    found = inspect_upload(name, io.BytesIO(content), limit_bytes=LIMIT)
    assert isinstance(found, Upload), found
    assert (found.kind, found.size_bytes) == (kind, len(content))


@pytest.mark.parametrize("what", BAD)
def test_files_that_could_do_harm_are_refused_with_a_reason_within_two_seconds(what: str) -> None:
    name, make, code = BAD[what]
    content = make()
    started = time.perf_counter()
    found = inspect_upload(name, content, limit_bytes=LIMIT)
    assert time.perf_counter() - started < 2
    assert isinstance(found, UploadRefusal), found
    assert [finding.code for finding in found.findings] == [code]


def test_a_bomb_is_refused_in_a_process_of_little_memory() -> None:
    code = (
        "import io, sys, zipfile\n"
        "from seoulution.formats.uploads import inspect_upload\n"
        "import resource\n"
        "made = io.BytesIO()\n"
        "with zipfile.ZipFile(made, 'w', zipfile.ZIP_DEFLATED) as opened:\n"
        "    with opened.open('word/document.xml', 'w') as part:\n"
        "        for _ in range(200): part.write(bytes(1024 * 1024))\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "found = inspect_upload('a.docx', made.getvalue(), limit_bytes=1 << 24)\n"
        "print(found.findings[0].code, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    refused, kilobytes = done.stdout.split()
    assert refused == "upload.archive-bomb"
    assert int(kilobytes) < 200 * 1024
    assert resource.RLIM_INFINITY == -1


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_damaged_file_never_raises(data: st.DataObject) -> None:
    name, make, _ = data.draw(
        st.sampled_from(
            [GOOD[what] for what in ("a PNG", "a JPEG", "a Hangul 5 paper", "a document with a link", "a letter with a paper")]
        )
    )
    content = bytearray(make())
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(content)))
    for damaged in (bytes(content), bytes(content[:cut])):
        assert isinstance(inspect_upload(name, damaged, limit_bytes=LIMIT), Upload | UploadRefusal)


@given(st.text(st.characters(exclude_categories=()), max_size=300))
def test_a_name_is_always_safe_to_show(name: str) -> None:
    shown = safe_name(name)
    assert shown and len(shown) <= 130
    assert not set(shown) & set('/\\<>:"|?*\x00\u202e\n') and not shown.startswith(".")


def test_a_name_keeps_its_last_part() -> None:
    assert safe_name("../../C:\\fake\\\u202efdp.보고서.pdf") == "fdp.보고서.pdf"
