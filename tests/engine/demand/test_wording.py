from seoulution.engine.demand.wording import Audience, WordingRule, wording_findings
from seoulution.engine.findings import Severity

RULES = (
    WordingRule(
        "export",
        "ko",
        ("수출",),
        ("수출입은행",),
        ((Audience.CITY, Severity.BLOCKING), (Audience.PUBLIC, Severity.WARNING)),
        "policy-sharing",
    ),
    WordingRule("export", "en", ("export*",), ("Export-Import Bank",), ((Audience.CITY, Severity.BLOCKING),), "policy-sharing"),
)


def test_a_word_toward_a_city_is_found_with_its_place_and_what_to_use_instead() -> None:
    (finding,) = wording_findings("정책을 수출합니다", "ko", Audience.CITY, RULES)
    assert (finding.code, finding.severity) == ("wording.export", Severity.BLOCKING)
    assert finding.parameters == {"word": "수출", "start": "4", "end": "6", "suggestion": "policy-sharing"}


def test_the_same_word_is_a_warning_in_public_and_free_within_the_office() -> None:
    assert [one.severity for one in wording_findings("수출", "ko", Audience.PUBLIC, RULES)] == [Severity.WARNING]
    assert wording_findings("수출", "ko", Audience.INTERNAL, RULES) == ()


def test_a_name_that_holds_the_word_is_innocent() -> None:
    assert wording_findings("한국수출입은행과 Export-Import Bank", "ko", Audience.CITY, RULES) == ()
    assert wording_findings("the Export-Import Bank of Korea", "en", Audience.CITY, RULES) == ()


def test_all_places_are_found_at_once_in_their_order() -> None:
    found = wording_findings("Exporting policies; policy exports.", "en", Audience.CITY, RULES)
    assert [one.parameters["word"] for one in found] == ["Exporting", "exports"]
