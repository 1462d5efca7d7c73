"""What must hold before a city's past need may teach the search of solutions."""

from seoulution.engine.findings import Finding, Severity


def learning_finding(reason: str, *, subject: str) -> Finding | None:
    """Letting the search learn from a city's words, and taking that back, is a person's decision with a reason."""
    return None if reason.strip() else Finding("match.learning-without-reason", Severity.BLOCKING, subject)
