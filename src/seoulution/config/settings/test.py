"""The test suite: a real PostgreSQL of its own, quick password hashing, no lock-out by accident."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("SEOULUTION_HOME", str(Path(tempfile.gettempdir()) / f"seoulution-test-{os.getuid()}"))

from seoulution.config.database import from_url
from seoulution.config.settings.base import *  # noqa: F403
from seoulution.config.settings.base import HOME
from seoulution.postgres import database_url

SECRET_KEY = "only-for-tests-never-in-production"  # noqa: S105
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
DATABASES = {"default": from_url(database_url(HOME.postgres))}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
AXES_ENABLED = False
"""Lock-out has its own tests, which switch it on."""
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
