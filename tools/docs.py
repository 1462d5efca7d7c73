"""Writes the pages of docs/reference/ that come from code; `--check` says which are out of date instead.

`python -m tools.docs` writes. Reads code and reference files only: no database, no server.
"""

import argparse
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

DOCS: Final = Path(__file__).resolve().parents[1] / "docs"


def pages() -> Mapping[str, Callable[[], str]]:
    """Which page is written by what."""
    from tools.pages import access, commands, editorial, engagement_gates, findings, legal_rules, personal_data, roles, stages

    return {
        "reference/roles.md": roles.page,
        "reference/access.md": access.page,
        "reference/stages.md": stages.page,
        "reference/engagement-gates.md": engagement_gates.page,
        "reference/editorial.md": editorial.page,
        "reference/legal-rules.md": legal_rules.page,
        "reference/finding-codes.md": findings.page,
        "reference/personal-data.md": personal_data.page,
        "reference/command-line.md": commands.page,
    }


def written() -> dict[Path, str]:
    """Every generated page as it should be, in English, with Django ready to read models and addresses."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "seoulution.config.settings.without_database")
    import django
    from django.apps import apps
    from django.utils import translation

    if not apps.ready:
        django.setup()
    with translation.override("en"):
        return {DOCS / name: make() for name, make in pages().items()}


def main() -> int:
    """Exit code 1 when a page is out of date and was only to be checked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing, fail when a page is out of date")
    chosen = parser.parse_args()
    stale = {path: text for path, text in written().items() if not path.is_file() or path.read_text(encoding="utf-8") != text}
    if chosen.check:
        print(
            "\n".join(f"{path.relative_to(DOCS.parent)} is out of date. Run: make docs" for path in stale)
            or "Generated docs current"
        )
        return 1 if stale else 0
    for path, text in stale.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(DOCS.parent))
    return 0


if __name__ == "__main__":
    sys.exit(main())
