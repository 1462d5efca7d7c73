"""The codes of the programme, held against what the two papers list."""

from enum import StrEnum

import pytest

from seoulution.engine import vocabulary
from seoulution.engine.vocabulary import (
    RIGHT_TO_LEFT,
    Confidence,
    Language,
    NetworkFlow,
    Sector,
    SolutionKind,
    Stage,
    TieKind,
    choices,
)

KINDS = [
    kind for kind in vars(vocabulary).values() if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
]


def test_the_first_seven_sectors_are_those_of_the_articles_table_1() -> None:
    assert [sector.value for sector in Sector][:7] == [
        "planning",
        "housing",
        "water",
        "urban_rail",
        "transport",
        "e_government",
        "environment",
    ]


def test_the_stages_stand_in_the_order_of_the_flow_chart() -> None:
    """사업 흐름도: exchange, opportunity, training, consulting, feasibility, main project, then operation and feedback."""
    assert " ".join(Stage) == "exchange opportunity training consulting feasibility main_project operation feedback"


def test_a_solution_is_knowledge_or_deliverable_and_a_tie_sister_or_friendship() -> None:
    assert set(SolutionKind) == {"knowledge", "exportable"}
    assert set(TieKind) == {"sister", "friendship"}


def test_six_things_flow_in_the_cooperation_network() -> None:
    assert set(NetworkFlow) == {"funding", "proposal", "information", "cooperation", "consortium", "network_use"}


def test_how_a_figure_is_known_has_one_letter_each() -> None:
    assert sorted(Confidence) == ["A", "B", "C", "D", "J"]


def test_korean_and_english_come_first_and_arabic_alone_runs_from_the_right() -> None:
    assert list(Language)[:2] == [Language.KO, Language.EN]
    assert {Language.AR} == RIGHT_TO_LEFT


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_code_is_a_plain_word_that_fits_its_column(kind: type[StrEnum]) -> None:
    """The narrowest column that keeps a code is 20 characters (`PolicySolution.sector`, `NetworkEdge.flow`); parties have 30."""
    widest = 30 if kind is vocabulary.Party else 20
    for code in kind:
        assert code.value.isascii()
        assert code.value.replace("_", "").isalnum()
        assert len(code.value) <= widest


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_choice_of_the_database_is_the_code_and_never_a_label(kind: type[StrEnum]) -> None:
    assert choices(kind) == [(code.value, code.value) for code in kind]
