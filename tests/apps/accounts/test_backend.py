"""The account of a session is read as Django would read it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.backends import ModelBackend

from seoulution.apps.accounts.backend import PersonBackend
from seoulution.apps.accounts.models import User

pytestmark = pytest.mark.django_db


def test_it_is_the_account_with_all_its_fields(person: Callable[..., Any]) -> None:
    officer = person("officer")
    read, own = PersonBackend().get_user(str(officer.pk)), ModelBackend().get_user(officer.pk)
    assert read is not None and own is not None
    for field in User._meta.concrete_fields:
        assert getattr(read, field.attname) == getattr(own, field.attname), field.name
    read.first_name = "Changed"
    read.save(update_fields=["first_name"])
    assert User.objects.get(pk=officer.pk).first_name == "Changed" and not read._state.adding


def test_an_account_that_is_gone_or_closed_is_nobody(person: Callable[..., Any]) -> None:
    officer = person("officer")
    assert PersonBackend().get_user(officer.pk + 1) is None
    User.objects.filter(pk=officer.pk).update(is_active=False)
    assert PersonBackend().get_user(officer.pk) is None
