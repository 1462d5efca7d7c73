"""Makes Django ready for a command: the developer's settings unless the environment names others."""

import os


class CommandRefused(Exception):
    """A command can't do what was asked; the message says why and what to do next."""


def ready() -> None:
    """Settings, database, translations: everything a command may use."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "seoulution.config.settings.development")
    import django

    django.setup()
