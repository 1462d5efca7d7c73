"""A paper in signing in the form that Korean offices expect."""

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from tests.apps.engagements.services.test_approvals import DAY
from tests.apps.engagements.signatories import engagement, letter, ranked
from tests.formats.test_contract import text_of

from seoulution.apps.accounts.models import User
from seoulution.apps.engagements.models import ApprovalCase
from seoulution.apps.engagements.services.absences import record_absence
from seoulution.apps.engagements.services.approvals import Writing, draft, send
from seoulution.apps.engagements.services.signing import sign
from seoulution.apps.publishing.compose.decision_paper import decision_paper
from seoulution.engine.dossier.document import FactList, Layout, Table
from seoulution.engine.engagements.codes import Rank, Verdict
from seoulution.engine.engagements.facts import Approval
from seoulution.engine.vocabulary import Language, Stage
from seoulution.formats import render

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)


@pytest.fixture
def people(person: Callable[..., Any]) -> dict[Rank, User]:
    return {rank: ranked(person, rank) for rank in (Rank.OFFICER, Rank.TEAM_HEAD, Rank.DIVISION_HEAD)}


@pytest.fixture
def case(people: dict[Rank, User]) -> ApprovalCase:
    officer = people[Rank.OFFICER]
    version = letter(officer)
    trip = Writing(
        Approval.OFFICIAL_TRAVEL, Stage.CONSULTING, "출장", "1. 기간\n2. 인원", Decimal(3_000_000), "KRW", (version,)
    )
    made = draft(engagement(), trip, by=officer)
    return send(
        made, signatories=[[people[Rank.TEAM_HEAD]], [people[Rank.DIVISION_HEAD]]], by=officer, seen_revision=1, today=DAY
    )


def rows(case: ApprovalCase, language: Language = Language.KO) -> list[list[str]]:
    block = decision_paper(case, language, now=NOW).sections[1].blocks[0]
    assert isinstance(block, Table)
    return [["".join(span.text for span in cell.spans) for cell in row] for row in block.rows]


def test_the_block_names_each_part_rank_and_person_and_what_is_not_signed(case: ApprovalCase) -> None:
    heads, names, days = rows(case)
    assert heads == ["기안자 (담당)", "검토자 (팀장)", "결재권자 (과장)"]
    assert names == ["officer", "team_head (결재 전)", "division_head (결재 전)"]
    assert days[1:] == ["–", "–"]


def test_who_decides_below_the_mayor_is_marked_as_delegated_and_a_stand_in_as_such(
    case: ApprovalCase, people: dict[Rank, User], person: Callable[..., Any]
) -> None:
    head, stand_in = people[Rank.DIVISION_HEAD], person("officer", name="박대리")
    sign(case, verdict=Verdict.APPROVED, by=people[Rank.TEAM_HEAD], seen_round=1, today=DAY)
    record_absence(head, stand_in=stand_in, from_on=DAY, until_on=DAY, reason="leave", by=head, today=DAY)
    done = sign(case, verdict=Verdict.APPROVED, by=stand_in, seen_round=1, today=DAY)
    assert rows(done)[1][2] == "전결 대결 박대리"
    assert rows(done, Language.EN)[1][2] == "by delegation stand-in 박대리"


def test_the_korean_text_says_the_sum_in_words_and_ends_so_that_nothing_can_be_added(case: ApprovalCase) -> None:
    words = " ".join(words_of_paper(case))
    assert "금3,000,000원(금삼백만원)" in words
    assert words_of_paper(case)[-1].endswith("끝.")


def words_of_paper(case: ApprovalCase) -> list[str]:
    document = decision_paper(case, Language.KO, now=NOW)
    runs = [
        spans
        for block in document.sections[0].blocks
        for spans in getattr(block, "items", None) or (getattr(block, "spans", ()),)
    ]
    return ["".join(span.text for span in spans) for spans in runs]


def test_what_is_not_on_record_is_blank_and_says_so(case: ApprovalCase) -> None:
    facts = decision_paper(case, Language.KO, now=NOW).sections[2].blocks[0]
    assert isinstance(facts, FactList)
    told = {label: "".join(span.text for span in spans) for label, spans in facts.facts}
    assert told["시행(처리과 문서번호)"] == told["우편번호·주소"] == told["전화·전송"] == "(기록 없음)"
    assert told["이 시스템의 번호"] == case.number


@pytest.mark.parametrize("name", ["html", "docx", "hwpx", "pdf"])
def test_the_paper_is_an_official_form_in_every_format(case: ApprovalCase, name: str) -> None:
    document = decision_paper(case, Language.KO, now=NOW)
    assert (document.layout, document.publisher) == (Layout.OFFICIAL, "서울특별시")
    assert "결재권자" in text_of(name, render(document, name))


def test_a_draft_has_no_number_yet_and_says_when_it_gets_one(case: ApprovalCase) -> None:
    case.number = ""
    facts = decision_paper(case, Language.EN, now=NOW).sections[2].blocks[0]
    assert isinstance(facts, FactList)
    told = {label: "".join(span.text for span in spans) for label, spans in facts.facts}
    assert told["Number in this system"] == "(given when it is sent for signing)"
