"""Attachments leave as downloads that no browser runs."""

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header

from seoulution.apps.demand import attachments
from seoulution.apps.demand.models import Attachment


def attachment_response(row: Attachment) -> HttpResponse:
    """The stored bytes as a download: sandboxed, never cached, its own name kept."""
    try:
        data = attachments.read(row.stored_name)
    except FileNotFoundError as gone:
        raise Http404 from gone
    response = HttpResponse(data, content_type=row.content_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=row.original_name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "no-store"
    return response
