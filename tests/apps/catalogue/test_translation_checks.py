"""What is found in a translation: blocking what would mislead, warning where our own word is missing."""

from decimal import Decimal

import pytest

from seoulution.apps.catalogue.translation_checks import translation_findings
from seoulution.engine.vocabulary import Language

FIGURES = {"share": (Decimal("94.4"), "%")}
SOURCE = "Revenue water rose to [94.4 %](claim:share)."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("El agua facturada subió al [94,4 %](claim:share).", []),
        ("El agua facturada subió al [](claim:share).", []),
        ("Subió al [94,4 %](claim:share).", [("translation.term-missing", "warning")]),
        ("El agua facturada subió.", [("translation.reference-lost", "blocking")]),
        ("El agua facturada subió al [49,4 %](claim:share).", [("claim.words-differ", "blocking")]),
        ("  ", [("translation.empty", "blocking")]),
    ],
)
def test_everything_found_is_told_at_once(text: str, found: list[tuple[str, str]]) -> None:
    told = translation_findings(SOURCE, text, Language.ES, FIGURES, "result")
    assert [(finding.code, finding.severity) for finding in told] == found
