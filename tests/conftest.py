"""A real PostgreSQL with everything that ships, loaded once; every process works on a copy of it. People of each role."""

import os
import random
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, settings
from tests.by_folder import ByFolder, place
from tests.loaded_database import copied, working_on

settings.register_profile("busy machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy machine")
"""What a property says does not depend on how busy the machine is; what it costs is measured in `bench/`."""


def pytest_configure(config: pytest.Config) -> None:
    """Workers collect the same tests in the same order, also where a test's cases are a set: they share one random seed."""
    if getattr(config.option, "numprocesses", None):
        os.environ.setdefault("PYTHONHASHSEED", str(random.randrange(2**32)))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByFolder | None:
    """With workers (`make test`), files and folders are handed out as `by_folder` says, unless another way was asked for."""
    return ByFolder(config, log) if config.getvalue("dist") == "load" else None


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Workers take the longest first; one process alone keeps the usual order."""
    if hasattr(config, "workerinput"):
        items.sort(key=place)


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: Any) -> Iterator[None]:
    """This process's copy of the database with reference data and search index."""
    with ExitStack() as held:
        with django_db_blocker.unblock():
            held.enter_context(working_on(held.enter_context(copied("work"))))
            _check_what_ships()
        yield


def _check_what_ships() -> None:
    """Every record once, outside of any transaction: what a test changes is rolled back, so nothing read within a test is kept."""
    from django.apps import apps

    from seoulution.apps.network.records import ReferenceModel

    for model in apps.get_models():
        if issubclass(model, ReferenceModel):
            for row in model._default_manager.all():
                _ = row.record


@pytest.fixture(autouse=True)
def _language_of_the_settings() -> Iterator[None]:
    """A page asked for in Mongolian leaves its thread in Mongolian: what the next test renders itself starts from the settings again."""
    from django.utils import translation

    translation.deactivate()
    yield
    translation.deactivate()


@pytest.fixture
def person(db: None) -> Callable[..., Any]:
    """Makes an account of a role: `person("officer")`."""
    from seoulution.apps.accounts.models import User

    def make(role: str, name: str = "") -> Any:
        return User.objects.create_user(username=name or role, password="correct horse battery", role=role)

    return make


@pytest.fixture
def signed_in_as(person: Callable[..., Any]) -> Callable[[str], Client]:
    """A client with the session of an account of the role; None for the public."""

    def sign_in(role: str) -> Client:
        client = Client()
        if role != "public":
            client.force_login(person(role), backend="seoulution.apps.accounts.backend.PersonBackend")
        return client

    return sign_in
