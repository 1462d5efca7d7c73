import argparse
import json
import time
from pathlib import Path

import pytest

from seoulution.commands import match

CATALOGUE = [
    {
        "id": "leaks",
        "ko": {"title": "누수 관리", "text": "노후관을 교체하고 누수를 찾는다."},
        "en": {"title": "Leakage", "text": "Old mains are replaced."},
    },
    {"id": "doors", "en": {"title": "Platform screen doors", "text": "Doors end falls in metro stations."}},
    {"id": "call", "ko": {"title": "통합 콜센터", "text": "번호 하나로 모든 민원에 답한다."}},
]


def answers(tmp_path: Path, needs: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, list[dict[str, object]], str]:
    catalogue, asked = tmp_path / "catalogue.jsonl", tmp_path / "needs.jsonl"
    catalogue.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in CATALOGUE), encoding="utf-8")
    asked.write_text("\n".join(needs), encoding="utf-8")
    code = match.run(argparse.Namespace(catalogue=catalogue, needs=asked, json=True))
    printed = capsys.readouterr()
    return code, [json.loads(line) for line in printed.out.splitlines()], printed.err


def test_each_need_gets_one_line_best_solution_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    needs = [
        '{"id": "n1", "text": "Les conduites fuient et l\'eau se perd."}',
        '{"id": "n2", "text": "어디에 전화해야 할지 모릅니다", "lang": "ko"}',
    ]
    code, lines, _ = answers(tmp_path, needs, capsys)
    assert code == 0
    assert [(line["id"], line["language"]) for line in lines] == [("n1", "fr"), ("n2", "ko")]
    assert [line["matches"][0]["solution"] for line in lines] == ["leaks", "call"]  # type: ignore[index]


def test_a_bad_line_is_reported_and_the_rest_is_answered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, lines, said = answers(tmp_path, ["{bad", '{"id": "n2", "text": "Pipes leak."}'], capsys)
    assert code == 1
    assert [line["id"] for line in lines] == ["n2"]
    assert "needs.jsonl, line 1" in said


def test_an_empty_text_is_answered_with_no_match(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, lines, _ = answers(tmp_path, ['{"id": "n", "text": ""}'], capsys)
    assert code == 0
    assert lines == [{"id": "n", "language": "und", "weak": True, "matches": []}]


def test_a_text_of_a_megabyte_takes_bounded_processor_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Half of the water is lost in our old pipes every night. " * 18_000
    before = time.process_time()
    code, lines, _ = answers(tmp_path, [json.dumps({"id": "n", "text": text})], capsys)
    assert time.process_time() - before < 30
    assert code == 0
    assert lines[0]["matches"][0]["solution"] == "leaks"  # type: ignore[index]


def test_a_missing_file_is_said_plainly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = match.run(argparse.Namespace(catalogue=tmp_path / "none.jsonl", needs=tmp_path / "n.jsonl", json=True))
    assert code == 2
    assert "nothing was matched" in capsys.readouterr().err


def test_without_a_catalogue_the_shipped_solutions_are_asked() -> None:
    lines = match.shipped()
    assert {"revenue-water", "topis"} <= {line.id for line in lines}
    assert all(set(line.texts) == {"ko", "en"} for line in lines)
