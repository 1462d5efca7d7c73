"""A text as its reviewers read it."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.web.bureaus.writing import draft_of, revised, waterworker

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.catalogue.parts import mark_of
from seoulution.apps.catalogue.services.editorial import act
from seoulution.apps.catalogue.services.parts import write_part
from seoulution.engine.catalogue.editorial import EditorialAction as Action
from seoulution.web.shared.editorial.review import review_context

pytestmark = pytest.mark.django_db
TEXT = {"ko": "페루에 수출하였다.", "en": "It is dear.", "sources": ["owner-statement"], "basis": "B"}


def test_a_reviewer_sees_what_changed_what_the_rules_say_and_what_may_be_done(person: Callable[..., Any]) -> None:
    writer = waterworker(person, "writer")
    row = revised(writer)
    draft = draft_of(row)
    value = {"text": TEXT, "gaps": []}
    write_part(draft, "sections.cost", value, seen=mark_of(draft.data, "sections.cost"), by=writer)
    row = act(row, Action.SUBMIT, by=writer)
    colleague = waterworker(person, "colleague")
    context = review_context(row, colleague, {"comment-sections.cost": "How dear?", "words": "No"})
    cost = next(part for part in context["parts"] if part["path"] == "sections.cost")
    assert cost["change"] is not None and cost["comment"] == "How dear?" and len(cost["wording"]) == 1
    assert context["in_review"] and context["words"] == "No" and context["wording"]
    assert {choice.action for choice in context["choices"] if choice.is_open} == {Action.APPROVE, Action.SEND_BACK}


def test_without_a_draft_there_is_nothing_to_review(person: Callable[..., Any]) -> None:
    context = review_context(PolicySolution.objects.get(code="topis"), person("officer"), {})
    assert context["draft"] is None
