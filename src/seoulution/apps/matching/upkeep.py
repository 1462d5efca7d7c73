"""Keeps the search index in step with the texts, beside the requests that changed them."""

import logging
import threading

from django.db import connection, transaction

logger = logging.getLogger(__name__)
_one_at_a_time = threading.Lock()
_asked = threading.Event()


def refresh_in_background() -> None:
    """Once the change of this transaction is committed, what it touched is read anew in a thread of its own."""
    transaction.on_commit(_start)


def _start() -> None:
    _asked.set()
    threading.Thread(target=_refresh, name="search-index", daemon=True).start()


def _refresh() -> None:
    """One thread works; a change that comes meanwhile makes it go round once more."""
    from seoulution.apps.matching.services.indexing import index_passages

    with _one_at_a_time:
        try:
            while _asked.is_set():
                _asked.clear()
                index_passages()
        except Exception:
            logger.exception("The search index could not be brought up to date; `seoulution load` does it again.")
        finally:
            connection.close()
