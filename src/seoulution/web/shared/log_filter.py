"""Keeps private links, of cities and of calendars, out of every log line."""

import logging
import re
from typing import Final

_LINK: Final = re.compile(r"(/(?:c|calendar)/)[A-Za-z0-9_\-]{20,}")
_FORMAT: Final = logging.Formatter()


class HideStatusLinks(logging.Filter):
    """Replaces the secret part of `/c/<secret>` and `/calendar/<secret>` in the message, whatever its arguments are, and in the text of exceptions."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = _LINK.sub(r"\1…", record.getMessage()), None
        if record.exc_info and not record.exc_text:
            record.exc_text = _FORMAT.formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = _LINK.sub(r"\1…", record.exc_text)
        if record.stack_info:
            record.stack_info = _LINK.sub(r"\1…", record.stack_info)
        return True
