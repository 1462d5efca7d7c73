"""How well the results of a solution are evidenced."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoulution.engine.catalogue.evidence import EvidenceGrade, ResultFigure, evidence_grade, raising
from seoulution.engine.vocabulary import Confidence

A, B, D, J = Confidence.PRIMARY, Confidence.SECONDARY, Confidence.DERIVED, Confidence.JUDGEMENT

FIGURES = st.lists(
    st.builds(
        ResultFigure,
        st.sampled_from(["", "leakage", "riders"]),
        st.none() | st.integers(2000, 2005),
        st.sampled_from([A, B, D, J]),
    ),
    max_size=8,
)


def series(*points: tuple[int | None, Confidence], name: str = "revenue-water") -> list[ResultFigure]:
    return [ResultFigure(name, year, confidence) for year, confidence in points]


@pytest.mark.parametrize(
    ("figures", "grade"),
    [
        pytest.param(series((2001, A), (2013, A)), "A", id="before and after in primary sources"),
        pytest.param(series((2001, A), (2005, B), (2013, A)), "A", id="a weaker figure between two firm ends"),
        pytest.param(series((2001, B), (2013, A)), "B", id="the before is only told by others"),
        pytest.param(series((2001, A), (2013, D)), "B", id="the after is derived"),
        pytest.param(series((2013, A)), "C", id="an after without a before"),
        pytest.param(series((2013, A), (2013, A)), "C", id="twice the same year is one point"),
        pytest.param(series((None, A), (2013, A)), "C", id="a figure without a year is no before"),
        pytest.param(series((2001, A), name="") + series((2013, A), name=""), "C", id="two figures of no series"),
        pytest.param(series((2001, A), name="leakage") + series((2013, A), name="riders"), "C", id="two different things"),
        pytest.param(series((2001, J), (2013, J)), "D", id="judgements only"),
        pytest.param(series((2001, J), (2013, A)), "C", id="the before is a judgement"),
        pytest.param([], "D", id="nothing"),
    ],
)
def test_results_are_graded_by_their_weaker_end(figures: list[ResultFigure], grade: str) -> None:
    assert evidence_grade(figures) is EvidenceGrade(grade)


def test_one_well_evidenced_series_is_enough() -> None:
    figures = series((2001, B), (2013, B), name="a") + series((2001, A), (2013, A), name="b") + series((2013, B), name="c")
    assert evidence_grade(figures) is EvidenceGrade.A


@given(FIGURES, st.randoms())
def test_the_order_in_which_figures_are_told_does_not_matter(figures: list[ResultFigure], random: Random) -> None:
    shuffled = list(figures)
    random.shuffle(shuffled)
    assert evidence_grade(shuffled) is evidence_grade(figures)


@given(FIGURES)
def test_judgements_never_change_the_grade(figures: list[ResultFigure]) -> None:
    assert evidence_grade(figures) is evidence_grade([figure for figure in figures if figure.confidence is not J])


@given(FIGURES)
def test_the_best_grades_are_only_given_for_a_before_and_an_after(figures: list[ResultFigure]) -> None:
    years: dict[str, set[int]] = {}
    for figure in figures:
        if figure.series and figure.year is not None and figure.confidence is not J:
            years.setdefault(figure.series, set()).add(figure.year)
    both = any(len(found) > 1 for found in years.values())
    assert (evidence_grade(figures) in (EvidenceGrade.A, EvidenceGrade.B)) == both


@given(st.permutations(series((2001, A), (2001, B), (2013, A), (2013, B))))
def test_a_second_weaker_source_for_a_year_takes_nothing_from_the_firm_one(figures: list[ResultFigure]) -> None:
    assert evidence_grade(figures) is EvidenceGrade.A


@given(FIGURES, FIGURES)
def test_more_figures_never_lower_the_grade_while_they_add_no_year_beyond_the_ends(
    figures: list[ResultFigure], more: list[ResultFigure]
) -> None:
    ends: dict[str, list[int]] = {}
    for figure in figures:
        if figure.year is not None and figure.confidence is not J:
            ends.setdefault(figure.series, []).append(figure.year)
    within = [
        figure
        for figure in more
        if figure.year is None
        or (figure.series in ends and min(ends[figure.series]) <= figure.year <= max(ends[figure.series]))
    ]
    assert evidence_grade([*figures, *within]) <= evidence_grade(figures)


def test_each_grade_but_the_best_says_what_would_raise_it() -> None:
    figure = ResultFigure("leakage", 1989, Confidence.SECONDARY)
    later = ResultFigure("leakage", 2013, Confidence.SECONDARY)
    alone = ResultFigure("", 2013, Confidence.PRIMARY)
    assert raising([]).code == "evidence.no-figure"  # type: ignore[union-attr]
    assert raising([alone, figure]).parameters["series"] == "leakage"  # type: ignore[union-attr]
    assert raising([figure]).code == "evidence.no-before"  # type: ignore[union-attr]
    assert raising([figure, later, alone]).code == "evidence.not-primary"  # type: ignore[union-attr]
    firm = [ResultFigure("leakage", year, Confidence.PRIMARY) for year in (1989, 2013)]
    assert raising(firm) is None
