from seoulution.engine.demand.terms import TermEntry, Vocabulary
from seoulution.engine.demand.understanding import understood
from seoulution.engine.matching.reasons import ClosestPassage, reasons_for
from seoulution.engine.vocabulary import Sector

WORDS = Vocabulary([TermEntry("water.losses", Sector.WATER, "en", "leak*")])
NEED = understood("Our pipes leak.", "en", WORDS)


def test_a_shared_concept_comes_with_the_words_of_the_need() -> None:
    reasons = reasons_for("w1", NEED, {"water.losses": 0.9}, Sector.WATER, ClosestPassage("en", "Leakage management", 1))
    (shared,) = reasons.concepts
    assert [NEED.text[span.start : span.end] for span in shared.phrases] == ["leak"]
    assert reasons.sector_agrees
    assert not reasons.by_meaning_alone


def test_without_a_shared_concept_it_says_that_meaning_alone_brought_it() -> None:
    reasons = reasons_for("t1", NEED, {"transport.fares": 0.9}, Sector.TRANSPORT, None)
    assert reasons.by_meaning_alone
    assert reasons.sector_agrees is False


def test_an_unknown_sector_neither_agrees_nor_disagrees() -> None:
    assert reasons_for("x", NEED, {}, None, None).sector_agrees is None
    assert reasons_for("x", understood("Hello.", "en", WORDS), {}, Sector.WATER, None).sector_agrees is None
