"""Promises, tasks and referrals: whose word it is, and that a referral is about a file."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from seoulution.apps.engagements.models import Engagement, Promise, Referral, Task
from seoulution.apps.network.models import Agency
from seoulution.engine.engagements.codes import Rank, Side

pytestmark = pytest.mark.django_db


def test_a_promise_is_ours_unless_said_otherwise_and_keeps_the_rank_of_who_gave_it() -> None:
    promise = Promise.objects.create(text="a list of pumps", promised_by="the mayor", promised_to="the city", rank=Rank.MAYOR)
    assert (promise.side, promise.rank, promise.revision) == (Side.OURS, Rank.MAYOR, 1)


def test_a_referral_is_about_an_engagement_or_a_request() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Referral.objects.create(to_body=Agency.objects.all()[0], asks="who knows?")


def test_tasks_read_by_the_day_they_are_due() -> None:
    engagement = Engagement.objects.get(code="metro-manila-transport-advice")
    later = Task.objects.create(engagement=engagement, text="later", due_on=date(2026, 12, 9))
    sooner = Task.objects.create(engagement=engagement, text="sooner", due_on=date(2026, 12, 1))
    assert list(engagement.tasks.all()) == [sooner, later] and str(sooner) == "sooner"
