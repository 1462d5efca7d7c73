"""What the page of a claim lets whom say."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import RequestFactory
from tests.apps.publishing.referring import AFTER, SOLUTION
from tests.trust.world import owner_of

from seoulution.apps.catalogue.models import Claim
from seoulution.web.shared.claim_page import ConfirmForm, EndForm, claim_context, seen_revision

pytestmark = pytest.mark.django_db


def _context(user: Any) -> dict[str, Any]:
    request = RequestFactory().get("/")
    request.user = user
    return claim_context(request, Claim.objects.select_related("solution__owner").get(solution__code=SOLUTION, code=AFTER))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("role", "answers", "doubts"),
    [("officer", False, True), ("manager", True, True), ("analyst", False, True), ("auditor", False, False)],
)
def test_who_answers_and_who_doubts(person: Callable[..., Any], role: str, answers: bool, doubts: bool) -> None:
    context = _context(person(role))
    assert (context["may_answer"], context["may_question"]) == (answers, doubts)


def test_an_owner_answers_for_the_own_claims_alone(person: Callable[..., Any]) -> None:
    assert _context(owner_of(SOLUTION, person))["may_answer"]
    assert not _context(owner_of("topis", person, "another"))["may_answer"]


def test_an_end_needs_its_day_and_a_confirmation_does_not() -> None:
    assert ConfirmForm({}).is_valid() and not EndForm({}).is_valid()


@pytest.mark.parametrize(("written", "seen"), [("3", 3), ("", 0), ("x", 0), ("-1", 0), ("9" * 30, 0)])
def test_a_form_without_a_revision_has_seen_none(written: str, seen: int) -> None:
    assert seen_revision(RequestFactory().post("/", {"revision": written})) == seen  # type: ignore[arg-type]
