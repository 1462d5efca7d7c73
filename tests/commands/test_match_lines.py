from pathlib import Path

import pytest

from seoulution.commands.match_lines import CatalogueLine, LineProblem, NeedLine, catalogue_lines, need_lines


def write(path: Path, *lines: bytes) -> Path:
    path.write_bytes(b"\n".join(lines) + b"\n")
    return path


def test_readable_lines_are_kept_and_empty_ones_are_nothing(tmp_path: Path) -> None:
    path = write(tmp_path / "n.jsonl", b'\xef\xbb\xbf{"id": 7, "text": "a", "lang": "en"}', b"", b'{"id": "b", "text": ""}')
    assert list(need_lines(path)) == [NeedLine("7", "a", "en"), NeedLine("b", "", None)]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{bad", "not JSON"),
        (b"[1]", "not an object"),
        (b'{"text": "x"}', "no id"),
        (b'{"id": true, "text": "x"}', "no id"),
        (b'{"id": "x"}', "no text"),
        (b"\xff\xfe", "not UTF-8"),
        (b'{"id": ' + b"[" * 200_000, "not JSON"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(tmp_path: Path, line: bytes, reason: str) -> None:
    path = write(tmp_path / "n.jsonl", b'{"id": "a", "text": "x"}', line)
    problem = list(need_lines(path))[1]
    assert isinstance(problem, LineProblem)
    assert (problem.file, problem.line) == ("n.jsonl", 2)
    assert reason in problem.reason


def test_a_solution_may_lack_a_language_but_not_both_nor_repeat_an_id(tmp_path: Path) -> None:
    path = write(
        tmp_path / "c.jsonl",
        b'{"id": "a", "en": {"title": "T"}, "ko": {"title": "", "text": ""}}',
        b'{"id": "b", "ko": {}}',
        b'{"id": "a", "en": {"title": "again"}}',
    )
    first, second, third = catalogue_lines(path)
    assert first == CatalogueLine("a", {"en": ("T", "")})
    assert isinstance(second, LineProblem)
    assert second.reason == "no title or text in any language"
    assert isinstance(third, LineProblem)
    assert "there already" in third.reason
