"""Referrals: asked, answered or declined by the body's own people, taken back; both sides are told."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from seoulution.apps.correspondence.models import Notice
from seoulution.apps.engagements.models import Engagement, Referral
from seoulution.apps.engagements.services import referrals
from seoulution.apps.engagements.services.rights import AlreadyOver, NotAllowed, ReasonMissing
from seoulution.apps.network.models import Agency
from seoulution.apps.network.services import affiliate

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
Person = Callable[..., Any]


@pytest.fixture
def body(db: None) -> Agency:
    """A body of the network."""
    return Agency.objects.filter(withdrawn_on=None)[0]


def asked(body: Agency, by: Any, text: str = "How deep do the mains lie?") -> Referral:
    engagement = Engagement.objects.get(code="metro-manila-transport-advice")
    return referrals.refer(engagement, to_body=body, asks=text, by=by, due_on=date(2026, 12, 1))


def test_the_bodys_people_are_told_answer_and_the_asker_is_told(body: Agency, person: Person) -> None:
    officer, engineer = person("officer"), person("owner")
    affiliate(engineer, agency=body)
    referral = asked(body, officer)
    told = Notice.objects.get()
    assert (told.user, told.kind, told.path, told.why) == (engineer, "referral-asked", "/bureau/referrals/", "referred-to")
    with pytest.raises(ReasonMissing):
        referrals.answer(referral, text=" ", declined=False, by=engineer, now=NOW)
    answered = referrals.answer(referral, text="1.2 metres", declined=False, by=engineer, now=NOW)
    assert (answered.answer, answered.is_declined, answered.answered_by) == ("1.2 metres", False, engineer)
    back = Notice.objects.get(user=officer)
    assert (back.kind, back.why, back.parameters["body_ko"]) == ("referral-answered", "referred-by", body.name_ko)
    with pytest.raises(AlreadyOver):
        referrals.answer(referral, text="or 1.3", declined=False, by=engineer, now=NOW)


def test_a_body_declines_with_a_reason_and_the_asker_takes_a_question_back(body: Agency, person: Person) -> None:
    officer, engineer = person("officer"), person("owner")
    affiliate(engineer, agency=body)
    assert referrals.answer(asked(body, officer), text="not ours", declined=True, by=engineer, now=NOW).is_declined
    second = asked(body, officer, "And the pumps?")
    assert referrals.withdraw(second, reason="found it", by=officer).withdrawn_reason == "found it"
    assert Notice.objects.filter(user=engineer, kind="referral-withdrawn").count() == 1
    with pytest.raises(AlreadyOver):
        referrals.answer(second, text="4", declined=False, by=engineer, now=NOW)


def test_nobody_outside_the_body_answers(body: Agency, person: Person) -> None:
    officer = person("officer")
    affiliate(person("owner"), agency=body)
    stranger = person("owner", name="stranger")
    affiliate(stranger, agency=Agency.objects.filter(withdrawn_on=None).exclude(pk=body.pk)[0])
    referral = asked(body, officer)
    for other in (stranger, officer, person("manager"), person("partner")):
        with pytest.raises(PermissionDenied):
            referrals.answer(referral, text="me", declined=False, by=other, now=NOW)


def test_a_question_that_nobody_would_read_is_not_sent(body: Agency, person: Person) -> None:
    with pytest.raises(NotAllowed) as refused:
        asked(body, person("officer"), " ")
    assert [finding.code for finding in refused.value.findings] == ["referral.no-question", "referral.nobody-reads-it"]
