"""Terms are found in the source, the longest counts, and a translation without an allowed form is warned about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoulution.engine.catalogue.glossary import Term, glossary_findings, terms_in

PAID = Term("paid", {"en": ("revenue water",), "es": ("agua* facturada*",)}, {"es": "agua facturada"})
LOST = Term("lost", {"en": ("non-revenue water",), "es": ("agua* no facturada*",)}, {"es": "agua no facturada"})
TERMS = (PAID, LOST)


def test_a_term_inside_a_longer_one_is_not_there() -> None:
    found = terms_in("Non-revenue water fell while revenue water rose.", "en", TERMS)
    assert [place.term.code for place in found] == ["lost", "paid"]


def test_terms_are_read_through_references_to_claims() -> None:
    assert terms_in("[revenue water](claim:x)", "en", TERMS)[0].start == 0


@pytest.mark.parametrize(
    ("translated", "missing"),
    [
        ("Las aguas facturadas subieron.", []),
        ("Subió.", ["agua facturada"]),
        ("El agua no facturada subió.", ["agua facturada"]),
    ],
)
def test_a_missing_form_is_a_warning(translated: str, missing: list[str]) -> None:
    found = glossary_findings("Revenue water rose.", "en", translated, "es", TERMS, "result")
    assert [finding.parameters["use"] for finding in found] == missing


def test_a_language_without_a_sure_term_asks_for_nothing() -> None:
    assert glossary_findings("Revenue water rose.", "en", "Урсгал", "mn", TERMS, "result") == ()


@given(st.text())
def test_any_text_can_be_looked_through(text: str) -> None:
    for place in terms_in(text, "en", TERMS):
        assert text or place.start < place.end
