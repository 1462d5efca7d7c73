"""`seoulution dossier`: a cooperation dossier from a text and a city, or from a stored request."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from seoulution.commands.django_ready import CommandRefused, ready

if TYPE_CHECKING:
    from seoulution.apps.cities.models import City
    from seoulution.apps.publishing.case import Case

_LARGEST_BYTES = 2_000_000


def register(words: Any) -> None:
    """Adds the word to the command line."""
    parser = words.add_parser("dossier", help="build a cooperation dossier")
    given = parser.add_mutually_exclusive_group(required=True)
    given.add_argument("--text", help="what the city asks, in any language")
    given.add_argument("--file", type=Path, help="a file with what the city asks (UTF-8)")
    given.add_argument("--request", help="code of a stored request")
    parser.add_argument("--city", help="code or any name of the city, e.g. metro-manila")
    parser.add_argument("--language-of-text", default="", help="if known: ko, en, vi, id, es, fr, pt, ru, mn, th, ar")
    parser.add_argument("--lang", choices=("ko", "en"), default="en", help="language of the dossier")
    parser.add_argument("--format", choices=("html", "pdf", "docx", "hwpx", "json"), default="html")
    parser.add_argument("--out", type=Path, help="file to write; standard output if not given")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Writes the file; nothing is stored in the database."""
    ready()
    from seoulution.apps.publishing.compose.dossier import dossier
    from seoulution.engine.vocabulary import Language
    from seoulution.formats import produce

    made = produce(dossier(_case(chosen), Language(chosen.lang)), chosen.format)
    for finding in made.findings:
        print(f"seoulution: note: {finding.code} {finding.subject} {dict(finding.parameters)}", file=sys.stderr)
    if chosen.out is None:
        sys.stdout.buffer.write(made.content)
    else:
        _write(chosen.out, made.content)
        print(f"{chosen.out}: {len(made.content):,} bytes", file=sys.stderr)
    return 0


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all: a full disk leaves an older file of that name as it was."""
    partial = path.with_name(f".{path.name}.partial")
    try:
        partial.write_bytes(content)
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise CommandRefused(
            f"{path} could not be written ({error.strerror}). Nothing was changed; choose another place with --out."
        ) from error


def _case(chosen: argparse.Namespace) -> "Case":
    from django.utils import timezone

    from seoulution.apps.demand.models import SharingRequest
    from seoulution.apps.publishing.gather import case_of_request, case_of_text
    from seoulution.formats.cleaning import clean_text

    now, today = timezone.now(), timezone.localdate()
    if chosen.request:
        row = SharingRequest.objects.filter(code=chosen.request).first()
        if row is None:
            raise CommandRefused(f"no request has the code {chosen.request!r}. Codes are listed at /office/requests/")
        return case_of_request(row, today=today, now=now)
    if not chosen.city:
        raise CommandRefused("a text needs a city: --city metro-manila")
    city = city_or_refusal(chosen.city)
    text = clean_text(text_in(chosen.file) if chosen.file else chosen.text)
    return case_of_text(text, city, chosen.city, declared=chosen.language_of_text, today=today, now=now)


def city_or_refusal(name: str) -> "City":
    """The city of a code or name; a near miss is answered with suggestions."""
    from seoulution.apps.cities.queries import cities_suggested, city_named

    city = city_named(name)
    if city is not None:
        return city
    near = cities_suggested(name)
    hint = (
        "Did you mean: " + ", ".join(f"{row.name_en} ({row.code})" for row in near) + "?"
        if near
        else "Codes are listed at /cities/"
    )
    raise CommandRefused(f"no city on record goes by {name!r}. {hint}")


def text_in(path: Path) -> str:
    """The letter in a file; refused where there is none or it is too large."""
    if not path.is_file():
        raise CommandRefused(f"{path} is not a file")
    if path.stat().st_size > _LARGEST_BYTES:
        raise CommandRefused(f"{path} is larger than {_LARGEST_BYTES:,} bytes. Send the part that states the request.")
    return path.read_bytes().decode("utf-8", "replace")
