"""A form counts once."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from seoulution.apps.accounts import services
from seoulution.apps.accounts.models import Submission

pytestmark = pytest.mark.django_db


def claim(key: uuid.UUID) -> str | None:
    return services.claim_submission(key, path="/ask/", sender="somebody")


def test_a_key_is_new_once_and_a_repeat_is_led_where_the_first_use_went() -> None:
    key = uuid.uuid4()
    assert claim(key) is None
    services.settle_submission(key, led_to="/ask/thanks/")
    assert claim(key) == "/ask/thanks/"
    assert Submission.objects.filter(key=key).count() == 1


def test_two_keys_do_not_meet() -> None:
    assert claim(uuid.uuid4()) is None
    assert claim(uuid.uuid4()) is None


def test_a_form_shown_again_with_errors_may_be_sent_under_its_key() -> None:
    key = uuid.uuid4()
    claim(key)
    services.forget_submission(key)
    assert claim(key) is None


def test_only_marks_older_than_a_month_are_forgotten() -> None:
    old, new = uuid.uuid4(), uuid.uuid4()
    claim(old)
    claim(new)
    Submission.objects.filter(key=old).update(received_at=timezone.now() - timedelta(days=31))
    Submission.objects.filter(key=new).update(received_at=timezone.now() - timedelta(days=29))
    assert services.forget_old_submissions() == 1
    assert list(Submission.objects.filter(key__in=[old, new]).values_list("key", flat=True)) == [new]
