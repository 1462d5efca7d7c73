"""Mail settings are whole and safe, or the start is refused with the variable to set."""

import pytest

from seoulution.config.env import SettingRefused
from seoulution.config.mail import Tls, mail_from, mailbox_settings, site_address, smtp_settings


def test_without_a_host_there_is_neither_server_nor_mailbox() -> None:
    assert smtp_settings() is None
    assert mailbox_settings() is None


def test_a_server_elsewhere_is_spoken_to_under_tls(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEOULUTION_SMTP_HOST", "mail.city.example")
    found = smtp_settings()
    assert found is not None and (found.tls, found.port) == (Tls.STARTTLS, 587)
    monkeypatch.setenv("SEOULUTION_SMTP_TLS", "none")
    with pytest.raises(SettingRefused, match="in the clear"):
        smtp_settings()


def test_a_mailbox_needs_a_name_and_has_its_own_port(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEOULUTION_IMAP_HOST", "mail.city.example")
    with pytest.raises(SettingRefused, match="IMAP_USER"):
        mailbox_settings()
    monkeypatch.setenv("SEOULUTION_IMAP_USER", "office")
    found = mailbox_settings()
    assert found is not None and (found.tls, found.port, found.folder) == (Tls.ALWAYS, 993, "INBOX")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SEOULUTION_SMTP_PORT", "0"),
        ("SEOULUTION_SMTP_PORT", "mail"),
        ("SEOULUTION_SMTP_TLS", "ssl"),
        ("SEOULUTION_SMTP_TIMEOUT", "-1"),
        ("SEOULUTION_MAIL_FROM", "nobody"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEOULUTION_SMTP_HOST", "127.0.0.1")
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingRefused, match=name):
        smtp_settings()


def test_links_in_mails_begin_with_the_address_of_a_site(monkeypatch: pytest.MonkeyPatch) -> None:
    assert site_address() == "http://127.0.0.1:8000"
    assert mail_from() == "seoulution@localhost"
    for wrong in ("seoul.example", "ftp://seoul.example", "https://seoul.example/path"):
        monkeypatch.setenv("SEOULUTION_SITE", wrong)
        with pytest.raises(SettingRefused, match="SITE"):
            site_address()
