"""Why a record changed is told in the reader's language, not in the words that the services keep."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.utils.translation import override

from seoulution import apps
from seoulution.web.office.history_words import BEGUN, WHOLE, people_named, reason_words


def _kept(node: ast.expr) -> Iterator[str]:
    """The words that a service keeps as its reason; of words with a value in them, how they begin."""
    match node:
        case ast.Constant(value=str(words)):
            yield words
        case ast.JoinedStr(values=[ast.Constant(value=str(begun)), *_rest]):
            yield begun
        case ast.IfExp(body=one, orelse=other):
            yield from (*_kept(one), *_kept(other))
        case ast.BoolOp(values=each):
            yield from (words for one in each for words in _kept(one))


def _reasons() -> set[str]:
    trees = [ast.parse(path.read_text("utf-8")) for path in Path(apps.__path__[0]).rglob("*.py")]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    told = [each for call in calls if ast.unparse(call.func) == "pghistory.context" for each in call.keywords]
    return {words for each in told if each.arg == "reason" for words in _kept(each.value)}


def test_every_reason_that_a_service_keeps_has_words_for_its_readers() -> None:
    kept = _reasons()
    assert len(kept) > 50
    assert not {words for words in kept if words not in WHOLE and words not in BEGUN}


@pytest.mark.parametrize(
    ("kept", "read"),
    [
        ("promise kept", "약속 이행"),
        ("confirmed by the city: need", "도시의 확인: 수요 이해"),
        ("in operation since 2025-10-25", "2025년 10월 25일부터 운영"),
        ("money named: own-budget", "재원 지정: 서울시 자체 예산"),
        ("money named: confirmed elsewhere", "재원 지정: confirmed elsewhere"),
        ("confirmed by the city: something unknown", "confirmed by the city: something unknown"),
        ("기간을 지킬 것", "기간을 지킬 것"),
    ],
)
@pytest.mark.django_db
def test_a_korean_reader_reads_korean_and_what_a_person_wrote_stays(kept: str, read: str) -> None:
    with override("ko"):
        assert reason_words(kept) == read


@pytest.mark.django_db
def test_whose_part_in_the_team_it_is_reads_as_a_name(person: Callable[..., Any]) -> None:
    member = person("officer", name="kim")
    member.last_name, member.first_name = "김", "서울"
    member.save()
    with override("ko"):
        assert reason_words("put on the team: kim, member") == "팀에 추가: 김서울, 함께 담당"
        assert reason_words("taken off the team: kim. 전보") == "팀에서 제외: 김서울. 전보"
        assert reason_words("solution linked: revenue-water") == "정책솔루션 연결: 유수율 향상과 누수 관리"


@pytest.mark.django_db
def test_who_did_it_is_named_and_the_system_is_called_so(person: Callable[..., Any]) -> None:
    person("officer", name="kim")
    with override("ko"):
        assert people_named({"kim", "system", "gone"}) == {"kim": "kim", "system": "시스템", "gone": "gone"}
    assert people_named(set()) == {}
