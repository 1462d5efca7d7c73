"""Keeps the translations: collects every message, compiles the catalogues, and says what is not translated.

`python -m tools.messages` collects and updates, `--compile` only compiles what changed, `--check` fails on what is missing or fuzzy.
Needs no gettext programs: Babel reads Python, Django's own `templatize` turns templates into something Babel can read.
"""

import argparse
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from babel.messages import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

SOURCE: Final = Path(__file__).resolve().parents[1] / "src" / "seoulution"
LOCALE: Final = SOURCE / "locale"
COMPLETE: Final = ("ko",)
"""Languages besides English in which every message must be translated."""
PUBLIC: Final = ("vi", "id", "es", "fr", "pt", "ru", "mn", "th", "ar")
"""Languages in which every message must be translated that cities and the public read; their catalogues hold no other."""
READ_BY_CITIES: Final = (
    "web/public/",
    "web/city_portal/",
    "web/shared/",
    "apps/accounts/limits",
    "apps/publishing/compose/brochure",
    "apps/publishing/compose/changes",
    "apps/publishing/compose/edition",
    "apps/publishing/compose/headline",
    "apps/publishing/compose/leaflet",
    "apps/publishing/compose/paper.py",
    "apps/publishing/compose/reasons",
    "apps/publishing/compose/receivers",
    "apps/publishing/compose/seoul_then",
    "apps/publishing/compose/solution_paper",
    "apps/publishing/compose/spoken",
    "apps/publishing/compose/status_paper",
    "apps/publishing/compose/whole_story",
    "apps/publishing/edition_words.py",
    "apps/publishing/finding_texts_for_cities.py",
    "apps/publishing/indicator_words.py",
    "apps/publishing/labels.py",
    "apps/publishing/part_titles.py",
    "apps/publishing/quoting.py",
    "apps/publishing/standing_signs",
)
STAFF_ONLY: Final = (
    "gallery",
    "web/shared/editorial",
    "web/shared/claim_",
    "web/shared/templates/shared/editorial",
    "choose_password",
    "web/shared/calendar",
    "web/shared/templates/shared/calendar",
    "web/shared/tags/bell",
    "web/shared/people_near",
    "web/shared/signing",
    "web/shared/templates/shared/signing/",
    "web/shared/templates/shared/account/",
    "web/shared/templates/shared/why.html",
    "web/shared/templates/shared/sign_in.html",
)
KEYWORDS: Final = {
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "_": None,
}


def messages() -> Iterator[tuple[str, int, str | tuple[str, ...], str | None]]:
    """Every message of the package: place, line, text (or singular and plural), context."""
    import django
    from django.conf import settings

    if not settings.configured:
        settings.configure(USE_I18N=False)
        django.setup()
    from django.utils.translation.template import templatize

    for path in sorted(SOURCE.rglob("*")):
        if path.suffix not in (".py", ".html", ".txt") or "migrations" in path.parts or "node_modules" in path.parts:
            continue
        text = path.read_text(encoding="utf-8")
        if path.suffix != ".py":
            if "templates" not in path.parts:
                continue
            text = templatize(text, origin=str(path))
        place = str(path.relative_to(SOURCE))
        for line, message, _comments, context in extract("python", io.BytesIO(text.encode()), keywords=KEYWORDS):
            yield place, line, message, context


def catalogue_files() -> list[Path]:
    """Every catalogue of the package, ours and those of single apps."""
    return sorted(SOURCE.rglob("locale/*/LC_MESSAGES/django.po"))


def collect(language: str = "") -> Catalog:
    """All messages, or those that a catalogue of `language` holds, as a template without translations."""
    held = held_by(language) if language in PUBLIC else None
    template = Catalog(charset="utf-8")
    for place, _line, message, context in messages():
        if held is None or (context, _first(message)) in held:
            template.add(message, locations=[(place, 0)], context=context)
    return template


def held_by(language: str) -> set[tuple[str | None, str]]:
    """What cities and the public read, and what was translated besides: nothing that somebody wrote is thrown away."""
    read = {(context, _first(text)) for place, _line, text, context in messages() if is_read_by_cities(place)}
    return read | _done(language)


def is_read_by_cities(place: str) -> bool:
    """Whether a file's messages reach a city or the public."""
    return place.startswith(READ_BY_CITIES) and not any(part in place for part in STAFF_ONLY)


def update(language: str) -> None:
    """Adds new messages and marks vanished ones in one language's catalogue."""
    path = LOCALE / language / "LC_MESSAGES" / "django.po"
    catalogue = _read(path, language)
    catalogue.update(collect(language), no_fuzzy_matching=True, keep_user_comments=False)
    catalogue.obsolete.clear()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as handle:
        write_po(handle, catalogue, width=128, omit_header=False, sort_output=True, no_location=False, include_lineno=False)


def _read(path: Path, language: str) -> Catalog:
    if not path.is_file():
        return Catalog(locale=language, charset="utf-8", project="seoulution")
    with path.open("rb") as handle:
        return read_po(handle, locale=language)


def compile_changed() -> int:
    """Writes the .mo beside each .po that is newer; returns how many."""
    count = 0
    for path in catalogue_files():
        target = path.with_suffix(".mo")
        if target.is_file() and target.stat().st_mtime >= path.stat().st_mtime:
            continue
        with target.open("wb") as handle:
            write_mo(handle, _read(path, path.parts[-3]))
        count += 1
    return count


def untranslated(language: str) -> list[str]:
    """Messages that must be there and have no finished translation in any catalogue of the language."""
    done = _done(language)
    wanted = {
        (context, _first(text)): place
        for place, _line, text, context in messages()
        if language in COMPLETE or is_read_by_cities(place)
    }
    return sorted(f"{place}: {text}" for (context, text), place in wanted.items() if (context, text) not in done)


def _done(language: str) -> set[tuple[str | None, str]]:
    done: set[tuple[str | None, str]] = set()
    for path in catalogue_files():
        if path.parts[-3] == language:
            for message in _read(path, language):
                strings = message.string if isinstance(message.string, tuple) else (message.string,)
                if message.id and all(strings) and not message.fuzzy:
                    done.add((message.context, _first(message.id)))
    return done


def _first(text: str | tuple[str, ...] | list[str]) -> str:
    return text if isinstance(text, str) else text[0]


def main() -> int:
    """Exit code 1 when a check finds something missing."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--compile", action="store_true")
    parser.add_argument("--check", action="store_true")
    chosen = parser.parse_args()
    if chosen.check:
        missing = [f"{language}: {line}" for language in (*COMPLETE, *PUBLIC) for line in untranslated(language)]
        print("\n".join(missing) or f"Translations complete: {', '.join(COMPLETE)}; where cities read: {', '.join(PUBLIC)}")
        return 1 if missing else 0
    if not chosen.compile:
        for language in (*COMPLETE, *PUBLIC):
            update(language)
    compile_changed()
    return 0


if __name__ == "__main__":
    sys.exit(main())
