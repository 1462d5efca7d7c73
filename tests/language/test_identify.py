import json
from pathlib import Path

import pytest

from seoulution.engine.vocabulary import Language
from seoulution.language.identify import UNDETERMINED, identify

DEVELOPMENT = Path(__file__).parents[2] / "evaluation" / "needs-dev.jsonl"


def test_a_declared_language_wins_and_says_so() -> None:
    found = identify("This is plainly English.", Language.VI)
    assert (found.language, found.declared, found.confidence) == ("vi", True, 1.0)


def test_a_declared_code_that_nobody_knows_is_not_believed() -> None:
    assert identify("This is plainly English text.", "xx").language == "en"


@pytest.mark.parametrize("text", ["", "   ", "😀😀", "2013 94.5 %", "https://example.org/a/b"])
def test_a_text_without_words_is_undetermined(text: str) -> None:
    assert identify(text).language == UNDETERMINED


def test_an_evenly_mixed_text_is_undetermined() -> None:
    assert identify("Добрый день, коллеги. Good day, colleagues.").language == UNDETERMINED


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("누수", "ko"),
        ("น้ำรั่ว", "th"),
        ("تسرب المياه", "ar"),
        ("ус алдагдал", "mn"),
        ("пробки на дорогах", "ru"),
        ("TOPIS BMS 시스템 구축", "ko"),
    ],
)
def test_a_few_words_in_their_own_script_are_enough(text: str, language: str) -> None:
    assert identify(text).language == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("ទឹកលេចធ្លាយ", "km"),
        ("ນ້ຳຮົ່ວ", "lo"),
        ("ရေယိုစိမ့်", "my"),
        ("सहरको ढल सिधै नदीमा मिसिन्छ र दुर्गन्ध फैलिन्छ", "ne"),
        ("Maji yanavuja katika mitaa yetu na mabomba ni ya zamani", "sw"),
        ("የውሃ ብክነት", "am"),
        ("Suv quvurlari eski va suv yetishmaydi", "uz"),
        ("我们城市的剩饭与其他垃圾混在一起", "zh"),
        ("古い木造の町家が次々と壊されています", "ja"),
        ("Su kaçakları çok fazla, borular eski", "tr"),
        ("نشت آب در شهر ما زیاد است", "fa"),
        ("پانی کا رساؤ بہت زیادہ ہے", "ur"),
    ],
)
def test_a_neighbour_that_we_do_not_answer_in_is_named_not_misread(text: str, language: str) -> None:
    found = identify(text)
    assert found.language == language
    assert not found.is_supported


def test_every_development_need_is_identified() -> None:
    rows = [json.loads(line) for line in DEVELOPMENT.read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in rows if identify(row["text"]).language != row["lang"]] == []


def test_a_long_text_is_read_to_a_limit() -> None:
    assert identify("Наш город теряет воду. " * 100_000).language == "ru"
