"""The two ways a mail leaves: a mail server, or a folder where none is set. Each says clearly what became of it, or that it can't."""

import os
import smtplib
import ssl
from contextlib import suppress
from email import policy
from email.message import EmailMessage
from pathlib import Path
from typing import ClassVar, Final, Protocol

from django.conf import settings

from seoulution.apps.correspondence.models import OutgoingMail
from seoulution.config.env import home
from seoulution.config.mail import SmtpSettings, Tls, mail_from

_AS_SENT: Final = policy.SMTP.clone(cte_type="7bit")


class NotTaken(Exception):
    """The server did not take it, for certain. `for_good`: trying again would not help."""

    def __init__(self, words: str, *, for_good: bool) -> None:
        self.for_good = for_good
        super().__init__(words)


class NobodyKnows(Exception):
    """The connection ended while the server was taking it: it may have left."""


class Transport(Protocol):
    """Takes one mail, or raises NotTaken or NobodyKnows. `repeats_safely`: the same mail twice is one mail."""

    repeats_safely: ClassVar[bool]

    def send(self, mail: OutgoingMail) -> None: ...


def written(mail: OutgoingMail) -> EmailMessage:
    """The mail as it leaves: plain text, why it came at its foot, always the same for the same row.

    raises ValueError : an address or a subject would break out of its line
    """
    message = EmailMessage(policy=_AS_SENT)
    message["From"] = mail_from()
    message["To"] = mail.to
    message["Subject"] = mail.subject
    message["Message-ID"] = mail.message_id
    message["Date"] = mail.queued_at
    message["Auto-Submitted"] = "auto-generated"
    message["Content-Language"] = mail.language
    message.set_content(f"{mail.body.rstrip()}\n\n-- \n{mail.why}\n")
    return message


def transport() -> Transport:
    """The mail server of the settings; the folder where none is set."""
    return SmtpTransport(settings.SMTP) if settings.SMTP else FolderTransport(folder())


def folder() -> Path:
    """Where mail lands that no server takes."""
    return home().path / "mail"


class FolderTransport:
    """One file for each Message-ID, whole or not there: written twice it is the same file."""

    repeats_safely: ClassVar[bool] = True

    def __init__(self, place: Path) -> None:
        self.place = place

    def send(self, mail: OutgoingMail) -> None:
        """Writes the file. raises NotTaken : the disk refuses it"""
        target = self.place / f"{mail.message_id.strip('<>')}.eml"
        partial = target.with_suffix(f".{os.getpid()}.partial")
        try:
            self.place.mkdir(parents=True, exist_ok=True, mode=0o700)
            partial.write_bytes(bytes(written(mail)))
            partial.replace(target)
        except OSError as error:
            with suppress(OSError):
                partial.unlink()
            raise NotTaken(error.strerror or str(error), for_good=False) from error
        except ValueError as error:
            raise NotTaken(str(error), for_good=True) from error


class SmtpTransport:
    """Until the words of the mail are handed over, any failure is a clear no; afterwards only the server's own answer is."""

    repeats_safely: ClassVar[bool] = False

    def __init__(self, server: SmtpSettings) -> None:
        self.server = server

    def send(self, mail: OutgoingMail) -> None:
        """Hands the mail to the server and waits for its answer."""
        try:
            content = bytes(written(mail))
        except ValueError as error:
            raise NotTaken(str(error), for_good=True) from error
        client = self._envelope(mail)
        try:
            code, answer = client.data(content)
        except smtplib.SMTPDataError as refusal:
            raise _refused(refusal.smtp_code, refusal.smtp_error) from refusal
        except (OSError, smtplib.SMTPException) as error:
            raise NobodyKnows(str(error) or type(error).__name__) from error
        finally:
            with suppress(OSError, smtplib.SMTPException):
                client.putcmd("quit")  # not waited for: the mail is taken, and a slow goodbye must not put that in doubt
            client.close()
        if code != 250:
            raise _refused(code, answer)

    def _envelope(self, mail: OutgoingMail) -> smtplib.SMTP:
        try:
            client = self._connected()
        except smtplib.SMTPResponseException as refusal:
            raise NotTaken(_words(refusal.smtp_code, refusal.smtp_error), for_good=False) from refusal
        except (OSError, smtplib.SMTPException) as error:
            raise NotTaken(str(error) or type(error).__name__, for_good=False) from error
        try:
            for code, answer in (client.mail(mail_from()), client.rcpt(mail.to)):
                if code not in (250, 251):
                    raise _refused(code, answer)
        except UnicodeEncodeError as error:
            client.close()
            raise NotTaken("the address holds letters that mail servers don't take", for_good=True) from error
        except (OSError, smtplib.SMTPException) as error:
            client.close()
            raise NotTaken(str(error) or type(error).__name__, for_good=False) from error
        except NotTaken:
            client.close()
            raise
        return client

    def _connected(self) -> smtplib.SMTP:
        server = self.server
        if server.tls is Tls.ALWAYS:
            client: smtplib.SMTP = smtplib.SMTP_SSL(
                server.host, server.port, timeout=server.timeout, context=ssl.create_default_context()
            )
        else:
            client = smtplib.SMTP(server.host, server.port, timeout=server.timeout)
        try:
            if server.tls is Tls.STARTTLS:
                client.starttls(context=ssl.create_default_context())
            client.ehlo_or_helo_if_needed()
            if server.user:
                client.login(server.user, server.password)
        except BaseException:
            client.close()
            raise
        return client


def _refused(code: int, answer: bytes | str) -> NotTaken:
    return NotTaken(_words(code, answer), for_good=code >= 500)


def _words(code: int, answer: bytes | str) -> str:
    said = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
    return f"{code} {said}"
