"""Makes Django ready for a command: the developer's settings unless the environment names others."""

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager


class CommandRefused(Exception):
    """A command can't do what was asked; the message says why and what to do next."""


def ready() -> None:
    """Settings, database, translations: everything a command may use."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "seoulution.config.settings.development")
    with keeping_all():
        import django

        django.setup()


@contextmanager
def keeping_all() -> Iterator[None]:
    """For imports: all they make stays. Looking through it for garbage, again and again while it grows, took a quarter of a start."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
