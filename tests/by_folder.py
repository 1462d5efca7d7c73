"""How `make test` shares the tests between its workers: by file, and some folders whole.

A folder whole stays in one worker: what kills servers or drives a browser never meets itself, and what reads the whole checkout
reads it once. The longest go first, so that no worker ends alone.
"""

from pathlib import PurePosixPath
from typing import Any, Final

import pytest
from xdist.scheduler import LoadScopeScheduling

WHOLE: Final = ("tests/postgres", "tests/journeys", "tests/repository")
IN_A_BROWSER: Final = "_in_browser.py"
FIRST: Final = ("tests/postgres", "tests/trust/test_access.py", "tests/repository", "tests/journeys", "tests/trust")
"""The first worker kills servers, which needs no tables, while the second builds the database for both."""


def share_of(nodeid: str) -> str:
    """What stays together: a folder kept whole, everything that drives a browser, or a file."""
    file = nodeid.partition("::")[0]
    if file.endswith(IN_A_BROWSER):
        return "tests/journeys"
    return next((folder for folder in WHOLE if PurePosixPath(file).is_relative_to(folder)), file)


def place(item: pytest.Item) -> int:
    """Where a test stands in the order of shares."""
    share = share_of(item.nodeid)
    return next((number for number, name in enumerate(FIRST) if PurePosixPath(share).is_relative_to(name)), len(FIRST))


class ByFolder(LoadScopeScheduling):
    """Hands out one share after another, in the order of collection."""

    def __init__(self, config: pytest.Config, log: Any = None) -> None:
        super().__init__(config, log)
        config.option.loadscopereorder = False

    def _split_scope(self, nodeid: str) -> str:
        return share_of(nodeid)
