import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from seoulution.apps.accounts import services
from seoulution.apps.accounts.models import Submission, User
from seoulution.apps.accounts.roles import Manager, Officer

pytestmark = pytest.mark.django_db


def test_a_new_person_gets_a_one_time_password_that_works_once_chosen_no_more() -> None:
    user, password = services.ensure_person("kim", role=Officer, name="Kim")
    assert password and user.check_password(password) and user.password_is_one_time
    services.choose_password(user, "drei gelbe fische")
    user.refresh_from_db()
    assert not user.password_is_one_time and not user.check_password(password) and user.check_password("drei gelbe fische")


def test_a_person_with_an_own_password_keeps_it_and_the_role() -> None:
    user, _ = services.ensure_person("kim", role=Officer)
    services.choose_password(user, "drei gelbe fische")
    again, password = services.ensure_person("kim", role=Manager)
    assert password is None and again.role == "officer" and again.check_password("drei gelbe fische")


def test_until_an_own_password_is_chosen_each_call_gives_a_new_one() -> None:
    _, first = services.ensure_person("kim", role=Officer)
    user, second = services.ensure_person("kim", role=Officer)
    assert first != second and second and user.check_password(second) and not user.check_password(str(first))


def test_a_new_one_time_password_ends_the_old_password_and_every_session() -> None:
    user = User.objects.create_user(username="kim", password="drei gelbe fische", role="officer")
    before = user.get_session_auth_hash()
    password = services.issue_one_time_password(user)
    user.refresh_from_db()
    assert user.check_password(password) and not user.check_password("drei gelbe fische")
    assert user.password_is_one_time and user.get_session_auth_hash() != before


def test_one_time_passwords_are_long_and_never_repeat() -> None:
    """96 bits: four groups of six hexadecimal digits."""
    user = User.objects.create_user(username="kim", role="officer")
    made = {services.issue_one_time_password(user) for _ in range(50)}
    assert len(made) == 50 and {len(password.replace("-", "")) for password in made} == {24}


def test_the_first_use_of_a_key_is_new_and_the_second_leads_where_the_first_led() -> None:
    key = uuid.uuid4()
    assert services.claim_submission(key, path="/ask/", sender="visitor") is None
    services.settle_submission(key, led_to="/c/?sent=x")
    assert services.claim_submission(key, path="/ask/", sender="visitor") == "/c/?sent=x"


def test_a_forgotten_key_is_new_again() -> None:
    key = uuid.uuid4()
    services.claim_submission(key, path="/ask/", sender="visitor")
    services.forget_submission(key)
    assert services.claim_submission(key, path="/ask/", sender="visitor") is None


@pytest.mark.parametrize(("age", "kept"), [(29, True), (31, False)])
def test_marks_older_than_a_month_go(age: int, kept: bool) -> None:
    key = uuid.uuid4()
    services.claim_submission(key, path="/ask/", sender="visitor")
    Submission.objects.filter(key=key).update(received_at=timezone.now() - timedelta(days=age))
    assert services.forget_old_submissions() == (0 if kept else 1)
    assert Submission.objects.filter(key=key).exists() is kept
