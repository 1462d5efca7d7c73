"""The bureau reviewer's page: what changed, what the rules say, a comment on each part, a verdict."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.web.bureaus.writing import CODE, address, filled, revised, signed_in, waterworker

from seoulution.apps.catalogue.models import PolicySolution

pytestmark = pytest.mark.django_db


def test_the_reviewer_reads_what_changed_and_sends_it_back_with_comments_kept_on_refusal(
    person: Callable[..., Any],
) -> None:
    by = waterworker(person, "writer")
    writer, colleague = signed_in(by), signed_in(waterworker(person, "colleague"))
    revised(by)
    path = address("edit_section", "cost")
    writer.post(path, filled(writer, path) | {"en": "It is dear."})
    assert "Not handed in" in colleague.get(address("review")).content.decode()
    writer.post(address("edit_act"), {"action": "submit"})
    page = colleague.get(address("review")).content.decode()
    assert "<ins>" in page and "dear" in page and 'name="comment-sections.cost"' in page
    sent = {"action": "send_back", "comment-sections.cost": "How dear?"}
    refused = colleague.post(address("review"), sent)
    assert refused.status_code == 422 and "How dear?" in refused.content.decode()
    assert colleague.post(address("review"), sent | {"words": "Say how dear."}).status_code == 302
    assert PolicySolution.objects.get(code=CODE).state == "under_revision"


def test_the_writer_is_told_that_nobody_approves_their_own_text(person: Callable[..., Any]) -> None:
    by = waterworker(person, "writer")
    revised(by)
    writer = signed_in(by)
    writer.post(address("edit_act"), {"action": "submit"})
    assert "Nobody approves a text of their own" in writer.get(address("review")).content.decode()
    assert writer.post(address("review"), {"action": "approve"}).status_code == 422
