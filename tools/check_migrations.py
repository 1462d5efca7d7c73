"""Fails when a model changed without a migration; reads code only, needs no database."""

import os
import sys
import warnings


def main() -> int:
    """0 when models and migrations agree."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "seoulution.config.settings.without_database"
    import django
    from django.core.management import call_command

    warnings.filterwarnings("ignore", message="Got an error checking a consistent migration history")
    django.setup()
    try:
        call_command("makemigrations", "--check", "--dry-run", skip_checks=True, verbosity=1)
    except SystemExit as ended:
        return int(ended.code or 0)
    return 0


if __name__ == "__main__":
    sys.exit(main())
