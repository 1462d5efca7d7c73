"""A refusal is a value: it blocks the service, explains the button, fills the API error and prints in the dossier."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """What a finding does to the step it is about."""

    BLOCKING = "blocking"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found by a rule: a code that the web ring puts into words, never text.

    code : dotted, e.g. `route.city-hall-for-profit`
    subject : what it is about (a code of the vocabulary or of a record)
    parameters : values the sentence needs, already plain strings or codes
    """

    code: str
    severity: Severity = Severity.BLOCKING
    subject: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict, hash=False)


def blocking(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those that stop the step; warnings and notes only inform."""
    return tuple(finding for finding in findings if finding.severity is Severity.BLOCKING)
