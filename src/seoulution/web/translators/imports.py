"""Files that come back from agencies: taken in text by text, with a report that says where each broken one stands."""

import hashlib
from collections.abc import Callable, Mapping
from typing import Any, Final

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.import_reports import RowReport, from_json
from seoulution.apps.catalogue.models import ImportRun
from seoulution.apps.catalogue.models.imports import ImportKind, ImportOutcome
from seoulution.apps.catalogue.refusals import Refused
from seoulution.apps.catalogue.services.translation_imports import SentFile, import_translations
from seoulution.apps.catalogue.translation_imports import IncomingTexts, from_sheet, from_xliff
from seoulution.apps.publishing.finding_texts import sentence
from seoulution.apps.publishing.part_titles import path_words
from seoulution.engine.findings import Finding
from seoulution.engine.vocabulary import Language
from seoulution.formats.xliff_reader import MAX_BYTES
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.choices import LANGUAGE_NAMES
from seoulution.web.shared.limits import brings_a_file, limited, uploads
from seoulution.web.shared.once import once
from seoulution.web.translators.paging import page_of

KINDS: Final[Mapping[str, ImportKind]] = {"xliff": ImportKind.TRANSLATIONS_XLIFF, "xlsx": ImportKind.TRANSLATIONS_XLSX}
READERS: Final[Mapping[ImportKind, Callable[[bytes], IncomingTexts]]] = {
    ImportKind.TRANSLATIONS_XLIFF: from_xliff,
    ImportKind.TRANSLATIONS_XLSX: from_sheet,
}


class FileForm(forms.Form):
    """One file of one language."""

    file = forms.FileField(
        label=gettext_lazy("XLIFF or XLSX file"),
        help_text=gettext_lazy("XLIFF 2.0 or 2.1, or our spreadsheet, at most 20 MB. The file says which language it is."),
    )


@needs(Permission.TRANSLATE)
@limited(uploads, only=brings_a_file)
@once
def take_in(request: SignedInRequest) -> HttpResponse:
    """Leads to the report; a file that cannot be read stores nothing and says why."""
    from seoulution.web.translators.files import files_context

    form = FileForm(request.POST or None, request.FILES or None)
    findings: tuple[Finding, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("translators:import_report", _taken(form.cleaned_data["file"], request).pk)
        except Refused as refused:
            findings = refused.findings
    refused_words = [sentence(finding) for finding in findings]
    context = {**files_context(request, form), "findings": refused_words}
    return render(request, "translators/files.html", context, status=422 if request.method == "POST" else 200)


def _taken(sent: "UploadedFile[Any]", request: SignedInRequest) -> ImportRun:
    if (sent.size or 0) > MAX_BYTES:
        raise Refused((Finding("xliff.too-large", parameters={"detail": str(MAX_BYTES // 1024**2)}),))
    data = sent.read()
    kind = KINDS["xlsx" if data[:2] == b"PK" else "xliff"]
    file = SentFile(sent.name or "", len(data), hashlib.sha256(data).hexdigest())
    return import_translations(READERS[kind](data), kind=kind, file=file, by=request.user)


@needs(Permission.SEE_TRANSLATIONS)
def report(request: SignedInRequest, pk: int) -> HttpResponse:
    """Counts, then each broken text with its place, then what went in with a warning."""
    run = get_object_or_404(ImportRun.objects.select_related("by"), pk=pk, kind__in=KINDS.values())
    rows = from_json(run.report)
    broken = [row for row in rows if row.outcome == ImportOutcome.BROKEN]
    warned = [row for row in rows if row.outcome != ImportOutcome.BROKEN]
    context = {
        "run": run,
        "language_name": LANGUAGE_NAMES[Language(run.language)],
        "page": page_of(request, [_told(row) for row in broken]),
        "warned": [_told(row) for row in warned[:200]],
        "warned_count": len(warned),
    }
    return render(request, "translators/import_report.html", context)


def _told(row: RowReport) -> dict[str, Any]:
    place = row.place
    return {
        "line": place.get("line", ""),
        "row": place.get("row", ""),
        "solution": place.get("file", ""),
        "path": place.get("unit", ""),
        "title": path_words(place.get("unit", "")),
        "segment": place.get("segment", ""),
        "words": [sentence(finding) for finding in row.findings],
    }
