"""The promise ledger: recorded, put right, kept, opened again, released, by whoever works on the file."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pghistory.models
import pytest
from django.core.exceptions import PermissionDenied

from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.demand.services import StaleEdit
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.services import promises
from seoulution.apps.engagements.services.promises import Given
from seoulution.apps.engagements.services.rights import AlreadyOver, NotAllowed, NotOwnFile, ReasonMissing
from seoulution.engine.engagements.codes import Rank, Side

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)
WORD = Given("send the report", "Seoul", "MMDA", due_on=date(2026, 12, 1))
Person = Callable[..., Any]


@pytest.fixture
def engagement(db: None) -> Engagement:
    """Consulting for Manila, as the documents have it."""
    return Engagement.objects.get(code="metro-manila-transport-advice")


def test_a_promise_is_recorded_kept_opened_again_and_released(engagement: Engagement, person: Person) -> None:
    officer = person("officer")
    promise = promises.record_promise(engagement, WORD, by=officer)
    assert (promise.owner, promise.engagement, promise.side) == (officer, engagement, Side.OURS)
    kept = promises.keep_promise(promise, by=officer, today=TODAY, note="sent by mail")
    assert (kept.kept_on, kept.kept_note) == (TODAY, "sent by mail")
    with pytest.raises(AlreadyOver):
        promises.keep_promise(promise, by=officer, today=TODAY)
    assert promises.reopen_promise(promise, by=officer).kept_on is None
    with pytest.raises(ReasonMissing):
        promises.release_promise(promise, reason="", by=officer, today=TODAY)
    released = promises.release_promise(promise, reason="no longer asked for", by=officer, today=TODAY)
    assert (released.closed_on, released.closed_reason) == (TODAY, "no longer asked for")
    with pytest.raises(AlreadyOver):
        promises.keep_promise(promise, by=officer, today=TODAY)


def test_a_promise_is_put_right_with_a_reason_under_its_revision(engagement: Engagement, person: Person) -> None:
    officer = person("officer")
    promise = promises.record_promise(engagement, WORD, by=officer)
    later = replace(WORD, due_on=date(2027, 1, 15), side=Side.THEIRS, rank=Rank.MAYOR)
    with pytest.raises(ReasonMissing):
        promises.edit_promise(promise, later, reason=" ", seen_revision=1, by=officer)
    row = promises.edit_promise(promise, later, reason="the mayor asked for more time", seen_revision=1, by=officer)
    assert (row.due_on, row.side, row.rank, row.owner, row.revision) == (date(2027, 1, 15), "theirs", "mayor", officer, 2)
    with pytest.raises(StaleEdit):
        promises.edit_promise(promise, WORD, reason="again", seen_revision=1, by=officer)
    reasons = pghistory.models.Context.objects.values_list("metadata__reason", flat=True)
    assert "the mayor asked for more time" in reasons


def test_everything_that_is_missing_is_said_at_once(engagement: Engagement, person: Person) -> None:
    bare = Given(" ", "Seoul", "", made_on=date(2026, 12, 2), due_on=date(2026, 12, 1))
    with pytest.raises(NotAllowed) as refused:
        promises.record_promise(engagement, bare, by=person("officer"))
    codes = [finding.code for finding in refused.value.findings]
    assert codes == ["promise.no-text", "promise.no-parties", "promise.due-before-given"]


def test_a_promise_can_be_given_to_a_request_without_an_engagement(person: Person) -> None:
    request = SharingRequest.objects.all()[0]
    promise = promises.record_promise(request, WORD, by=person("officer"))
    assert (promise.engagement, promise.sharing_request) == (None, request)


def test_anothers_file_is_closed_but_who_sees_to_a_promise_may_keep_it(engagement: Engagement, person: Person) -> None:
    owner, other = person("officer", name="owner"), person("officer", name="other")
    promise = promises.record_promise(engagement, replace(WORD, owner=other), by=owner)
    Engagement.objects.filter(pk=engagement.pk).update(owner=owner)
    with pytest.raises(NotOwnFile):
        promises.record_promise(Engagement.objects.get(pk=engagement.pk), WORD, by=other)
    assert promises.keep_promise(promise, by=other, today=TODAY).kept_on == TODAY
    with pytest.raises(NotOwnFile):
        promises.reopen_promise(promise, by=person("officer", name="third"))


@pytest.mark.parametrize("role", ["analyst", "auditor", "owner", "partner", "public"])
def test_only_who_works_on_engagements_records_promises(engagement: Engagement, person: Person, role: str) -> None:
    with pytest.raises(PermissionDenied):
        promises.record_promise(engagement, WORD, by=person(role))


def test_nobody_sees_to_a_promise_of_a_file_that_does_not_exist_for_them(engagement: Engagement, person: Person) -> None:
    owner, other = person("officer", name="owner"), person("officer", name="other")
    Engagement.objects.filter(pk=engagement.pk).update(is_sensitive=True, owner=owner)
    with pytest.raises(NotAllowed) as refused:
        promises.record_promise(engagement, replace(WORD, owner=other), by=owner)
    assert [finding.code for finding in refused.value.findings] == ["access.cannot-see-file"]
    promise = promises.record_promise(engagement, WORD, by=owner)
    with pytest.raises(NotAllowed):
        promises.edit_promise(promise, replace(WORD, owner=other), reason="holiday", seen_revision=1, by=owner)
