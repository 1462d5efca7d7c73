"""Papers leave as files of one of the formats."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from seoulution.engine.dossier.document import Document
from seoulution.formats import FORMATS, produce


def document_response(document: Document, name: str, stem: str) -> HttpResponse:
    """The document rendered as a download that no browser runs."""
    chosen = FORMATS[name]
    made = produce(document, name)
    response = HttpResponse(made.content, content_type=chosen.content_type)
    response["Content-Disposition"] = (
        content_disposition_header(as_attachment=True, filename=stem + chosen.suffix) or "attachment"
    )
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
