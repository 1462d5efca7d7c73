"""A real SMTP server on this machine that counts what it took, and can be told to answer otherwise."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from tests.trust.served import free_port

from seoulution.config.mail import SmtpSettings, Tls


@dataclass
class Taken:
    """What the server took, in order; `answers` are given instead of 250 while there are any, `at_rcpt` likewise earlier."""

    mails: list[EmailMessage] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    at_rcpt: list[str] = field(default_factory=list)
    seconds: float = 0.0
    """How long it thinks before and after it has taken one."""

    @property
    def ids(self) -> Counter[str]:
        """How often each Message-ID was taken."""
        return Counter(str(mail["Message-ID"]) for mail in self.mails)

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]) -> str:
        if self.at_rcpt:
            return self.at_rcpt.pop(0)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if self.answers:
            return self.answers.pop(0)
        assert isinstance(envelope.content, bytes)
        mail = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(mail, EmailMessage)
        await asyncio.sleep(self.seconds)
        self.mails.append(mail)
        await asyncio.sleep(self.seconds)
        return "250 OK"


@contextmanager
def smtp_server() -> Iterator[tuple[Taken, SmtpSettings]]:
    """Listens during the block, on a port of its own."""
    taken = Taken()
    port = free_port()
    controller = Controller(taken, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield taken, SmtpSettings("127.0.0.1", port, Tls.NONE, timeout=5)
    finally:
        controller.stop(no_assert=True)
