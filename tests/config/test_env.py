"""Settings from the environment: typed, refused when unclear, and secrets kept to their owner."""

import stat
from pathlib import Path

import pytest

from seoulution.config.env import CHECKOUT, Home, SettingRefused, env_flag, env_list, env_text, home


@pytest.mark.parametrize(
    ("raw", "value"),
    [("1", True), ("true", True), (" Yes ", True), ("ON", True), ("0", False), ("false", False), ("no", False), ("off", False)],
)
def test_a_flag_is_yes_or_no_in_the_usual_words(monkeypatch: pytest.MonkeyPatch, raw: str, value: bool) -> None:
    monkeypatch.setenv("SEOULUTION_X", raw)
    assert env_flag("SEOULUTION_X", default=not value) is value


@pytest.mark.parametrize("default", [True, False])
def test_a_flag_that_is_missing_or_empty_is_its_default(monkeypatch: pytest.MonkeyPatch, default: bool) -> None:
    monkeypatch.delenv("SEOULUTION_X", raising=False)
    assert env_flag("SEOULUTION_X", default) is default
    monkeypatch.setenv("SEOULUTION_X", "  ")
    assert env_flag("SEOULUTION_X", default) is default


def test_a_flag_that_is_neither_yes_nor_no_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEOULUTION_X", "maybe")
    with pytest.raises(SettingRefused, match="SEOULUTION_X='maybe'"):
        env_flag("SEOULUTION_X")


def test_a_list_is_cut_at_commas_and_blanks_never_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEOULUTION_X", " a.example , ,b.example,")
    assert env_list("SEOULUTION_X") == ["a.example", "b.example"]
    monkeypatch.setenv("SEOULUTION_X", "")
    assert env_list("SEOULUTION_X") == []
    monkeypatch.setenv("SEOULUTION_X", " word\n")
    assert env_text("SEOULUTION_X") == "word"


def test_a_secret_is_made_once_and_readable_by_its_owner_alone(tmp_path: Path) -> None:
    """48 random bytes are 64 characters of base64."""
    first = Home(tmp_path).secret("key")
    assert Home(tmp_path).secret("key") == first
    assert len(first) == 64
    assert Home(tmp_path).secret("other") != first
    assert stat.S_IMODE((tmp_path / "secrets" / "key").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "secrets").stat().st_mode) == 0o700


def test_a_secret_that_a_full_disk_left_empty_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "key").touch()
    made = Home(tmp_path).secret("key")
    assert len(made) == 64
    assert Home(tmp_path).secret("key") == made
    assert stat.S_IMODE((tmp_path / "secrets" / "key").stat().st_mode) == 0o600
    assert [path.name for path in (tmp_path / "secrets").iterdir()] == ["key"]


def test_everything_lies_in_the_named_home_else_in_the_checkout(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SEOULUTION_HOME", str(tmp_path / "a" / ".." / "b"))
    assert home().path == tmp_path / "b"
    assert home().attachments == tmp_path / "b" / "attachments"
    monkeypatch.setenv("SEOULUTION_HOME", "")
    assert home().path == CHECKOUT / "var"


def test_the_city_halls_sign_in_is_off_until_an_issuer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a setting is refused with the name of the other half."""
    from seoulution.config.env import open_id_provider

    for name in ("OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_NAME", "OIDC_HAS_SECOND_FACTOR"):
        monkeypatch.delenv(name, raising=False)
    assert open_id_provider() is None
    monkeypatch.setenv("OIDC_ISSUER", "https://sso.seoul.example/")
    with pytest.raises(SettingRefused, match="OIDC_CLIENT_ID"):
        open_id_provider()
    monkeypatch.setenv("OIDC_CLIENT_ID", "seoulution")
    with pytest.raises(SettingRefused, match="OIDC_CLIENT_SECRET"):
        open_id_provider()
    monkeypatch.setenv("OIDC_CLIENT_SECRET", "s")
    found = open_id_provider()
    assert found is not None and found.issuer == "https://sso.seoul.example" and not found.has_second_factor


@pytest.mark.parametrize(
    ("issuer", "taken"),
    [("https://sso.example", True), ("http://127.0.0.1:9000", True), ("http://sso.example", False), ("sso.example", False)],
)
def test_who_signs_people_in_is_asked_over_a_safe_line(monkeypatch: pytest.MonkeyPatch, issuer: str, taken: bool) -> None:
    from seoulution.config.env import open_id_provider

    monkeypatch.setenv("OIDC_ISSUER", issuer)
    monkeypatch.setenv("OIDC_CLIENT_ID", "x")
    monkeypatch.setenv("OIDC_CLIENT_SECRET", "y")
    if taken:
        assert open_id_provider() is not None
    else:
        with pytest.raises(SettingRefused, match="OIDC_ISSUER"):
            open_id_provider()


@pytest.mark.parametrize(("written", "count"), [("", 0), ("10.0.0.1", 1), ("10.0.0.0/8, fd00::/8", 2)])
def test_proxies_are_addresses_or_networks(monkeypatch: pytest.MonkeyPatch, written: str, count: int) -> None:
    from seoulution.config.env import trusted_proxies

    monkeypatch.setenv("TRUSTED_PROXIES", written)
    assert len(trusted_proxies()) == count
    monkeypatch.setenv("TRUSTED_PROXIES", "the proxy")
    with pytest.raises(SettingRefused, match="TRUSTED_PROXIES"):
        trusted_proxies()
