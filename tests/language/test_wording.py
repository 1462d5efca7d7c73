import pytest

from seoulution.engine.demand.wording import Audience, wording_findings
from seoulution.engine.vocabulary import Language
from seoulution.language.wording import wording_rules


def test_every_language_guards_the_word_for_export_toward_a_city() -> None:
    guarded = {rule.language for rule in wording_rules() if rule.code == "export"}
    assert guarded == {str(language) for language in Language}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ko", "우수정책의 해외진출과 수출"),
        ("en", "the export of policies"),
        ("es", "exportación de políticas"),
        ("ar", "تصدير السياسات"),
    ],
)
def test_what_a_city_must_not_read_is_found(language: str, text: str) -> None:
    assert wording_findings(text, language, Audience.CITY, wording_rules())


def test_policy_sharing_is_always_free() -> None:
    assert wording_findings("정책공유 요청에 감사드립니다", "ko", Audience.CITY, wording_rules()) == ()
    assert wording_findings("한국수출입은행 자금", "ko", Audience.CITY, wording_rules()) == ()
