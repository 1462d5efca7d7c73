"""What the guard finds, ready to be shown, and the check while typing."""

import pytest
from django.test import Client
from django.urls import reverse

from seoulution.engine.demand.wording import Audience
from seoulution.web.shared.editorial.guarding import found_in

pytestmark = pytest.mark.django_db


def test_a_word_stands_in_its_surroundings_with_what_to_write_instead() -> None:
    (found,) = found_in("서울은 " + "물" * 60 + " 기술을 수출한다.", "ko", Audience.CITY)
    assert (found.word, found.blocks) == ("수출", True) and found.before.startswith("…") and found.said
    assert found_in("수출한다.", "ko", Audience.INTERNAL) == []


def test_praise_is_marked_with_its_reason_only_where_it_was_asked_for() -> None:
    (found,) = found_in("세계 최고이다.", "ko", Audience.CITY, with_praise=True)
    assert not found.blocks and found.reason is not None
    assert not found_in("세계 최고이다.", "ko", Audience.CITY)


def test_a_text_whose_language_is_not_known_is_read_in_all_and_a_word_told_once() -> None:
    assert [found.word for found in found_in("We export it", "", Audience.CITY)] == ["export"]


def test_the_check_reads_the_field_it_is_told_and_answers_a_fragment(signed_in_as: object) -> None:
    client: Client = signed_in_as("owner")  # type: ignore[operator]
    sent = {"field": "ko", "ko": "수출 <b>", "language": "ko", "audience": "city"}
    answer = client.post(reverse("wording_check"), sent).content.decode()
    assert "<mark>수출</mark>" in answer and "<b>" not in answer and "<html" not in answer
    assert client.post(reverse("wording_check"), {**sent, "ko": "나눈다"}).content.decode().strip() == ""
    assert client.get(reverse("wording_check")).status_code == 405
    assert Client().post(reverse("wording_check"), sent).status_code == 302
