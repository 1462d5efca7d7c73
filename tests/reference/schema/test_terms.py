"""A term's form may be one word, a list whose first is written, or both said in full."""

import pytest
from pydantic import ValidationError

from seoulution.engine.vocabulary import Language
from seoulution.reference.schema.terms import Term, TermForms

BASE = {"code": "ozone", "name": {"ko": "오존", "en": "ozone"}, "ko": ["오존"], "en": ["ozon*"]}


@pytest.mark.parametrize("forms", ["ozono", ["ozono"], {"write": "ozono"}])
def test_the_short_ways_of_writing_say_the_same(forms: object) -> None:
    assert Term.model_validate({**BASE, "into": {"es": forms}}).into == {Language.ES: TermForms(write="ozono")}


@pytest.mark.parametrize("forms", ["", [], {"counts": ["x"]}, 7])
def test_a_form_without_a_word_is_refused(forms: object) -> None:
    with pytest.raises(ValidationError):
        Term.model_validate({**BASE, "into": {"es": forms}})
