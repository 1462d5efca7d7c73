"""A database address becomes Django's settings, whatever its password holds."""

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoulution.config.database import from_url
from seoulution.config.env import SettingRefused


def test_an_address_with_everything_is_read_in_full() -> None:
    found = from_url("postgresql://anna:secret@db.example:5433/seoulution?sslmode=require")
    parts = [found[name] for name in ("USER", "PASSWORD", "HOST", "PORT", "NAME")]
    assert parts == ["anna", "secret", "db.example", "5433", "seoulution"]
    assert found["OPTIONS"]["sslmode"] == "require"
    assert found["ENGINE"] == "django.db.backends.postgresql"


def test_a_socket_folder_is_given_as_host_and_never_left_among_the_options() -> None:
    found = from_url("postgresql://anna@/seoulution?host=/var/run/db%20x&port=6000")
    assert (found["HOST"], found["PORT"]) == ("/var/run/db x", "6000")
    assert set(found["OPTIONS"]) == {"pool", "prepare_threshold"}


def test_connections_are_pooled_and_so_never_kept_by_django_too() -> None:
    """Django refuses a pool together with persistent connections."""
    found = from_url("postgres://x@y/z")
    assert found["CONN_MAX_AGE"] == 0
    assert found["OPTIONS"]["pool"]["max_size"] == 8


@pytest.mark.parametrize("url", ["", "sqlite:///db.sqlite3", "mysql://a@b/c", "db.example/seoulution"])
def test_another_kind_of_database_is_refused_by_the_name_of_the_variable(url: str) -> None:
    with pytest.raises(SettingRefused, match="DATABASE_URL"):
        from_url(url)


@given(st.text(min_size=1, alphabet=st.characters(codec="utf-8")), st.text(min_size=1, alphabet=st.characters(codec="utf-8")))
def test_any_user_and_password_survive_the_address(user: str, password: str) -> None:
    found = from_url(f"postgresql://{quote(user, safe='')}:{quote(password, safe='')}@db.example/x")
    assert (found["USER"], found["PASSWORD"]) == (user, password)
