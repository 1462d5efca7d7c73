"""What a reader, or a search, finds in an answer: also inside packed files, and in the text, the facts and the links of a PDF."""

import io
import shutil
import subprocess
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import IndirectObject, StreamObject


def readable(body: bytes) -> str:
    """The text of an answer. Of a PDF once as it is set, and twice without the ends of lines, where a name or an address may be broken."""
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            return "\n".join(packed.read(name).decode("utf-8", "ignore") for name in packed.namelist())
    if body.startswith(b"%PDF"):
        return _text_of_pdf(body)
    return body.decode("utf-8", "ignore")


def in_each_form(arguments: Mapping[str, Any], *, also_pdf: bool = True) -> Iterator[Mapping[str, Any]]:
    """The arguments of an address; those of a paper in DOCX also for its PDF, which is another file of the same document."""
    yield arguments
    if also_pdf and arguments.get("name") == "docx":
        yield {**arguments, "name": "pdf"}


def _text_of_pdf(body: bytes) -> str:
    try:
        reader = PdfReader(io.BytesIO(body))
        pages = _set_text(body, reader)
    except PyPdfError:
        return body.decode("utf-8", "ignore")
    words = pages.split()
    return "\n".join((pages, " ".join(words), "".join(words), *_objects_of(reader)))


def _set_text(body: bytes, reader: PdfReader) -> str:
    """By poppler, where it is installed: pypdf finds the same and takes ten times as long."""
    if shutil.which("pdftotext") is None:
        return "\n".join(page.extract_text() for page in reader.pages)
    return subprocess.run(["pdftotext", "-", "-"], input=body, capture_output=True, check=True).stdout.decode("utf-8", "ignore")


def _objects_of(reader: PdfReader) -> Iterator[str]:
    """Every object of the file in words: title and author, links, bookmarks, and whatever else is no drawing."""
    yield str(reader.metadata)
    for number in range(1, int(reader.trailer["/Size"])):
        found = reader.get_object(IndirectObject(number, 0, reader))
        yield str(found)
        if isinstance(found, StreamObject) and found.get("/Subtype") != "/Image":
            yield found.get_data().decode("utf-8", "ignore")
