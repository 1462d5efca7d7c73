"""Every finding is said in words, in both languages, with its values."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from django.utils.translation import override

import seoulution
from seoulution.apps.publishing.finding_texts import TEXTS, sentence
from seoulution.engine.cities.scale import scale_findings
from seoulution.engine.findings import Finding

FILLERS = re.compile(r"%\((\w+)\)s")


@pytest.mark.parametrize("code", TEXTS)
def test_a_finding_is_said_in_korean_with_the_same_values_as_in_english(code: str) -> None:
    with override("en"):
        english = str(TEXTS[code])
    with override("ko"):
        korean = str(TEXTS[code])
    assert re.search("[가-힣]", korean)
    assert set(FILLERS.findall(korean)) <= set(FILLERS.findall(english))


def test_every_code_that_a_rule_writes_has_its_words() -> None:
    root = Path(seoulution.__file__).parent
    sources = [
        path.read_text(encoding="utf-8")
        for folder in ("engine", "formats", "language")
        for path in (root / folder).rglob("*.py")
    ]
    written = {code for source in sources for code in re.findall(r'Finding\(\s*"([a-z-]+\.[a-z-]+)"', source)}
    assert len(written) > 20
    assert written <= TEXTS.keys()


def test_codes_within_a_finding_are_put_into_words() -> None:
    with override("en"):
        told = sentence(Finding("stage.earlier-open", parameters={"stages": "training,consulting"}))
    assert told == "Earlier stages are neither done nor skipped with a reason: Invited training, Policy consulting."


def test_a_value_with_a_percent_sign_is_printed_as_it_is() -> None:
    with override("en"):
        assert "pays 50%s of it" in sentence(Finding("fund.share-only", parameters={"words": "pays 50%s of it"}))


def test_an_unknown_code_is_an_error_and_never_shown_bare() -> None:
    with pytest.raises(KeyError):
        sentence(Finding("gate.no-such-thing"))


def test_the_day_on_which_a_claim_ended_is_written_as_readers_write_days() -> None:
    finding = Finding("claim.expired", subject="Leakage (2013)", parameters={"owner": "Office", "ended": "2026-11-27"})
    with override("en"):
        assert "until 27 November 2026" in sentence(finding)
    with override("ko"):
        assert "2026년 11월 27일" in sentence(finding)


def test_a_city_reads_numbers_as_its_language_writes_them_and_is_told_what_to_type_plainly() -> None:
    [asked] = scale_findings("thousand persons", Decimal(250_000_500), known=None, people=None)
    with override("es"):
        assert "250.000.500 serían 250.000.500.000" in sentence(asked) and "Escriba 250000.5 si" in sentence(asked)
