"""Every code has words, every word of the glossary has its code, and sentences keep their blanks in Korean."""

import ast
import re
from enum import StrEnum
from typing import Final

from babel.messages.pofile import read_po
from django.utils.translation import override
from tests.repository.tree import ROOT, parsed, python_files
from tools.finding_codes import assembled_raises, codes_in_source, literal_raises
from tools.messages import catalogue_files

from seoulution.apps.publishing.finding_texts import TEXTS
from seoulution.apps.publishing.labels import LABELS
from seoulution.engine import vocabulary
from seoulution.web.shared.choices import LANGUAGE_NAMES
from seoulution.web.shared.tags.records import KINDS

ASSEMBLED: Final = {
    "engine/demand/wording.py": "`wording.<code>` of each rule in reference/wording.yaml, which `codes_in_source` adds",
}
"""Files that put codes together from pieces, and what those pieces are."""
BLANK: Final = re.compile(r"%\((\w+)\)s")


def test_every_finding_code_has_a_sentence() -> None:
    """A code that reached a page without words would be a KeyError there."""
    assert not sorted(set(codes_in_source()) - set(TEXTS))


def test_every_sentence_belongs_to_a_code() -> None:
    """Words for a code that nothing raises any more are left over."""
    assert not sorted(set(TEXTS) - set(codes_in_source()))


def test_every_code_raised_belongs_to_a_known_family() -> None:
    """The search above goes by families: a new one must be added to it."""
    raised, known = literal_raises(), codes_in_source()
    unknown = {code: place for code, place in raised.items() if code not in known}
    assert raised and not unknown


def test_codes_put_together_from_pieces_are_listed() -> None:
    """What can't be read from the source is known by name."""
    assert assembled_raises() == set(ASSEMBLED)


def _korean() -> dict[str, str]:
    """Every message with its Korean, from all catalogues."""
    found: dict[str, str] = {}
    for path in catalogue_files():
        with path.open("rb") as handle:
            catalogue = read_po(handle, locale="ko")
        for message in catalogue if path.parts[-3] == "ko" else ():
            if isinstance(message.id, str) and message.id and isinstance(message.string, str) and not message.fuzzy:
                found[message.id] = message.string or found.get(message.id, "")
    return found


def _english(words: object) -> str:
    with override("en"):
        return str(words)


def test_every_sentence_is_there_in_korean_with_the_same_blanks() -> None:
    """A blank that is missing in one language loses the fact that it carries."""
    korean = _korean()
    sentences = {code: _english(words) for code, words in TEXTS.items()}
    missing = sorted(code for code, text in sentences.items() if not korean.get(text))
    assert not missing, missing
    differing = [code for code, text in sentences.items() if not set(BLANK.findall(korean[text])) <= set(BLANK.findall(text))]
    assert not differing, differing


def test_every_label_is_there_in_korean() -> None:
    """Pages in Korean never show an English code word."""
    korean = _korean()
    proper_names = {"KOICA", "EDCF"}
    missing = sorted(
        {_english(words) for _, words in LABELS} - proper_names - {text for text, words in korean.items() if words}
    )
    assert not missing, missing


def test_every_vocabulary_is_labelled_whole() -> None:
    """A label for some codes of an enum means a label for each. By name: codes of different vocabularies may be spelt alike."""
    labelled = {(type(code).__name__, code.name) for code, _ in LABELS}
    kinds: set[type[StrEnum]] = {type(code) for code, _ in LABELS} | set(KINDS.values())
    missing = sorted({(kind.__name__, member.name) for kind in kinds for member in kind} - labelled)
    assert not missing


def test_every_enum_of_the_vocabulary_is_labelled() -> None:
    """Languages name themselves; all other codes of the vocabulary have their words in the labels."""
    kinds = {
        kind
        for kind in vars(vocabulary).values()
        if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
    }
    assert kinds - {type(code) for code, _ in LABELS} == {vocabulary.Language}
    assert set(LANGUAGE_NAMES) == set(vocabulary.Language)


def _names_in_code() -> set[str]:
    """Classes, enum members and tables, wherever they are defined."""
    found = set()
    for path in python_files("src"):
        for node in parsed(path).body:
            if isinstance(node, ast.ClassDef):
                found.add(node.name)
                found |= {
                    f"{node.name}.{target.id}"
                    for line in node.body
                    if isinstance(line, ast.Assign)
                    for target in line.targets
                    if isinstance(target, ast.Name)
                }
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                found.add(node.target.id)
    return found


def _glossary() -> list[list[str]]:
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("|")]
    return rows[2:]


def test_every_name_of_the_glossary_exists_in_code() -> None:
    """The glossary describes the code there is."""
    rows = _glossary()
    names = {name for row in rows for name in re.findall(r"`([A-Za-z_.]+)`", row[1])}
    assert len(rows) > 20 and not sorted(names - _names_in_code())


def test_no_banned_name_is_a_class_of_ours() -> None:
    """The last column of the glossary is meant."""
    rings = ("src/seoulution/engine", "src/seoulution/apps", "src/seoulution/reference")
    classes = {node.name for path in python_files(*rings) for node in ast.walk(parsed(path)) if isinstance(node, ast.ClassDef)}
    banned = {name for row in _glossary() for name in re.findall(r"`([A-Z][A-Za-z]+)`", row[3])}
    assert banned and not sorted(banned & classes)
