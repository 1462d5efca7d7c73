"""The pages of the facts and of what can be delivered."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.web.bureaus.writing import address, draft_of, filled, revised, signed_in, waterworker

pytestmark = pytest.mark.django_db
KIT = {"product__ko": "장비", "product__en": "Kit", "product__sources": "owner-statement", "providers": "seoul-metro"}


def test_both_pages_sent_back_unchanged_change_nothing(person: Callable[..., Any]) -> None:
    by = waterworker(person, "writer")
    solution, writer = revised(by), signed_in(by)
    before = draft_of(solution).data
    for name in ("edit_facts", "edit_deliverable"):
        assert writer.post(address(name), filled(writer, address(name))).status_code == 302
    assert draft_of(solution).data == before


def test_facts_and_deliverable_are_written_and_a_conflict_shows_both(person: Callable[..., Any]) -> None:
    by = waterworker(person, "writer")
    solution, writer = revised(by), signed_in(by)
    assert writer.post(address("edit_deliverable"), filled(writer, address("edit_deliverable")) | KIT).status_code == 302
    assert draft_of(solution).data["deliverable"]["product"]["en"] == "Kit"
    mine = filled(writer, address("edit_facts"))
    colleague = signed_in(waterworker(person, "colleague"))
    colleague.post(address("edit_facts"), filled(colleague, address("edit_facts")) | {"cost_class": "low"})
    conflict = writer.post(address("edit_facts"), mine | {"cost_class": "medium"})
    assert conflict.status_code == 409 and 'name="keep-cost_class"' in conflict.content.decode()
    assert draft_of(solution).data["cost_class"] == "low"
    assert writer.post(address("edit_facts"), mine | {"name__en": "", "submission": ""}).status_code == 422
