"""A database address as Django wants it."""

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from seoulution.config.env import SettingRefused


def from_url(url: str) -> dict[str, Any]:
    """Settings for `postgresql://user:password@host:port/name`, also with the socket folder as `?host=`."""
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql"):
        raise SettingRefused(
            f"DATABASE_URL starts with {parts.scheme!r}. Seoulution keeps its data in PostgreSQL: use postgresql://…"
        )
    options = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", None) or unquote(parts.hostname or ""),
        "PORT": str(options.pop("port", None) or parts.port or ""),
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            **options,
            "pool": {"min_size": 1, "max_size": 8, "timeout": 10},
            "prepare_threshold": 0,  # for the standing questions of apps.prepared alone: all others bind their values here
        },
        "TEST": {"NAME": None},
    }
