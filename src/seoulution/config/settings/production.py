"""A city hall's server, behind a TLS proxy. Starts only with real secrets and named hosts."""

from seoulution.config.database import from_url
from seoulution.config.env import SettingRefused, env_flag, env_list, env_text
from seoulution.config.settings.base import *  # noqa: F403
from seoulution.config.settings.base import HOME
from seoulution.postgres import database_url

DEBUG = False
SECRET_KEY = env_text("SECRET_KEY")
if len(SECRET_KEY) < 50 or "insecure" in SECRET_KEY or "only-for-tests" in SECRET_KEY:
    raise SettingRefused("SECRET_KEY is missing, short or a default. Set SECRET_KEY to at least 50 random characters.")
SECRET_KEY_FALLBACKS = env_list("SECRET_KEY_FALLBACKS")
ALLOWED_HOSTS = env_list("ALLOWED_HOSTS")
if not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
    raise SettingRefused("ALLOWED_HOSTS is empty or a wildcard. Set ALLOWED_HOSTS to the host names of this site.")
if env_text("DEBUG") not in ("", "0"):
    raise SettingRefused("DEBUG can't be switched on in production. Remove DEBUG from the environment.")
DATABASES = {"default": from_url(database_url(HOME.postgres))}

SECOND_FACTOR_REQUIRED = env_flag("SECOND_FACTOR_REQUIRED", default=True)

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 63_072_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_NAME = "__Host-csrf"
LANGUAGE_COOKIE_SECURE = True

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
"""Run `django-admin collectstatic` once per release: names carry hashes and files are cached for ever."""
