"""`seoulution WORD …`: everything that is done from a terminal."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Final

from seoulution.commands.django_ready import CommandRefused
from seoulution.config.env import SettingRefused
from seoulution.postgres.errors import PostgresError
from seoulution.reference.refusal import ReferenceRefused

WORDS: Final = ("up", "worker", "load", "request", "match", "dossier", "person", "doctor")
"""One module of `seoulution.commands` each; it is imported only when its word is used, so that help stays quick."""

SUMMARIES: Final = {
    "up": "set up what is missing and serve the site",
    "worker": "send mail, write digests and reminders, read the mailbox",
    "load": "load the reference data and refresh the search index",
    "request": "take in a request of a city",
    "match": "match needs to solutions, with the catalogue on record or with your own files",
    "dossier": "build a cooperation dossier",
    "person": "add a person or give a new one-time password",
    "doctor": "say what is well and what is not on this installation",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one word. Refusals are one clear line and exit code 1; wrong usage is 2."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    parser = argparse.ArgumentParser(prog="seoulution", description="From a city's request to a cooperation dossier.")
    words = parser.add_subparsers(dest="word", required=True, metavar="WORD")
    used = given[0] if given and given[0] in WORDS else None
    for word in WORDS:
        if word == used:
            import_module(f"seoulution.commands.{word}").register(words)
        else:
            words.add_parser(word, help=SUMMARIES[word])
    chosen = parser.parse_args(given)
    try:
        return int(chosen.run(chosen))
    except KeyboardInterrupt:
        return 130
    except (CommandRefused, SettingRefused, ReferenceRefused, PostgresError) as refusal:
        print(f"seoulution: {refusal}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
