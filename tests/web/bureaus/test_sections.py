"""A section beside its guidance: saved, refused with what was typed kept, and two versions side by side."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from tests.web.bureaus.writing import CODE, address, draft_of, filled, revised, signed_in, waterworker

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.network.models import Source

pytestmark = pytest.mark.django_db


@pytest.fixture
def solution(person: Callable[..., Any]) -> PolicySolution:
    return revised(waterworker(person, "writer"))


@pytest.fixture
def writer(solution: PolicySolution) -> Client:
    return signed_in(draft_of(solution).begun_by)  # type: ignore[arg-type]


def test_guidance_questions_and_references_stand_beside_the_text(writer: Client) -> None:
    page = writer.get(address("edit_section", "cost")).content.decode()
    assert "What does it cost a year to run?" in page and "](claim:" in page
    assert 'hx-post="/wording/"' in page


def test_a_text_is_saved_with_its_answers_and_a_source_added_in_the_same_form(writer: Client, solution: PolicySolution) -> None:
    sent = filled(writer, address("edit_section", "cost"))
    sent |= {"en": "It cost [2.9](claim:x) won.", "answers": ["cost.to-build"]}
    refused = writer.post(address("edit_section", "cost"), sent)
    assert refused.status_code == 422 and "claim x" in refused.content.decode() and "2.9](claim:x)" in refused.content.decode()
    sent |= {"en": "It cost much.", "new_title": "Budget 2013", "new_publisher": "Seoul"}
    assert writer.post(address("edit_section", "cost"), sent).status_code == 302
    text = draft_of(solution).data["sections"]["cost"]
    assert (text["en"], text["answers"]) == ("It cost much.", ["cost.to-build"])
    assert text["sources"][-1] == Source.objects.get(title="Budget 2013").code
    assert PolicySolution.objects.get(code=CODE).data["sections"]["cost"]["en"] != "It cost much."


def test_a_section_becomes_an_open_question_and_is_never_blank(writer: Client, solution: PolicySolution) -> None:
    sent = filled(writer, address("edit_section", "law")) | {"ko": "", "en": ""}
    assert writer.post(address("edit_section", "law"), sent).status_code == 422
    sent |= {"gap_ko": "근거는?", "gap_en": "On what law?", "gap_ask": "상수도사업본부"}
    assert writer.post(address("edit_section", "law"), sent).status_code == 302
    data = draft_of(solution).data
    assert "law" not in data["sections"]
    assert {"about": "law", "question": {"ko": "근거는?", "en": "On what law?"}, "ask": "office-of-waterworks"} in data["gaps"]


def test_words_refused_toward_cities_are_shown_beneath_the_field_after_saving(writer: Client) -> None:
    sent = filled(writer, address("edit_section", "shared")) | {"ko": "페루에 수출하였다."}
    page = writer.post(address("edit_section", "shared"), sent, follow=True).content.decode()
    assert "<mark>수출</mark>" in page and "policy sharing" in page


def test_two_writers_of_one_section_see_both_versions_and_keep_what_they_choose(
    writer: Client, solution: PolicySolution, person: Callable[..., Any]
) -> None:
    colleague = signed_in(waterworker(person, "colleague"))
    path = address("edit_section", "cost")
    mine, theirs = filled(writer, path), filled(colleague, path)
    colleague.post(path, theirs | {"en": "Theirs in English.", "ko": "그쪽 글."})
    conflict = writer.post(path, mine | {"en": "Mine in English.", "ko": "내 글."})
    page = conflict.content.decode()
    assert conflict.status_code == 409 and "Theirs in English." in page and "Mine in English." in page and "colleague" in page
    seen = page.split('name="seen" value="')[1].split('"')[0]
    merged = mine | {"en": "Mine in English.", "ko": "내 글.", "keep-ko": "theirs", "keep-en": "mine", "seen": seen}
    merged.pop("submission")
    assert writer.post(path, merged).status_code == 302
    text = draft_of(solution).data["sections"]["cost"]
    assert (text["ko"], text["en"]) == ("그쪽 글.", "Mine in English.")


def test_without_a_draft_the_overview_says_how_to_begin(person: Callable[..., Any]) -> None:
    client = signed_in(waterworker(person, "writer"))
    assert client.get(address("edit_section", "cost")).headers["Location"] == address("edit")
    assert client.get(address("edit_section", "cost", code="topis")).status_code == 404
    assert client.get(address("edit_section", "slogan")).status_code == 404


def test_a_text_that_was_handed_in_can_be_read_and_not_changed(writer: Client, solution: PolicySolution) -> None:
    sent = filled(writer, address("edit_section", "cost"))
    writer.post(address("edit_act"), {"action": "submit"})
    assert "To read, not to change" in writer.get(address("edit_section", "cost")).content.decode()
    refused = writer.post(address("edit_section", "cost"), sent | {"en": "Changed."})
    assert refused.status_code == 422 and "handed in" in refused.content.decode()
