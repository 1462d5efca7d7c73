import io
import logging

import pytest

from seoulution.web.shared.log_filter import HideStatusLinks

pytestmark = pytest.mark.trust
TOKEN = "q7Xw" + "A_-9" * 10


class _Request:
    """What Django hands to its loggers: an object whose text holds the path."""

    def __repr__(self) -> str:
        return f"<WSGIRequest: GET '/c/{TOKEN}/'>"


@pytest.fixture
def log() -> tuple[logging.Logger, io.StringIO]:
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.addFilter(HideStatusLinks())
    logger = logging.Logger("test")
    logger.addHandler(handler)
    return logger, written


@pytest.mark.parametrize(
    ("message", "arguments"),
    [
        (f"Not Found: /c/{TOKEN}/", ()),
        ("%s: %s", ("Not Found", f"/c/{TOKEN}/")),
        ("%(path)s", ({"path": f"/c/{TOKEN}/"},)),
        ("broke: %r", (_Request(),)),
        ("Referer https://host/c/%s", (f"x/c/{TOKEN}?a=1",)),
    ],
)
def test_the_secret_never_reaches_a_line(
    log: tuple[logging.Logger, io.StringIO], message: str, arguments: tuple[object, ...]
) -> None:
    logger, written = log
    logger.warning(message, *arguments)
    assert "/c/…" in written.getvalue() and TOKEN not in written.getvalue()


def test_the_secret_never_reaches_a_traceback(log: tuple[logging.Logger, io.StringIO]) -> None:
    logger, written = log
    try:
        raise ValueError(f"no page at /c/{TOKEN}/")
    except ValueError:
        logger.exception("broke", stack_info=True)
    assert "ValueError" in written.getvalue() and TOKEN not in written.getvalue()


def test_other_lines_stay_as_they_are(log: tuple[logging.Logger, io.StringIO]) -> None:
    logger, written = log
    logger.warning("%d%% of /cities/%s", 5, "metro-manila")
    assert written.getvalue() == "5% of /cities/metro-manila\n"
