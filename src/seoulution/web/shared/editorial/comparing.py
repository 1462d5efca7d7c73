"""Two texts side by side for a page: what differs, part by part, with the words that changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from seoulution.apps.catalogue.history import other_differences, text_differences
from seoulution.apps.publishing.part_titles import PART_TITLES, path_words
from seoulution.engine.catalogue.differences import Run, word_differences
from seoulution.reference.schema.base import Words
from seoulution.reference.schema.catalogue import PolicySolution


@dataclass(frozen=True, slots=True)
class Compared:
    """One text that differs, in words: its title, and what changed in Korean and in English."""

    path: str
    title: str
    ko: tuple[Run, ...]
    en: tuple[Run, ...]


def compared(before: PolicySolution, after: PolicySolution) -> list[Compared]:
    """Every text that differs between two records."""
    return [
        Compared(each.path, path_words(each.path), *_both(each.before, each.after)) for each in text_differences(before, after)
    ]


def _both(before: Words | None, after: Words | None) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    old, new = (before.ko, before.en) if before else ("", ""), (after.ko, after.en) if after else ("", "")
    return word_differences(old[0], new[0]), word_differences(old[1], new[1])


def also_changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """The parts that differ in more than their words, by title."""
    return [str(PART_TITLES[key]) for key in other_differences(before, after)]


def lines_of(value: Any, at: str = "") -> list[str]:
    """A part that is not running text as lines, so that two of them can be compared word by word: `figure.year: 2013`."""
    if isinstance(value, Mapping):
        return [line for key, held in value.items() for line in lines_of(held, f"{at}.{key}" if at else str(key))]
    if isinstance(value, list | tuple):
        plain = all(not isinstance(held, Mapping | list | tuple) for held in value)
        if plain:
            return [f"{at}: {', '.join(map(str, value))}"] if value else []
        return [line for place, held in enumerate(value, start=1) for line in lines_of(held, f"{at}[{place}]")]
    return [] if value is None or value == "" else [f"{at}: {value}"]
