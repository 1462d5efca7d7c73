"""A thing shared with a party, as it reads it: information in words, a paper on file, a dossier, a solution for its city."""

from typing import Any, Final

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.safestring import mark_safe

from seoulution.apps.demand import attachments
from seoulution.apps.publishing.editions import city_edition
from seoulution.apps.publishing.models import SharedItem
from seoulution.engine.engagements.codes import SharedKind
from seoulution.engine.vocabulary import Language
from seoulution.formats import FORMATS
from seoulution.formats.html import html_fragment
from seoulution.formats.images import strip_metadata
from seoulution.formats.json_reader import document_from
from seoulution.web.shared.attachments import PICTURES, download
from seoulution.web.shared.documents import document_response
from seoulution.web.shared.edition_page import edition_context

PAPERS: Final = tuple(name for name in FORMATS if name not in ("json", "html"))
FILE: Final = "file"
"""How the address of a paper on file ends; it has one format, its own."""


def item_context(item: SharedItem, language: Language) -> dict[str, Any]:
    """What the item's page shows; called with that language active."""
    context: dict[str, Any] = {"item": item, "formats": ()}
    if item.kind == SharedKind.DOCUMENT:
        context["formats"] = (FILE,)
    elif item.kind == SharedKind.DOSSIER and item.dossier is not None:
        context["formats"] = PAPERS
        context["body"] = mark_safe(html_fragment(document_from(item.dossier.document)))  # noqa: S308 - escapes every value
    elif item.kind == SharedKind.EDITION and item.solution is not None:
        edition = city_edition(item.solution, item.engagement.city, language, today=timezone.localdate())
        context |= {**edition_context(edition), "formats": ()}
    return context


def item_file(item: SharedItem, name: str) -> HttpResponse:
    """The item as a download; a format that it has not is not found."""
    if item.kind == SharedKind.DOSSIER and item.dossier is not None and name in PAPERS:
        stem = f"{item.engagement.code}-{item.dossier.language}"
        return document_response(document_from(item.dossier.document), name, stem)
    version = item.document_version
    if item.kind != SharedKind.DOCUMENT or version is None or name != FILE:
        raise Http404
    try:
        data = attachments.read(version.stored_name)
    except FileNotFoundError as gone:
        raise Http404 from gone
    if version.content_type in PICTURES:
        data = strip_metadata(data)
    return download(data, content_type=version.content_type, name=version.original_name)
