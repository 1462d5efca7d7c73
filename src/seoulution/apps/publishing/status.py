"""The rows of the status of sharing (공유현황) as of a day, in the order and with the merged cells of the documents' own table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from django.db.models import Count, QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from seoulution.apps.engagements.access import shown_to_all
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.past import standings_of
from seoulution.apps.publishing.labels import label
from seoulution.apps.publishing.region_words import REGIONS
from seoulution.engine.engagements.standing import Certainty, Presence, StandingOn
from seoulution.engine.vocabulary import Ending, Stage, Standing

COUNTING: Final[tuple[int, ...]] = (34, 35, 36, 37, 38)
"""Corrections about what the status table counts and mixes."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Computed from the rows shown, never copied from a paper."""

    countries: int
    places: int
    engagements: int


@dataclass(frozen=True, slots=True)
class StatusLine:
    """One engagement on one day, in the reader's words.

    region_rows, country_rows, city_rows : over how many rows the cell reaches; 0 where the cell above covers it
    """

    row: Engagement
    on: StandingOn
    region: str
    client: str
    region_rows: int = 1
    country_rows: int = 1
    city_rows: int = 1


def counts_of(rows: Iterable[Engagement]) -> Counts:
    """Countries, places and engagements among the rows."""
    found = list(rows)
    return Counts(len({row.city.country_id for row in found}), len({row.city_id for row in found}), len(found))


def counted(rows: QuerySet[Engagement]) -> Counts:
    """The same counted by the database, for lists of any length."""
    places = Count("city", distinct=True)
    found = rows.order_by().aggregate(countries=Count("city__country", distinct=True), places=places, engagements=Count("pk"))
    return Counts(**found)


def lines_of(rows: Sequence[Engagement], day: date, *, today: date, merged: bool = True) -> list[StatusLine]:
    """The rows in their order; neighbours of one region, country and city share their cells where `merged`."""
    on = standings_of(rows, day, today=today)
    papers = _papers_regions() if any(not row.is_told for row in rows) else {}
    lines = [StatusLine(row, on[row.pk], _region(row, papers), _client(row)) for row in rows]
    return grouped(lines) if merged else lines


def standing_words(on: StandingOn) -> str:
    """How far it was: the standing, or its end, or that nobody knows."""
    if on.ending is not None:
        return label(Ending, on.ending)
    if on.standing is not None:
        return label(Standing, on.standing)
    return _("Not known")


def stage_words(on: StandingOn) -> str:
    """The stages that ran side by side, or the last one where none ran."""
    if not on.stages:
        return _("Not known")
    said = ", ".join(label(Stage, stage) for stage in on.stages)
    return _("after: %(stage)s") % {"stage": said} if on.presence is Presence.BETWEEN else said


def certainty_words(on: StandingOn) -> str:
    """What the answer rests on."""
    if on.presence is Presence.STAGE_NOT_KNOWN:
        if on.certainty is Certainty.NOT_KNOWN:
            return _("Begun around then; the exact day is not known.")
        return _("Begun by then; its stage on this day is not known.")
    return _("As the documents of 2014 tell it.") if on.certainty is Certainty.TOLD else _("By the records of the office.")


def corrections_of(row: Engagement) -> tuple[int, ...]:
    """Numbers of the corrections that touch the row."""
    return tuple(row.told.corrections) if row.told else ()


def _client(row: Engagement) -> str:
    said = row.told.client if row.told else None
    return _pick(said) if said else row.client


def _region(row: Engagement, papers: dict[int, Any]) -> str:
    """As the papers name it, also for a new engagement in a country they name; otherwise by the country's region."""
    words = row.told.region if row.told else papers.get(row.city.country_id)
    return _pick(words) if words else str(REGIONS[row.city.country.region])


def _papers_regions() -> dict[int, Any]:
    rows = shown_to_all().exclude(shipped_digest="").order_by("-row").select_related("city")
    return {row.city.country_id: row.told.region for row in rows.defer("city__data") if row.told}


def _pick(words: Any) -> str:
    said: str = words.ko if (get_language() or "").startswith("ko") else words.en
    return said


def grouped(lines: Sequence[StatusLine]) -> list[StatusLine]:
    """The lines with their cells merged anew."""
    regions = _runs([line.region for line in lines])
    countries = _runs([(line.region, line.row.city.country_id) for line in lines])
    cities = _runs([(line.region, line.row.city_id, line.client) for line in lines])
    return [
        replace(line, region_rows=region, country_rows=country, city_rows=city)
        for line, region, country, city in zip(lines, regions, countries, cities, strict=True)
    ]


def _runs(keys: Sequence[object]) -> list[int]:
    """For each key how many equal ones follow with it, and 0 within a run."""
    lengths = [0] * len(keys)
    start = 0
    for place, key in enumerate(keys):
        if place and key != keys[place - 1]:
            start = place
        lengths[start] += 1
    return lengths
