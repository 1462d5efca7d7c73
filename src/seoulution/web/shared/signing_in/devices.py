"""On which devices a person is signed in, in words."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest

from seoulution.apps.accounts.models import User

_BROWSERS: Final = (("Edg/", "Edge"), ("Whale/", "Whale"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))  # fmt: skip
_SYSTEMS: Final = (("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("Linux", "Linux"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Device:
    """One session; `seen` is to the half minute."""

    pk: int
    words: str
    address: str
    since: datetime
    seen: datetime | None
    is_this: bool


def devices_of(request: HttpRequest, user: User) -> list[Device]:
    """Those whose session still opens something, the latest first."""
    here = request.session.session_key
    found = []
    for row in UserSession.objects.purge_and_list(user):
        seen = SessionStore(row.session_key).get("seen_at")
        at = datetime.fromtimestamp(seen, UTC) if seen else None
        found.append(Device(row.pk, in_words(row.user_agent), row.ip, row.created_at, at, row.session_key == here))
    return sorted(found, key=lambda device: (device.is_this, device.since), reverse=True)


def in_words(user_agent: str) -> str:
    """Browser and system as people call them; what is neither is shown as it says itself, shortened."""
    browser = next((name for mark, name in _BROWSERS if mark in user_agent), "")
    system = next((name for mark, name in _SYSTEMS if mark in user_agent), "")
    return " · ".join(part for part in (browser, system) if part) or re.sub(r"\s+", " ", user_agent)[:40] or "?"
