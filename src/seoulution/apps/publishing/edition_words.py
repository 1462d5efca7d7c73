"""The sentences of the receiver's edition, in the language that is active; pages and papers say the same."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Protocol

from django.utils.translation import gettext as _

from seoulution.apps.catalogue.languages import SOURCE_LANGUAGES, TranslationState
from seoulution.apps.publishing.compose.solution_paper import TITLES
from seoulution.apps.publishing.editions import CityEdition, Cost
from seoulution.drawing.numbers import grouped, money, year
from seoulution.engine.matching.amounts import Converted
from seoulution.engine.matching.conditions import ConditionState
from seoulution.engine.matching.editions import LevelFit
from seoulution.engine.matching.receivers import Likeness
from seoulution.engine.vocabulary import Language
from seoulution.reference.schema.catalogue import SectionKey


def level_verdict(edition: CityEdition) -> str:
    """Which level fits, and how sure that is."""
    fits = edition.edition.fits
    if not edition.record.levels:
        return _("No levels are written down for this solution yet, so none can be named for your city.")
    if fits is None:
        return _("What each level needs is not written down for this solution yet, so none can be named for your city.")
    return fit_words(fits, len(edition.record.levels))


def fit_words(fits: LevelFit, levels: int) -> str:
    """The level that fits, and what it depends on. `levels` : how many the solution has."""
    values = {"level": fits.level, "levels": levels, "sure": fits.sure}
    if fits.against:
        return (
            _("Level %(level)s of %(levels)s is where your city would begin, but not all that it needs is there yet.") % values
        )
    if not fits.unless:
        return _("Level %(level)s of %(levels)s fits your city, as far as is known.") % values
    if fits.sure is None:
        return _("Level %(level)s of %(levels)s fits your city, unless what is not known yet turns out otherwise.") % values
    return (
        _(
            "Level %(level)s of %(levels)s fits your city, unless what is not known yet turns out otherwise; "
            "level %(sure)s fits in any case."
        )
        % values
    )


def condition_counts(edition: CityEdition) -> str:
    """How many conditions hold, do not, and are open: without plurals, which eleven languages form in eleven ways."""
    found = edition.edition
    counts = {"met": len(found.met), "unmet": len(found.unmet), "unknown": len(found.questions)}
    if not any(counts.values()):
        return _("No condition is written down for this solution yet.")
    return _("Conditions that your city meets: %(met)s; does not meet: %(unmet)s; not known: %(unknown)s.") % counts


def state_words(state: ConditionState) -> str:
    """Met, not met, not known."""
    words = {ConditionState.MET: _("Met"), ConditionState.FAILED: _("Not met"), ConditionState.UNKNOWN: _("Not known")}
    return words[state]


def converted_words(found: Converted | None, per: str, language: str) -> str:
    """A sum in other money, with the year of its rate; empty without one."""
    if found is None:
        return ""
    values = {"money": money(found.money, language) + per, "year": year(found.year, language)}
    return _("about %(money)s at the average rate of %(year)s") % values


def lacking_words(costs: Iterable[Cost]) -> str:
    """Which rates are not on record; empty when none is wanted."""
    wanted = dict.fromkeys(f"{code} {cost.figure.year or ''}".strip() for cost in costs for code in cost.lacking)
    if not wanted:
        return ""
    return _("Not converted, because no exchange rate of the year is on record: %(rates)s.") % {"rates": ", ".join(wanted)}


def likeness_words(likeness: Likeness | None, language: str) -> str:
    """In what a place is like the reader's."""
    if likeness is None:
        return _("How like your city it is can't be said: it is not on record.")
    parts = [_("in your region") if likeness.same_region else _("in another region")]
    if likeness.population:
        parts.append(_("population %(times)s times yours") % {"times": _times(likeness.population, language)})
    else:
        parts.append(_("population can't be compared"))
    if likeness.income:
        parts.append(_("GDP per head of its country %(times)s times yours") % {"times": _times(likeness.income, language)})
    return ", ".join(parts)


def _times(ratio: float, language: str) -> str:
    return grouped(Decimal(f"{ratio:.2g}"), language)


class Shown(Protocol):
    """Something that shows texts of a solution in one language: an edition, or a solution in a brochure."""

    @property
    def language(self) -> Language:
        """Of the reader."""

    def shown_as(self, state: TranslationState) -> tuple[str, ...]:
        """The texts shown that stand in one state of translation."""


def translation_notes(shown: Shown) -> Iterator[tuple[str, str]]:
    """What the reader is told of the translation: (what holds, of which parts); nothing in Korean and English."""
    if shown.language in SOURCE_LANGUAGES:
        return
    told = (
        (TranslationState.MISSING, _("In English, because not translated yet")),
        (TranslationState.MACHINE, _("Translated by a machine, not yet read by a person")),
        (TranslationState.OUTDATED, _("Translated from an older text")),
    )
    for state, words in told:
        if parts := parts_of(shown.shown_as(state)):
            yield words, ", ".join(parts)


def parts_of(paths: Iterable[str]) -> tuple[str, ...]:
    """The parts that texts belong to, as a reader knows them, each once."""
    names = {
        "name": _("Title"),
        "result": _("Summary"),
        "levels": _("Levels"),
        "conditions": _("Conditions"),
        "first_steps": _("First steps"),
        "claims": _("Figures"),
        "shared": _("Who received it"),
        "deliverable": _("What can be delivered"),
        "awards": _("Awards and patents"),
        "patents": _("Awards and patents"),
    }
    found = []
    for path in paths:
        head, _dot, rest = path.partition(".")
        found.append(str(TITLES[SectionKey(rest)]) if head == "sections" else names[head])
    return tuple(dict.fromkeys(found))


def promotional_words(edition: CityEdition) -> str:
    """Which sections do not answer a receiving city yet; empty when all do."""
    if not edition.promotional:
        return ""
    names = ", ".join(str(TITLES[key]) for key in edition.promotional)
    return _("Not yet written for a receiving city, or with praise that no figure proves: %(sections)s.") % {"sections": names}
