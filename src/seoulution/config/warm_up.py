"""Gets a fresh server process ready beside its first requests: encoders, search index, typesetter. A failure only costs time later."""

import logging
import threading

from seoulution.config.collector import leave_out_what_is_loaded

logger = logging.getLogger(__name__)


def warm_up_in_background() -> None:
    """Returns at once; whoever asks meanwhile waits no longer than without it."""
    threading.Thread(target=_warm_up, name="warm-up", daemon=True).start()


def _warm_up() -> None:
    from django.db import connection

    from seoulution.apps.matching.search import search
    from seoulution.formats.typst_worker import worker

    try:
        search("water leaks from old pipes", "en")
        search("낡은 관에서 물이 샌다", "ko")
        worker().warm()
    except Exception:
        logger.exception("Warming up failed; the first search and the first PDF will take longer.")
    finally:
        connection.close()
        leave_out_what_is_loaded()
