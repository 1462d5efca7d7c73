"""A person's own machine: `make up`. Safe defaults, no environment needed."""

from seoulution.config.database import from_url
from seoulution.config.settings.base import *  # noqa: F403
from seoulution.config.settings.base import HOME
from seoulution.postgres import database_url

DEBUG = False
SECRET_KEY = HOME.secret("django")
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
DATABASES = {"default": from_url(database_url(HOME.postgres))}
"""Attachments and secrets live in the same home folder as the database."""

WHITENOISE_USE_FINDERS = True
"""Styles and behaviours are served from where they were built; nothing has to be collected first."""
STATIC_ROOT = HOME.path / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
