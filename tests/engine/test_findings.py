"""A refusal is a value with a code, and only blocking ones stop a step."""

from collections.abc import Iterator
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import seoulution
from seoulution.apps.publishing.finding_texts import TEXTS
from seoulution.engine.findings import Finding, Severity, blocking

FINDINGS = st.lists(st.builds(Finding, st.sampled_from(["gate.no-contact", "route.open"]), st.sampled_from(Severity)))


def test_a_finding_stops_the_step_unless_it_says_otherwise() -> None:
    assert Finding("gate.no-contact").severity is Severity.BLOCKING


@given(FINDINGS)
def test_only_blocking_findings_stop_a_step_and_they_keep_their_order(findings: list[Finding]) -> None:
    stopping = blocking(findings)
    assert all(finding.severity is Severity.BLOCKING for finding in stopping)
    assert list(stopping) == [finding for finding in findings if finding in stopping]
    assert len(stopping) + sum(finding.severity is not Severity.BLOCKING for finding in findings) == len(findings)


def test_equal_findings_can_be_told_once_whatever_their_parameters() -> None:
    """The same finding of two routes is one line: findings go into sets and keys."""
    first = Finding("plan.no-fund", Severity.WARNING, "feasibility", {"funds": "edcf"})
    assert len({first, Finding("plan.no-fund", Severity.WARNING, "feasibility", {"funds": "edcf"})}) == 1
    assert first != Finding("plan.no-fund", Severity.WARNING, "feasibility", {"funds": "koica"})


def _sources() -> Iterator[str]:
    for path in (Path(seoulution.__file__).parent / "engine").rglob("*.py"):
        yield path.read_text(encoding="utf-8")


def test_every_code_that_has_words_is_dotted_with_its_family_first() -> None:
    families = {"gate", "route", "rule", "stage", "fund", "plan", "promise", "trajectory", "profile", "wording"}
    families |= {"document", "language", "sheet", "upload", "xliff", "machine", "import"}
    families |= {
        "editorial",
        "claim",
        "match",
        "track",
        "evidence",
        "translation",
        "sending",
        "access",
        "engagement",
        "reminder",
    }
    families |= {"approval", "paper", "contact", "task", "referral", "sharing", "aftercare"}
    assert {code.split(".")[0] for code in TEXTS} == families
    assert all(code.count(".") == 1 and code == code.lower() for code in TEXTS)


def test_the_engine_never_puts_a_finding_into_words() -> None:
    """Text belongs to the outer rings, which have it in every language."""
    assert not [source for source in _sources() if "gettext" in source]
