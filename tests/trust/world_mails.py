"""A mail that leaves, one that came in with a plan enclosed, and something muted."""

import base64
from typing import Any, Final

from seoulution.apps.accounts.models import User
from seoulution.apps.correspondence.services.digests import mute
from seoulution.apps.correspondence.services.intake import take_in
from seoulution.apps.correspondence.services.sending import queue_mail

_PLAN: Final = base64.b64encode(b"Depth of the mains: 1.2 m\n").decode()
LETTER: Final = (
    'From: "Ana Reyes" <ana.reyes@manila.example>\nTo: office@seoul.example\nSubject: Pipes of Metro Manila\n'
    "Date: Tue, 24 Nov 2026 09:00:00 +0800\nMessage-ID: <pipes-1@manila.example>\nMIME-Version: 1.0\n"
    'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain; charset=utf-8\n\nHow deep do mains lie?\n'
    '--b\nContent-Type: text/plain; name="plan.txt"\nContent-Disposition: attachment; filename="plan.txt"\n'
    f"Content-Transfer-Encoding: base64\n\n{_PLAN}\n--b--\n"
).encode()


def mails_of(officer: User) -> dict[str, dict[str, Any]]:
    """How they fill addresses."""
    leaving = queue_mail(
        key="world", to="city@manila.example", subject="Your question", body="Thank you.", why="You asked.", language="en"
    )
    letter, _is_new = take_in(LETTER, how="file")
    return {
        "mail_out": {"pk": leaving.pk},
        "mail_in": {"pk": letter.pk},
        "mail_enclosed": {"pk": letter.pk, "number": 1},
        "mute": {"pk": mute(officer, kind="reminder").pk},
    }
