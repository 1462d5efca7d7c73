"""Reading a mailbox by IMAP: a letter is marked as seen only once it is kept here, so that a kill in between loses none."""

import imaplib
import logging
import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final

from django.conf import settings

from seoulution.apps.correspondence.services.intake import NoLetter, take_in
from seoulution.config.mail import MailboxSettings, Tls
from seoulution.engine.findings import Finding

logger = logging.getLogger(__name__)

MOST_AT_ONCE: Final = 200
_SIZE: Final = re.compile(rb"RFC822\.SIZE (\d+)")


def fetch(box: MailboxSettings) -> int:
    """Takes in what is unseen; returns how many letters were new. Run again after a kill, it takes in none twice."""
    new = 0
    with _opened(box) as client:
        _status, found = client.uid("SEARCH", "UNSEEN")
        for uid in (found[0] or b"").split()[:MOST_AT_ONCE]:
            new += _one(client, uid.decode("ascii"))
    return new


def _one(client: imaplib.IMAP4, uid: str) -> bool:
    _status, sized = client.uid("FETCH", uid, "(RFC822.SIZE)")
    size = next((int(found[1]) for part in sized if isinstance(part, bytes) and (found := _SIZE.search(part))), 0)
    is_too_large = size > settings.ATTACHMENT_LIMIT_BYTES
    _status, parts = client.uid("FETCH", uid, "(BODY.PEEK[HEADER])" if is_too_large else "(BODY.PEEK[])")
    data = next((part[1] for part in parts if isinstance(part, tuple)), b"")
    try:
        _mail, is_new = take_in(data, how="mailbox", left_behind=Finding("upload.too-large") if is_too_large else None)
    except NoLetter as none:
        logger.warning(
            "Message %s of the mailbox is no letter that can be read (%s); it stays there, seen.", uid, none.finding.code
        )
        is_new = False
    client.uid("STORE", uid, "+FLAGS", r"(\Seen)")
    return is_new


@contextmanager
def _opened(box: MailboxSettings) -> Iterator[imaplib.IMAP4]:
    if box.tls is Tls.ALWAYS:
        client: imaplib.IMAP4 = imaplib.IMAP4_SSL(
            box.host, box.port, ssl_context=ssl.create_default_context(), timeout=box.timeout
        )
    else:
        client = imaplib.IMAP4(box.host, box.port, timeout=box.timeout)
    try:
        if box.tls is Tls.STARTTLS:
            client.starttls(ssl.create_default_context())
        client.login(box.user, box.password)
        status, _answer = client.select(f'"{box.folder}"')
        if status != "OK":
            raise imaplib.IMAP4.error(f"the mailbox has no folder {box.folder}")
        yield client
    finally:
        with suppress(OSError, imaplib.IMAP4.error):
            client.logout()
