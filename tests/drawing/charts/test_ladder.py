from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from seoulution.drawing.charts import Part, Rung, ladder_chart

RUNGS = (Rung("본사업", 1_500e6, (Part("신탁기금", 450e6, 450e6),)), Rung("연수", 120e6, (Part("코이카", 120e6),)))


def test_the_gap_is_what_nobody_pays() -> None:
    assert RUNGS[0].gap == 1_050e6
    assert RUNGS[1].gap == 0


@given(st.floats(0, 1e12), st.lists(st.floats(0, 1e12), max_size=5))
def test_a_gap_is_never_negative(need: float, amounts: list[float]) -> None:
    assert Rung("s", need, tuple(Part(str(n), amount) for n, amount in enumerate(amounts))).gap >= 0


def test_the_gap_is_written_in_the_readers_language() -> None:
    assert "부족 10억 5,000만 원" in ladder_chart(RUNGS, currency="KRW", title="t", language="ko")
    assert "gap KRW 1.05 billion" in ladder_chart(RUNGS, currency="KRW", title="t", language="en")


def test_funds_are_told_apart_by_letters() -> None:
    texts = {
        text.text for text in etree.fromstring(ladder_chart(RUNGS, currency="KRW", title="t", language="ko")).iter("{*}text")
    }
    assert {"A", "A  신탁기금", "B  코이카"} <= texts


def test_a_stage_paid_in_full_shows_no_gap() -> None:
    assert "부족" not in ladder_chart(RUNGS[1:], currency="KRW", title="t", language="ko")
