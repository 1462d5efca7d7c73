"""Keeps private status links out of every log line."""

import logging
import re
from typing import Final

_LINK: Final = re.compile(r"(/c/)[A-Za-z0-9_\-]{20,}")


class HideStatusLinks(logging.Filter):
    """Replaces the secret part of `/c/<secret>` in messages, arguments and exception text."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = _LINK.sub(r"\1…", str(record.msg))
        if isinstance(record.args, tuple):
            record.args = tuple(_LINK.sub(r"\1…", arg) if isinstance(arg, str) else arg for arg in record.args)
        if record.exc_text:
            record.exc_text = _LINK.sub(r"\1…", record.exc_text)
        return True
