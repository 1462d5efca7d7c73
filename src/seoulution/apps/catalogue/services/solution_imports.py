"""Brings solutions in from a spreadsheet: each good row becomes or changes a draft, each broken one is told with its row and column.

Nothing becomes public by an import: drafts go the way of every text. All rows that go in are stored together or, if the machine
stops, not at all.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pghistory
from django.db import transaction
from pydantic import ValidationError

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.import_reports import RowReport, as_json, counts
from seoulution.apps.catalogue.models import Draft, ImportRun, PolicySolution
from seoulution.apps.catalogue.models.imports import ImportKind, ImportOutcome
from seoulution.apps.catalogue.refusals import Refused
from seoulution.apps.catalogue.services.editorial import act, open_draft, shape_finding, write
from seoulution.apps.catalogue.services.loading import columns_of
from seoulution.apps.catalogue.services.translation_imports import SentFile
from seoulution.apps.catalogue.skeleton import skeleton
from seoulution.apps.catalogue.solution_sheets import (
    REQUIRED,
    SheetRow,
    head_findings,
    known_agencies,
    known_sources,
    read_rows,
)
from seoulution.apps.network.models import Agency
from seoulution.engine.catalogue.editorial import EditorialAction
from seoulution.engine.findings import Finding
from seoulution.engine.vocabulary import Sector
from seoulution.formats.xlsx_reader import CellValue
from seoulution.reference.schema import catalogue


@transaction.atomic
def import_solutions(rows: Sequence[Sequence[CellValue]], *, file: SentFile, by: User) -> ImportRun:
    """Takes in a sheet whose first row names the columns.

    raises Refused : the person may not, the sheet is empty, or its columns are not those of the template; nothing was stored
    """
    if not by.may(Permission.IMPORT_SOLUTIONS):
        raise Refused((Finding("editorial.not-your-part", subject="import", parameters={"part": "programme"}),))
    if len(rows) < 2:
        raise Refused((Finding("import.no-rows"),))
    if found := head_findings(rows[0]):
        raise Refused(found)
    read = list(read_rows(rows, agencies=known_agencies(), sources=known_sources()))
    existing = {row.code: row for row in PolicySolution.objects.filter(code__in=[row.code for row in read])}
    with pghistory.context(reason=f"imported from {file.name}", by=by.username):
        reports = _new([row for row in read if row.code not in existing], by)
        reports |= {row.number: _changed(row, existing[row.code], by) for row in read if row.code in existing}
    ordered = [reports[number] for number in sorted(reports)]
    return ImportRun.objects.create(
        kind=ImportKind.SOLUTIONS_XLSX,
        file_name=file.name[:255],
        size_bytes=file.size_bytes,
        sha256=file.sha256,
        by=by,
        counts=counts(ordered),
        report=as_json(ordered),
    )


def _new(rows: Iterable[SheetRow], by: User) -> dict[int, RowReport]:
    """Solutions that are not on record yet, stored in two statements however many they are."""
    reports: dict[int, RowReport] = {}
    made: list[PolicySolution] = []
    owners = {agency.code: agency for agency in Agency.objects.all()}
    for row in rows:
        findings, record = _begun(row)
        if record is None:
            reports[row.number] = RowReport(ImportOutcome.BROKEN, _place(row), findings)
            continue
        data = record.model_dump(mode="json")
        made.append(PolicySolution(code=row.code, data=data, shipped_digest="", **columns_of(record, owners[record.owner])))
        reports[row.number] = RowReport(ImportOutcome.TAKEN_IN, _place(row))
    stored = PolicySolution.objects.bulk_create(made, batch_size=500)
    Draft.objects.bulk_create(
        [Draft(solution=solution, data=solution.data, begun_by=by, changed_by=by) for solution in stored], batch_size=500
    )
    return reports


def _begun(row: SheetRow) -> tuple[tuple[Finding, ...], catalogue.PolicySolution | None]:
    missing = [name for name in REQUIRED if name.split("_")[0] not in row.says and name != "code"]
    told = {finding.subject for finding in row.findings}
    findings = (
        *row.findings,
        *(Finding("import.cell-empty", subject=name, parameters={"column": name}) for name in missing if name not in told),
    )
    if findings:
        return findings, None
    name = row.says["name"]
    begun = skeleton(
        code=row.code, name_ko=name["ko"], name_en=name["en"], sector=Sector(row.says["sector"]), owner=row.says["owner"]
    )
    try:
        return (), catalogue.PolicySolution.model_validate(_with(begun, row.says))
    except ValidationError as error:
        return tuple(shape_finding(detail) for detail in error.errors()), None


def _changed(row: SheetRow, solution: PolicySolution, by: User) -> RowReport:
    """A solution on record: its draft is written, begun first where none is open; what says nothing new is skipped."""
    if row.findings:
        return RowReport(ImportOutcome.BROKEN, _place(row), row.findings)
    draft = open_draft(solution)
    stands = draft.data if draft else solution.data
    wanted = _with(stands, row.says)
    changes = {key: value for key, value in wanted.items() if value != stands.get(key)}
    if not changes:
        return RowReport(ImportOutcome.SKIPPED, _place(row))
    try:
        with transaction.atomic():
            if draft is None:
                draft = open_draft(act(solution, EditorialAction.REVISE, by=by))
                assert draft is not None
            write(draft, changes=changes, seen_revision=draft.revision, by=by)
    except Refused as refused:
        return RowReport(ImportOutcome.BROKEN, _place(row), refused.findings)
    return RowReport(ImportOutcome.TAKEN_IN, _place(row))


def _with(data: Mapping[str, Any], says: Mapping[str, Any]) -> dict[str, Any]:
    """The text with what the row says in its places; what a section keeps beside its words stays, an answered question goes."""
    sections = dict(data.get("sections", {}))
    for key, text in says.get("sections", {}).items():
        sections[key] = _words_over(sections.get(key), text)
    gaps = [gap for gap in data.get("gaps", ()) if gap["about"] not in says.get("sections", {})]
    told = {key: value for key, value in says.items() if key not in ("sections", "result")}
    result = _words_over(data.get("result"), says["result"]) if "result" in says else data.get("result")
    return {**data, **told, "result": result, "sections": sections, "gaps": gaps}


def _words_over(stands: Mapping[str, Any] | None, told: Mapping[str, Any]) -> Mapping[str, Any]:
    """Equal words and sources leave everything as it is, so that a file brought in twice changes nothing."""
    same = (
        stands is not None
        and all(stands[key] == told[key] for key in ("ko", "en"))
        and list(stands["sources"]) == told["sources"]
    )
    return stands if same and stands is not None else {**(stands or {}), **told}


def _place(row: SheetRow) -> dict[str, str]:
    return {"row": str(row.number), "code": row.code}
