"""`seoulution request`: takes in a request of a city, as the public form does."""

import argparse
import sys
from pathlib import Path
from typing import Any

from seoulution.commands.django_ready import CommandRefused, ready
from seoulution.commands.dossier import text_in


def register(words: Any) -> None:
    """Adds the word to the command line."""
    parser = words.add_parser("request", help="take in a request of a city")
    parser.add_argument("--city", required=True, help="code or any name; a place that is not on record is kept as written")
    given = parser.add_mutually_exclusive_group(required=True)
    given.add_argument("--text")
    given.add_argument("--file", type=Path, help="a text file (UTF-8)")
    parser.add_argument("--language", default="", help="if declared: ko, en, vi, id, es, fr, pt, ru, mn, th, ar")
    parser.add_argument("--name", default="", help="name of the requester")
    parser.add_argument("--office", default="", help="office held by the requester")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Prints the code of the request and the city's private link, which is shown only now."""
    ready()
    from django.utils import timezone

    from seoulution.apps.cities.queries import cities_suggested, city_named
    from seoulution.apps.demand.models import Channel
    from seoulution.apps.demand.services import Incoming
    from seoulution.apps.matching.services import take_in
    from seoulution.engine.vocabulary import Language

    if chosen.language and chosen.language not in set(Language):
        raise CommandRefused(f"{chosen.language!r} is not one of {', '.join(Language)}. Leave --language out to have it found.")
    text = text_in(chosen.file) if chosen.file else chosen.text
    if not text.strip():
        raise CommandRefused("the request has no text. Nothing was kept.")
    incoming = Incoming(
        text=text,
        city_as_written=chosen.city,
        declared_language=chosen.language,
        requester_name=chosen.name,
        requester_role=chosen.office,
    )
    request, token = take_in(incoming, channel=Channel.COMMAND, today=timezone.localdate(), by=None)
    if city_named(chosen.city) is None:
        near = ", ".join(f"{row.name_en} ({row.code})" for row in cities_suggested(chosen.city))
        print(f"note: {chosen.city!r} is not on record; kept as written." + (f" Near: {near}" if near else ""), file=sys.stderr)
    print(f"request {request.code}: {request.needs.count()} needs, language {request.language}")
    print(f"private link for the city, shown only now: /c/{token}/")
    return 0
