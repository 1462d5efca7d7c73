"""For checks that read the code only (types, messages, migrations drift): never connects, never starts a server."""

from seoulution.config.settings.base import *  # noqa: F403

SECRET_KEY = "only-for-checks-never-in-production"  # noqa: S105
DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "NAME": "never-connected"}}
