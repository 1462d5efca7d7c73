"""References are offered with numbers as the language writes them, and the number stays the claim's."""

from decimal import Decimal

import pytest

from seoulution.engine.catalogue.references import reference_findings
from seoulution.engine.vocabulary import Language
from seoulution.web.translators.chips import chips_of


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        (Language.ES, "94,4 %"),
        (Language.FR, "94,4 %"),
        (Language.RU, "94,4 %"),
        (Language.TH, "94.4 %"),
        (Language.AR, "94.4 %"),
    ],
)
def test_numbers_are_written_as_the_language_does(language: Language, shown: str) -> None:
    (chip,) = chips_of("It rose to [94.4 %](claim:rwr-2013).", language)
    assert (chip.shown, chip.insert) == (shown, f"[{shown}](claim:rwr-2013)")
    assert reference_findings(chip.insert, {"rwr-2013": (Decimal("94.4"), "%")}, "result") == ()


def test_years_and_empty_references_are_left_as_they_are() -> None:
    chips = chips_of("Since [2013](claim:a), [13,192 km](claim:b), [](claim:c).", Language.ES)
    assert [chip.insert for chip in chips] == ["[2013](claim:a)", "[13.192 km](claim:b)", "[](claim:c)"]
    assert chips[2].shown == "c"
