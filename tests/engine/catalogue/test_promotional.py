"""A section that only praises, or answers nobody's question."""

from seoulution.engine.catalogue.promotional import PraiseRule, praise_findings, promotional_findings

RULES = (
    PraiseRule("best.en", "en", ("world-class", "remarkabl*")),
    PraiseRule("smart.ko", "ko", ("첨단", "최첨단"), ("첨단산업",)),
)


def words(text: str, language: str = "en") -> list[str]:
    return [finding.parameters["word"] for finding in praise_findings(text, language, RULES, "sections.results")]


def test_praise_beside_nothing_is_found_with_its_place() -> None:
    text = "Leaks fell. It is a world-class system."
    (finding,) = praise_findings(text, "en", RULES, "sections.results.en")
    assert text[int(finding.parameters["start"]) : int(finding.parameters["end"])] == "world-class"
    assert (finding.code, finding.subject) == ("editorial.praise-without-claim", "sections.results.en")


def test_praise_in_a_sentence_with_a_claim_is_let_through_and_in_the_next_is_not() -> None:
    assert words("A remarkable fall [from 42.4 %](claim:leakage-1989). Remarkably cheap.") == ["Remarkably"]


def test_of_words_one_within_the_other_the_longer_is_told_and_innocent_phrases_are_not() -> None:
    assert words("최첨단 장비를 첨단산업 단지에 두었다.", "ko") == ["최첨단"]


def test_a_section_that_answers_no_question_says_so() -> None:
    codes = [f.code for f in promotional_findings("sections.cost", (("en", "It cost much."),), (), RULES)]
    assert codes == ["editorial.answers-nothing"]
    assert promotional_findings("sections.cost", (("en", "It cost much."),), ("cost.to-build",), RULES) == ()
