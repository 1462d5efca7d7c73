"""Says on the terminal what is being done and how long it took."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def step(words: str) -> Iterator[None]:
    """Prints the words, then the seconds; on a failure the words stand alone above the error."""
    print(f"  {words} …", end="", flush=True, file=sys.stderr)
    started = time.perf_counter()
    yield
    print(f" {time.perf_counter() - started:.1f} s", flush=True, file=sys.stderr)


def bar(done: int, total: int, words: str) -> None:
    """A line that fills; ends itself when all is done."""
    width = 24
    filled = width * done // max(total, 1)
    end = "\n" if done >= total else ""
    print(f"\r  {words} [{'█' * filled}{'·' * (width - filled)}] {done}/{total}", end=end, flush=True, file=sys.stderr)
