"""T24: every field of every app is in the register of personal data, tagged once, and nothing in it is out of date."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import models

from seoulution.apps.accounts.personal_data import FRAMEWORK, NOT_PERSONAL, REGISTER, tags

pytestmark = pytest.mark.trust

FRAMEWORK_WITHOUT_PERSONS = {
    "auth.Permission": "what there is to permit",
    "auth.Group": "not used: roles are code",
    "auth.Group_permissions": "not used: roles are code",
    "socialaccount.SocialApp": "not used: the provider is a setting",
    "contenttypes.ContentType": "names of tables",
    "procrastinate.ProcrastinateJob": "names of jobs and numbers of rows, never words",
    "procrastinate.ProcrastinateEvent": "when a job began and ended",
    "procrastinate.ProcrastinatePeriodicDefer": "when a periodic job was put in line",
    "procrastinate.ProcrastinateWorker": "when a worker last said that it lives",
    "pghistory.Events": "a view over the history tables, without rows of its own",
    "pghistory.MiddlewareEvents": "a view over the history tables, without rows of its own",
}


def _is_history(model: type[models.Model]) -> bool:
    return any(field.name == "pgh_id" for field in model._meta.local_fields)


def _our_models() -> Iterator[type[models.Model]]:
    for config in apps.get_app_configs():
        if config.name.startswith("seoulution.apps."):
            yield from config.get_models()


def _fields() -> Iterator[str]:
    """Every stored field of our apps; a history table has its record's own fields, which follow that record's tags."""
    for model in _our_models():
        for field in (*model._meta.local_fields, *model._meta.local_many_to_many):
            if not _is_history(model):
                yield f"{model._meta.label}.{field.name}"
            elif not field.name.startswith("pgh_"):
                yield f"{model._meta.label.removesuffix('Event')}.{field.name}"


def test_every_field_is_tagged() -> None:
    """A field without a tag is a field nobody asked the privacy officer about."""
    missing = sorted(set(_fields()) - set(tags()))
    assert not missing, f"add to apps/accounts/personal_data/__init__.py: {missing}"


def test_every_tag_is_of_a_field_that_exists() -> None:
    """The register never describes what is gone."""
    assert not sorted(set(tags()) - set(_fields()))


def test_no_field_is_tagged_twice() -> None:
    """A field is personal or it is not."""
    plain = [f"{model}.{field}" for model, fields in NOT_PERSONAL.items() for field in fields.split()]
    assert len(plain) == len(set(plain))
    assert not set(plain) & set(REGISTER)


def test_tables_of_the_frameworks_are_known_too() -> None:
    """Sessions, sign-in records and history contexts hold people's data though we did not write their models."""
    theirs = {
        model._meta.label
        for config in apps.get_app_configs()
        if not config.name.startswith("seoulution.")
        for model in config.get_models(include_auto_created=True)
    }
    assert theirs == set(FRAMEWORK) | set(FRAMEWORK_WITHOUT_PERSONS)


def test_every_entry_has_a_purpose() -> None:
    """No purpose, no data."""
    assert all(entry.purpose.strip() for entry in (*REGISTER.values(), *FRAMEWORK.values()))


def test_an_untagged_field_would_be_found() -> None:
    """The canary: a field that nobody tagged."""
    assert "demand.SharingRequest.passport_number" not in tags()
    assert set(_fields()) | {"demand.SharingRequest.passport_number"} > set(tags())


def test_the_history_never_keeps_a_password_or_a_link() -> None:
    """Secrets are not copied into tables that outlive them."""
    kept = {field.name for model in _our_models() if _is_history(model) for field in model._meta.local_fields}
    assert not kept & {"password", "token_hash", "last_login"}
