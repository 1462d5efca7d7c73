"""Where a text stands, who may do what, and what reviewers said; the yearly word on the whole."""

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone
from tests.web.bureaus.writing import CODE, address, draft_of, filled, revised, signed_in, waterworker

from seoulution.apps.catalogue.models import PolicySolution

pytestmark = pytest.mark.django_db


def test_a_published_text_offers_a_revision_and_explains_what_is_not_ones_part(person: Callable[..., Any]) -> None:
    page = signed_in(waterworker(person, "writer")).get(address("edit")).content.decode()
    assert 'value="revise"' in page and "programme manager" in page and 'aria-current="step"' in page
    assert signed_in(waterworker(person, "other")).get(address("edit", code="topis")).status_code == 404


def test_an_action_is_taken_and_a_refused_one_says_why(person: Callable[..., Any]) -> None:
    writer = signed_in(waterworker(person, "writer"))
    assert writer.post(address("edit_act"), {"action": "revise"}).status_code == 302
    refused = writer.post(address("edit_act"), {"action": "publish"})
    assert refused.status_code == 422 and "present state" in refused.content.decode()
    refused = writer.post(address("edit_act"), {"action": "discard", "words": " "})
    assert refused.status_code == 422 and "Say why" in refused.content.decode()
    assert writer.post(address("edit_act"), {"action": "invent"}).status_code == 422


def test_parts_are_marked_filled_open_or_without_an_answer(person: Callable[..., Any]) -> None:
    by = waterworker(person, "writer")
    revised(by)
    writer, law = signed_in(by), address("edit_section", "law")
    asked = {"ko": "", "en": "", "gap_ko": "근거는?", "gap_en": "On what law?", "gap_ask": "seoul"}
    writer.post(law, filled(writer, law) | asked)
    page = writer.get(address("edit")).content.decode()
    assert law in page and "Open question: On what law?" in page
    assert "of the template is filled" in page and "evidence grade" in page


def test_what_the_colleague_said_stands_at_the_section_and_the_voided_approval_is_struck(
    person: Callable[..., Any],
) -> None:
    by = waterworker(person, "writer")
    solution, writer, colleague = revised(by), signed_in(by), signed_in(waterworker(person, "colleague"))
    officer = signed_in(person("officer"))
    writer.post(address("edit_act"), {"action": "submit"})
    assert colleague.post(address("review"), {"action": "approve"}).status_code == 302
    from django.urls import reverse

    sent = {"action": "send_back", "words": "No cost per metre.", "comment-sections.cost": "How much per metre?"}
    assert officer.post(reverse("office:review", args=[CODE]), sent).status_code == 302
    page = writer.get(address("edit")).content.decode()
    assert "<s>" in page and "No longer counts" in page and "How much per metre?" in page
    assert "How much per metre?" in writer.get(address("edit_section", "cost")).content.decode()
    assert draft_of(solution).round == 1


def test_the_owner_says_that_the_text_is_still_true(person: Callable[..., Any]) -> None:
    writer = signed_in(waterworker(person, "writer"))
    assert writer.post(address("edit_still_true")).status_code == 302
    assert PolicySolution.objects.get(code=CODE).reviewed_on == timezone.localdate()
    assert writer.get(address("edit_still_true")).status_code == 405
