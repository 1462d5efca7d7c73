"""What happened to a claim, in plain words."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from django.utils.translation import override
from tests.apps.publishing.referring import AFTER, SOLUTION

from seoulution.apps.catalogue.models import Claim
from seoulution.apps.catalogue.services.claims import confirm_claim, end_claim, question_claim
from seoulution.web.shared.claim_history import claim_events

pytestmark = pytest.mark.django_db


def _told(claim: Claim) -> list[str]:
    with override("en"):
        return [f"{event.title} {event.body}".strip() for event in claim_events(claim)]


def test_every_step_of_a_claims_life_is_a_sentence_newest_first(person: Callable[..., Any]) -> None:
    manager, today = person("manager"), timezone.localdate()
    claim = Claim.objects.get(solution__code=SOLUTION, code=AFTER)
    claim = question_claim(claim, question="Which area?", seen_revision=claim.revision, by=person("officer"))
    claim = confirm_claim(
        claim, valid_until=None, today=today, seen_revision=claim.revision, by=manager, answer="The supply area."
    )
    claim = end_claim(claim, valid_until=today + timedelta(9), seen_revision=claim.revision, by=manager)
    ended, confirmed, doubted, first = _told(claim)
    assert ended.startswith("It may be quoted until ") and first == "Put on record."
    assert doubted == "Doubted: “Which area?”"
    assert confirmed.startswith("Confirmed: it is still true. Asked again on ") and "Answer: “The supply area.”" in confirmed
    assert [event.by for event in claim_events(claim)] == ["manager", "manager", "officer", ""]


def test_a_doubt_answered_on_the_day_of_an_earlier_answer_is_told_too(person: Callable[..., Any]) -> None:
    manager, today = person("manager"), timezone.localdate()
    claim = Claim.objects.get(solution__code=SOLUTION, code=AFTER)
    claim = confirm_claim(claim, valid_until=None, today=today, seen_revision=claim.revision, by=manager)
    claim = question_claim(claim, question="Sure?", seen_revision=claim.revision, by=manager)
    claim = confirm_claim(claim, valid_until=None, today=today, seen_revision=claim.revision, by=manager)
    assert _told(claim)[0].startswith("Confirmed: it is still true.")


def test_a_value_that_changed_says_from_what_to_what() -> None:
    claim = Claim.objects.get(solution__code=SOLUTION, code=AFTER)
    claim.figure = {**claim.figure, "value": "94.9"}
    claim.save()
    assert _told(claim)[0] == "Its value changed from 94.4 % to 94.9 %; it has to be confirmed anew."


def test_a_change_without_words_for_a_reader_is_told_as_one_of_the_text() -> None:
    claim = Claim.objects.get(solution__code=SOLUTION, code=AFTER)
    claim.section = "cost"
    claim.save()
    assert _told(claim)[0] == "Its entry in the text changed."
