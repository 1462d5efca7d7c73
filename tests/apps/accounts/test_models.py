import pytest
from django.db import IntegrityError, transaction

from seoulution.apps.accounts.models import Submission, User
from seoulution.apps.accounts.roles import ROLES, Permission


@pytest.mark.parametrize("role", ROLES)
def test_a_person_may_what_the_role_may(role: str) -> None:
    user = User(role=role)
    assert {permission for permission in Permission if user.may(permission)} == set(ROLES[role].permissions)


def test_a_disabled_account_may_nothing() -> None:
    user = User(role="manager", is_active=False)
    assert not any(user.may(permission) for permission in Permission)


def test_a_superuser_flag_opens_no_page_by_itself() -> None:
    """Rights come from the role alone."""
    assert not User(role="partner", is_superuser=True, is_staff=True).may(Permission.SEE_OFFICE)


@pytest.mark.django_db
def test_the_database_refuses_an_unknown_role() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(username="x", role="king")


@pytest.mark.django_db
def test_the_database_keeps_one_row_for_a_form() -> None:
    key = "3f2504e0-4f89-11d3-9a0c-0305e82c3301"
    Submission.objects.create(key=key, path="/ask/", sender="visitor")
    with pytest.raises(IntegrityError), transaction.atomic():
        Submission.objects.create(key=key, path="/other/", sender="1")


@pytest.mark.django_db
def test_a_change_of_role_stands_in_the_history_without_the_password() -> None:
    user = User.objects.create_user(username="x", password="correct horse battery", role="officer")
    user.role = "manager"
    user.save()
    history = list(user.events.order_by("pgh_id").values_list("role", flat=True))  # type: ignore[attr-defined]
    assert history[-2:] == ["officer", "manager"]
    assert not {"password", "last_login"} & {field.name for field in user.events.model._meta.fields}  # type: ignore[attr-defined]
