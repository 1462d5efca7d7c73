"""The codes of the work are words of the field: lower case, each once within its kind."""

from enum import StrEnum

import pytest

from seoulution.engine.engagements import codes
from seoulution.engine.engagements.codes import Rank

KINDS = [kind for kind in vars(codes).values() if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum]


@pytest.mark.parametrize("kind", KINDS)
def test_every_code_is_its_name_in_lower_case(kind: type[StrEnum]) -> None:
    assert all(code.value == code.name.lower() for code in kind)


def test_signing_ranks_rise_from_the_officer_to_the_mayor() -> None:
    assert next(iter(Rank)) is Rank.OFFICER and list(Rank)[-1] is Rank.MAYOR
