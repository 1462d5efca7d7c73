"""Figures of a text in work: added, changed, taken out only when no text refers to them any more."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from tests.web.bureaus.writing import address, draft_of, filled, revised, signed_in, waterworker

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.catalogue.parts import mark_of, value_of
from seoulution.apps.catalogue.services.parts import write_part

pytestmark = pytest.mark.django_db


@pytest.fixture
def solution(person: Callable[..., Any]) -> PolicySolution:
    return revised(waterworker(person, "writer"))


@pytest.fixture
def writer(solution: PolicySolution) -> Client:
    return signed_in(draft_of(solution).begun_by)  # type: ignore[arg-type]


def claim(solution: PolicySolution, code: str) -> Any:
    return value_of(draft_of(solution).data, f"claims.{code}")


def test_a_figure_is_added_and_changed(writer: Client, solution: PolicySolution) -> None:
    sent = filled(writer, address("edit_claim_add")) | {
        "code": "meters-2013", "label__ko": "계량기", "label__en": "Meters", "figure__value": "2.1", "figure__unit": "million",
        "figure__year": "2013", "figure__boundary": "utility", "figure__confidence": "B", "section": "results",
    }  # fmt: skip
    assert writer.post(address("edit_claim_add"), sent).status_code == 302
    assert claim(solution, "meters-2013")["figure"]["value"] in ("2.1", 2.1)
    path = address("edit_claim", "meters-2013")
    sent = filled(writer, path) | {"figure__value": "2.2", "valid_until": "2030-12-31"}
    assert writer.post(path, sent).status_code == 302
    assert claim(solution, "meters-2013")["valid_until"] == "2030-12-31"
    assert "meters-2013" in writer.get(address("edit_claims")).content.decode()


def test_a_figure_that_text_refers_to_is_not_taken_out_and_the_place_is_named(writer: Client, solution: PolicySolution) -> None:
    draft = draft_of(solution)
    section = value_of(draft.data, "sections.results")
    text = {**section["text"], "en": "It rose to [94.4 %](claim:rwr-2013).", "ko": "[94.4 %](claim:rwr-2013)로 올랐다."}
    seen = mark_of(draft.data, "sections.results")
    write_part(draft, "sections.results", {**section, "text": text}, seen=seen, by=draft.begun_by)  # type: ignore[arg-type]
    path = address("edit_claim", "rwr-2013")
    refused = writer.post(path, filled(writer, path) | {"remove": "1"})
    assert refused.status_code == 422 and "What changed (English)" in refused.content.decode()
    other = address("edit_claim", "rwr-2012")
    assert writer.post(other, filled(writer, other) | {"remove": "1"}).status_code == 302
    assert claim(solution, "rwr-2012") is None
    assert "referred to in" in writer.get(address("edit_claims")).content.decode()


def test_two_people_change_one_figure(writer: Client, solution: PolicySolution, person: Callable[..., Any]) -> None:
    colleague = signed_in(waterworker(person, "colleague"))
    path = address("edit_claim", "rwr-2013")
    mine, theirs = filled(writer, path), filled(colleague, path)
    colleague.post(path, theirs | {"label__en": "Ratio of revenue water"})
    conflict = writer.post(path, mine | {"label__en": "Share that earns"})
    assert conflict.status_code == 409 and "Ratio of revenue water" in conflict.content.decode()
    assert writer.post(path, mine | {"remove": "1"}).status_code == 409
    assert writer.get(address("edit_claim", "no-such-claim")).status_code == 404
