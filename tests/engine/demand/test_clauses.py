from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from seoulution.engine.demand.clauses import clauses


def parts(text: str, language: str) -> list[str]:
    return [text[start:end] for start, end in clauses(text, language)]


def test_a_full_stop_inside_a_number_does_not_end_a_clause() -> None:
    assert parts("The rate is 94.5 percent. We ask why.", "en") == ["The rate is 94.5 percent.", "We ask why."]


def test_each_script_ends_its_clauses_with_its_own_marks() -> None:
    assert parts("水漏れがひどい。助けてください。", "ja") == ["水漏れがひどい。", "助けてください。"]
    assert parts("هل يمكن ذلك؟ نعم", "ar") == ["هل يمكن ذلك؟", "نعم"]
    assert parts("ទឹកលេច។ សូមជួយ", "km") == ["ទឹកលេច។", "សូមជួយ"]


def test_thai_ends_clauses_with_a_space() -> None:
    assert parts("น้ำท่วมทุกปี เราขอคำแนะนำ", "th") == ["น้ำท่วมทุกปี", "เราขอคำแนะนำ"]


@given(st.text(max_size=200), st.sampled_from(["en", "ko", "th", "ar"]))
def test_clauses_hold_every_letter_once_and_in_order(text: str, language: str) -> None:
    spans = list(clauses(text, language))
    assert all(start < end for start, end in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
