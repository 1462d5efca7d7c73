"""Papers on file leave as downloads that no browser runs; pictures leave without place and camera; sensitive ones are recorded."""

from django.http import Http404, HttpResponse

from seoulution.apps.accounts.services.access_records import record_access
from seoulution.apps.engagements.models import DocumentVersion
from seoulution.apps.engagements.papers import passed_on
from seoulution.web.shared.access import SignedInRequest
from seoulution.web.shared.attachments import download
from seoulution.web.shared.client import client_address


def version_response(request: SignedInRequest, version: DocumentVersion) -> HttpResponse:
    """The version as it may leave. Whoever calls this has asked whether the person may see it."""
    document = version.document
    try:
        data = passed_on(version)
    except FileNotFoundError as gone:
        raise Http404 from gone
    if document.is_sensitive or document.engagement.is_sensitive:
        record_access(
            request.user,
            address=client_address(request),
            about="engagement",
            about_code=document.engagement.code,
            whose=f"document:{document.pk}:{version.number}",
            action="download",
        )
    return download(data, content_type=version.content_type, name=version.original_name)
