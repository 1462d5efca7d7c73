"""Whose data was read is told in the reader's language."""

import pytest
from django.utils.translation import override

from seoulution.web.office.templatetags.readings import whose_words


@pytest.mark.parametrize(
    ("kept", "read"),
    [
        ("sender of mail 7", "메일 7번을 보낸 사람"),
        ("requester of metro-manila-2013", "요청한 사람(metro-manila-2013)"),
        ("approval:3", "결재 문서 3번의 관련자"),
        ("Ximena", "Ximena"),
    ],
)
def test_a_korean_reader_reads_korean(kept: str, read: str) -> None:
    with override("ko"):
        assert whose_words(kept) == read
