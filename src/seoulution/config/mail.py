"""Mail of this installation, from the environment: the server that takes it, the mailbox that is read, how links begin."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from seoulution.config.env import SettingRefused, env_text

VARIABLES: Final = (
    "SEOULUTION_SITE",
    "SEOULUTION_MAIL_FROM",
    "SEOULUTION_SMTP_HOST",
    "SEOULUTION_SMTP_PORT",
    "SEOULUTION_SMTP_USER",
    "SEOULUTION_SMTP_PASSWORD",
    "SEOULUTION_SMTP_TLS",
    "SEOULUTION_SMTP_TIMEOUT",
    "SEOULUTION_IMAP_HOST",
    "SEOULUTION_IMAP_PORT",
    "SEOULUTION_IMAP_USER",
    "SEOULUTION_IMAP_PASSWORD",
    "SEOULUTION_IMAP_FOLDER",
    "SEOULUTION_IMAP_TLS",
)
_THIS_MACHINE: Final = frozenset({"127.0.0.1", "localhost", "::1"})


class Tls(StrEnum):
    """How a connection is protected: from its beginning, by STARTTLS, or (this machine only) not at all."""

    ALWAYS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class SmtpSettings:
    """The server that takes our mail. `user` empty: it asks for none."""

    host: str
    port: int
    tls: Tls
    user: str = ""
    password: str = ""
    timeout: float = 30.0


@dataclass(frozen=True, slots=True)
class MailboxSettings:
    """The mailbox that is read by IMAP."""

    host: str
    port: int
    tls: Tls
    user: str
    password: str
    folder: str = "INBOX"
    timeout: float = 30.0


def site_address() -> str:
    """`SEOULUTION_SITE`, such as https://seoulution.city.example; without it, this machine.

    raises SettingRefused : it is no address of a site
    """
    address = env_text("SEOULUTION_SITE", "http://127.0.0.1:8000").rstrip("/")
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path or parts.query:
        raise SettingRefused(
            f"SEOULUTION_SITE={address!r} is no address of a site. Set it like https://seoulution.city.example"
        )
    return address


def mail_from() -> str:
    """`SEOULUTION_MAIL_FROM`: who our mail comes from.

    raises SettingRefused : it is no address
    """
    address = env_text("SEOULUTION_MAIL_FROM", "seoulution@localhost")
    try:
        validate_email(address)
    except ValidationError as wrong:
        raise SettingRefused(f"SEOULUTION_MAIL_FROM={address!r} is no e-mail address.") from wrong
    return address


def smtp_settings() -> SmtpSettings | None:
    """`SEOULUTION_SMTP_HOST` and its kin; None unless a host is named.

    raises SettingRefused : a part of it can't be used
    """
    host = env_text("SEOULUTION_SMTP_HOST")
    if not host:
        return None
    tls = _tls("SEOULUTION_SMTP_TLS", host)
    mail_from()
    return SmtpSettings(
        host=host,
        port=_number("SEOULUTION_SMTP_PORT", 465 if tls is Tls.ALWAYS else 587 if tls is Tls.STARTTLS else 25),
        tls=tls,
        user=env_text("SEOULUTION_SMTP_USER"),
        password=env_text("SEOULUTION_SMTP_PASSWORD"),
        timeout=float(_number("SEOULUTION_SMTP_TIMEOUT", 30)),
    )


def mailbox_settings() -> MailboxSettings | None:
    """`SEOULUTION_IMAP_HOST` and its kin; None unless a host is named.

    raises SettingRefused : a part of it can't be used, or nobody signs in
    """
    host = env_text("SEOULUTION_IMAP_HOST")
    if not host:
        return None
    tls, user = _tls("SEOULUTION_IMAP_TLS", host), env_text("SEOULUTION_IMAP_USER")
    if not user:
        raise SettingRefused("SEOULUTION_IMAP_USER is missing. Set it to the name that opens the mailbox.")
    return MailboxSettings(
        host=host,
        port=_number("SEOULUTION_IMAP_PORT", 993 if tls is Tls.ALWAYS else 143),
        tls=tls,
        user=user,
        password=env_text("SEOULUTION_IMAP_PASSWORD"),
        folder=env_text("SEOULUTION_IMAP_FOLDER", "INBOX"),
    )


def _tls(name: str, host: str) -> Tls:
    raw = env_text(name, "none" if host in _THIS_MACHINE else "starttls" if "SMTP" in name else "tls").lower()
    if raw not in set(Tls):
        raise SettingRefused(f"{name}={raw!r} is unknown. Set it to tls, starttls or none.")
    if raw == Tls.NONE and host not in _THIS_MACHINE:
        raise SettingRefused(f"{name}=none would send letters and passwords in the clear to {host}. Set it to tls or starttls.")
    return Tls(raw)


def _number(name: str, default: int) -> int:
    raw = env_text(name, str(default))
    if not raw.isdigit() or not 0 < int(raw) < 65_536:
        raise SettingRefused(f"{name}={raw!r} is no number between 1 and 65535.")
    return int(raw)
