"""`python -m bench [up] [dossier] [match] [search] [page_cost] [pages] [mail_kills] [write_kills] [engagement_lists]`: measures, prints, and keeps docs/reference/benchmarks.md with `--write`."""

import argparse
import os
import platform
import sys
from datetime import date
from importlib import import_module
from pathlib import Path

from bench.table import printed

QUESTIONS = {
    "up": "Seconds from the command to a page that answers",
    "dossier": "From a text to a paper",
    "match": "Matching needs to solutions",
    "search": "Search: quality beside its peers, and 5,000 solutions in two languages",
    "page_cost": "Processor time of a page",
    "pages": "Pages under 8 connections",
    "mail_kills": "Mail whose senders are killed",
    "write_kills": "Writes whose server is killed",
    "engagement_lists": "Lists of 100,000 engagements with 2,000,000 rows of history",
}
PAGE = Path(__file__).resolve().parents[1] / "docs" / "reference" / "benchmarks.md"


def main() -> int:
    """Runs the questions asked for, all by default."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("questions", nargs="*", choices=[*QUESTIONS, []])
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    parts = []
    for name in chosen.questions or list(QUESTIONS):
        parts.append(printed(QUESTIONS[name], import_module(f"bench.{name}").measured()))
        print(parts[-1] + "\n", flush=True)
    if chosen.write:
        head = (
            "# Benchmarks\nMeasured by `make bench` on the machine named below; read the ratios, not the absolutes. "
            "Where we lose, it stands here as well.\n\n"
            f"{date.today().isoformat()}, {os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}, "
            f"load average before the run {os.getloadavg()[0]:.1f}.\n\n"
        )
        PAGE.write_text(head + "\n\n".join(parts) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
