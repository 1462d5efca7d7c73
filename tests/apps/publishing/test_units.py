"""Every unit that ships has its words."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.utils.translation import override
from pydantic import BaseModel

from seoulution.apps.publishing.units import AS_THEY_ARE, KOREAN, WORDLESS, unit_words
from seoulution.reference.load import reference
from seoulution.reference.schema.base import Figure


def units(value: Any) -> Iterator[str]:
    if isinstance(value, Figure):
        yield value.unit
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from units(getattr(value, name))
    elif isinstance(value, tuple | list):
        for each in value:
            yield from units(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from units(each)


def test_every_unit_of_the_reference_data_is_written_in_korean() -> None:
    used = {unit for records in reference().records.values() for record in records for unit in units(record)}
    assert used - WORDLESS - AS_THEY_ARE - KOREAN.keys() == set()


@pytest.mark.parametrize(("language", "written"), [("ko", "천 명"), ("en", "thousand persons")])
def test_a_unit_is_written_in_the_readers_language(language: str, written: str) -> None:
    with override(language):
        assert unit_words("thousand persons") == written
