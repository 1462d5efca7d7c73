"""The report of an import as values: what became of each row, where it stands in the file, and what was found."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from seoulution.apps.catalogue.models.imports import ImportOutcome
from seoulution.engine.findings import Finding, Severity


@dataclass(frozen=True, slots=True)
class RowReport:
    """One row of the file. `place` : what a person needs to find it again, e.g. `{"row": "14"}` or `{"line": "82", "unit": "result"}`."""

    outcome: ImportOutcome
    place: Mapping[str, str] = field(default_factory=dict, hash=False)
    findings: tuple[Finding, ...] = ()

    @property
    def is_worth_telling(self) -> bool:
        """Broken rows, and rows that went in with a warning; the others are only counted."""
        return self.outcome == ImportOutcome.BROKEN or bool(self.findings)


def counts(rows: Iterable[RowReport]) -> dict[str, int]:
    """How many rows had each outcome; all outcomes are named."""
    found = Counter(row.outcome for row in rows)
    return {outcome.value: found[outcome] for outcome in ImportOutcome}


def as_json(rows: Iterable[RowReport]) -> list[dict[str, Any]]:
    """The rows worth telling, as `ImportRun.report` keeps them."""
    return [
        {
            "outcome": row.outcome.value,
            "place": dict(row.place),
            "findings": [
                {
                    "code": finding.code,
                    "severity": finding.severity.value,
                    "subject": finding.subject,
                    "parameters": dict(finding.parameters),
                }
                for finding in row.findings
            ],
        }
        for row in rows
        if row.is_worth_telling
    ]


def from_json(report: Iterable[Mapping[str, Any]]) -> tuple[RowReport, ...]:
    """The rows of a kept report."""
    return tuple(
        RowReport(
            ImportOutcome(row["outcome"]),
            row["place"],
            tuple(
                Finding(found["code"], Severity(found["severity"]), found["subject"], found["parameters"])
                for found in row["findings"]
            ),
        )
        for row in report
    )
