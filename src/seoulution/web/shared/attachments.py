"""Attachments leave as downloads that no browser runs."""

from typing import Final

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header

from seoulution.apps.demand import attachments
from seoulution.apps.demand.models import Attachment
from seoulution.formats.images import strip_metadata
from seoulution.formats.uploads import CONTENT_TYPES, UploadKind

PICTURES: Final = frozenset({CONTENT_TYPES[UploadKind.PNG], CONTENT_TYPES[UploadKind.JPG]})


def attachment_response(row: Attachment) -> HttpResponse:
    """The stored bytes as a download; a picture without the place and time it was taken."""
    try:
        data = attachments.read(row.stored_name)
    except FileNotFoundError as gone:
        raise Http404 from gone
    if row.content_type in PICTURES:
        data = strip_metadata(data)
    return download(data, content_type=row.content_type, name=row.original_name)


def download(data: bytes, *, content_type: str, name: str) -> HttpResponse:
    """Bytes that somebody sent us, on their way out: sandboxed, never cached, never taken for another type, their own name kept."""
    response = HttpResponse(data, content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "no-store"
    return response
