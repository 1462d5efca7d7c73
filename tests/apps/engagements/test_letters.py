"""Asking for the letters first never loses a row whose words hold the text."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seoulution.apps.engagements.letters import Letters
from seoulution.apps.engagements.models import Engagement

pytestmark = pytest.mark.django_db


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    st.one_of(
        st.text("수도요금 교통aemv%_\\'", min_size=1, max_size=3),
        st.sampled_from(["교통", "수도", "마", "ma", "%", "_a", "\\"]),
    )
)
def test_a_text_stands_only_where_its_letters_stand(text: str) -> None:
    rows = Engagement.objects.alias(letters=Letters("words"))
    plain = set(rows.filter(words__contains=text).values_list("pk", flat=True))
    assert set(rows.filter(words__contains=text, letters__contains=list(text)).values_list("pk", flat=True)) == plain


def test_words_of_two_syllables_are_found() -> None:
    found = Engagement.objects.alias(letters=Letters("words")).filter(letters__contains=["교", "통"], words__contains="교통")
    assert found.exists() and all("교통" in row.name_ko for row in found)
