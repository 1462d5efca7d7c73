"""Solutions from a spreadsheet: an empty sheet as a pattern, the upload, and what became of each row, kept for later."""

import hashlib
from typing import Any, Final

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.import_reports import RowReport, from_json
from seoulution.apps.catalogue.models import ImportRun
from seoulution.apps.catalogue.models.imports import ImportKind
from seoulution.apps.catalogue.refusals import Refused
from seoulution.apps.catalogue.services.solution_imports import import_solutions
from seoulution.apps.catalogue.services.translation_imports import SentFile
from seoulution.apps.catalogue.solution_sheets import COLUMNS, REQUIRED
from seoulution.apps.publishing.finding_texts import sentence
from seoulution.engine.findings import Finding
from seoulution.formats.tables import Column
from seoulution.formats.xlsx_reader import SpreadsheetRefused, read_sheet
from seoulution.web.office.lists import page_of
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.limits import brings_a_file, limited, uploads
from seoulution.web.shared.list_downloads import PARAMETER, Listing, download_links, list_response
from seoulution.web.shared.once import fresh_key, once

MOST_BYTES: Final = 10 * 1024 * 1024
MOST_ROWS: Final = 5_000


class SheetForm(forms.Form):
    """One spreadsheet."""

    sheet = forms.FileField(
        label=gettext_lazy("Spreadsheet (XLSX)"),
        help_text=gettext_lazy("At most 5,000 rows and 10 MB. The first row names the columns, as in the empty sheet."),
    )


@needs(Permission.IMPORT_SOLUTIONS)
@limited(uploads, only=brings_a_file)
@once
def page(request: SignedInRequest) -> HttpResponse:
    """The form with earlier imports below; a file that can't be read stores nothing and says why."""
    if request.GET.get(PARAMETER):
        return list_response("xlsx", _pattern())
    form = SheetForm(request.POST or None, request.FILES or None)
    findings: tuple[Finding, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            run = _take_in(form.cleaned_data["sheet"], request)
            return HttpResponseRedirect(reverse("office:solution_import", args=[run.pk]))
        except Refused as refused:
            findings = refused.findings
        except SpreadsheetRefused as refused:
            findings = (Finding(refused.code),)
    runs = ImportRun.objects.filter(kind=ImportKind.SOLUTIONS_XLSX).select_related("by").defer("report")
    context = {
        "form": form,
        "findings": [sentence(finding) for finding in findings],
        "page": page_of(request, runs),
        "columns": [(name, name in REQUIRED) for name in COLUMNS],
        "submission": fresh_key(),
    }
    return render(request, "office/solution_imports.html", context, status=422 if findings else 200)


@needs(Permission.IMPORT_SOLUTIONS)
def report(request: SignedInRequest, pk: int) -> HttpResponse:
    """One import: the counts, and every row that did not go in, with its place and what to do."""
    run = get_object_or_404(ImportRun.objects.select_related("by"), pk=pk, kind=ImportKind.SOLUTIONS_XLSX)
    rows = from_json(run.report)
    if name := request.GET.get(PARAMETER):
        return list_response(name, _listing(run, rows))
    context = {
        "run": run,
        "page": page_of(request, [(row, [sentence(finding) for finding in row.findings]) for row in rows]),
        "downloads": download_links(request),
    }
    return render(request, "office/solution_import.html", context)


def _take_in(sheet: "UploadedFile[Any]", request: SignedInRequest) -> ImportRun:
    if (sheet.size or 0) > MOST_BYTES:
        raise SpreadsheetRefused("sheet.too-large")
    data = sheet.read()
    rows = read_sheet(data, max_rows=MOST_ROWS + 1)
    file = SentFile(sheet.name or "", len(data), hashlib.sha256(data).hexdigest())
    return import_solutions(rows, file=file, by=request.user)


def _pattern() -> Listing:
    """The empty sheet: its columns are the template's."""
    return Listing(_("Solutions"), "solutions-empty", [Column(name, name, width=18) for name in COLUMNS], [])


def _listing(run: ImportRun, rows: tuple[RowReport, ...]) -> Listing:
    columns = [
        Column("row", _("Row")),
        Column("code", _("Code")),
        Column("outcome", _("Outcome")),
        Column("findings", _("What was found"), width=80),
    ]
    told = [
        {
            "row": row.place.get("row", ""),
            "code": row.place.get("code", ""),
            "outcome": row.outcome.label,
            "findings": " ".join(sentence(finding) for finding in row.findings),
        }
        for row in rows
    ]
    return Listing(_("Report of the import"), f"import-{run.pk}", columns, told)
