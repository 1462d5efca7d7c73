"""A list on one page: changed, added to, taken from, and what the form does not show is kept."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from tests.web.bureaus.writing import address, draft_of, filled, revised, signed_in, waterworker

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.web.bureaus.entry_forms import FORMS

pytestmark = pytest.mark.django_db


@pytest.fixture
def solution(person: Callable[..., Any]) -> PolicySolution:
    return revised(waterworker(person, "writer"))


@pytest.fixture
def writer(solution: PolicySolution) -> Client:
    return signed_in(draft_of(solution).begun_by)  # type: ignore[arg-type]


@pytest.mark.parametrize("part", list(FORMS))
def test_a_page_sent_back_unchanged_changes_nothing(writer: Client, solution: PolicySolution, part: str) -> None:
    before = draft_of(solution).data
    path = address("edit_entries", part)
    assert writer.post(path, filled(writer, path)).status_code == 302
    after = draft_of(solution).data
    assert {key: after[key] for key in after if key != "gaps"} == {key: before[key] for key in before if key != "gaps"}
    assert sorted(map(str, after["gaps"])) == sorted(map(str, before["gaps"]))


def test_a_step_is_added_and_an_entry_taken_out(writer: Client, solution: PolicySolution) -> None:
    path = address("edit_entries", "first_steps")
    steps = draft_of(solution).data["first_steps"]
    place = f"form-{len(steps)}"
    step = {f"{place}-text__ko": "구역 하나를 고른다.", f"{place}-text__en": "Choose one block.", f"{place}-weeks": "4"}
    assert writer.post(path, filled(writer, path) | step).status_code == 302
    *others, added = draft_of(solution).data["first_steps"]
    assert (added["text"]["en"], added["weeks"], others) == ("Choose one block.", 4, steps)
    assert writer.post(path, filled(writer, path) | {f"{place}-DELETE": "on"}).status_code == 302
    assert draft_of(solution).data["first_steps"] == steps


def test_what_is_wrong_is_said_and_another_version_is_shown(
    writer: Client, solution: PolicySolution, person: Callable[..., Any]
) -> None:
    path = address("edit_entries", "levels")
    mine = filled(writer, path)
    assert writer.post(path, mine | {"form-0-level": "9"}).status_code == 422
    colleague = signed_in(waterworker(person, "colleague"))
    colleague.post(path, filled(colleague, path) | {"form-0-text__en": "Begin with one meter."})
    conflict = writer.post(path, mine | {"form-0-text__en": "Begin with a map.", "submission": ""})
    page = conflict.content.decode()
    assert conflict.status_code == 409 and "Begin with one meter." in page and "Begin with a map." in page
    assert writer.get(address("edit_entries", "slogans")).status_code == 404
