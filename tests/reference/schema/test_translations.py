"""A shipped translation knows which English it was made from, by its text or by its mark."""

import pytest
from pydantic import ValidationError

from seoulution.reference.schema.translations import ShippedText, ShippedTranslations, source_mark


@pytest.mark.parametrize("source", ["Revenue water", source_mark("Revenue water")])
def test_a_text_is_of_its_own_source_only(source: str) -> None:
    text = ShippedText(of=source, text="Agua facturada")
    assert text.is_of("Revenue water")
    assert not text.is_of("Revenue water, renewed")


def test_only_a_source_in_full_can_be_read_back() -> None:
    assert ShippedText(of="Revenue water", text="x").source_text == "Revenue water"
    assert ShippedText(of=source_mark("Revenue water"), text="x").source_text == ""


@pytest.mark.parametrize("wrong", [{"language": "ko"}, {"language": "xx"}, {"texts": {}}, {"text": {}}])
def test_what_is_not_a_translation_is_refused(wrong: dict[str, object]) -> None:
    good = {"solution": "topis", "language": "es", "texts": {"name": {"of": "TOPIS", "text": "TOPIS"}}}
    ShippedTranslations.model_validate(good)
    with pytest.raises(ValidationError):
        ShippedTranslations.model_validate({**good, **wrong})
