"""Without an address there is no machine; with one, everything it needs must be there and safe."""

import pytest

from seoulution.config.env import SettingRefused
from seoulution.config.translator import VARIABLES, translator_settings
from seoulution.language.machine_translation import MachineKind


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


def named(monkeypatch: pytest.MonkeyPatch, **given: str) -> None:
    for name, value in given.items():
        monkeypatch.setenv(f"SEOULUTION_TRANSLATOR_{name}", value)


def test_no_address_is_no_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    named(monkeypatch, KEY="secret", KIND="openai")
    assert translator_settings() is None


def test_an_https_service_is_taken_and_its_key_is_not_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    named(monkeypatch, URL="https://translate.example/v1", KIND="openai", KEY="secret", MODEL="m")
    settings = translator_settings()
    assert settings is not None
    assert (settings.kind, settings.model, settings.key) == (MachineKind.OPENAI, "m", "secret")
    assert "secret" not in repr(settings)


@pytest.mark.parametrize(
    ("given", "named_variable"),
    [
        ({"URL": "http://translate.example", "KIND": "libretranslate"}, "_URL"),
        ({"URL": "ftp://127.0.0.1", "KIND": "libretranslate"}, "_URL"),
        ({"URL": "https://me:word@translate.example", "KIND": "libretranslate"}, "_URL"),
        ({"URL": "https://translate.example", "KIND": "deepl"}, "_KIND"),
        ({"URL": "https://translate.example", "KIND": "openai"}, "_MODEL"),
    ],
)
def test_what_does_not_fit_is_refused_by_its_name(
    monkeypatch: pytest.MonkeyPatch, given: dict[str, str], named_variable: str
) -> None:
    named(monkeypatch, **given)
    with pytest.raises(SettingRefused, match=named_variable):
        translator_settings()
