"""One solution on one sheet of paper, both sides at most: longer texts keep their first whole sentences, and the sheet says so."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.publishing.compose.headline import chart, headline_facts
from seoulution.apps.publishing.compose.paper import Paper
from seoulution.apps.publishing.compose.receivers_map import receivers_map
from seoulution.apps.publishing.compose.solution_paper import TITLES
from seoulution.apps.publishing.compose.spoken import Spoken, spoken
from seoulution.apps.publishing.compose.whole_story import (
    Addresses,
    conditions,
    publisher,
    story,
    translation_words,
    whom_to_ask,
)
from seoulution.engine.dossier.document import Document, Layout, Paragraph, Section, Span
from seoulution.engine.vocabulary import Language, Sector
from seoulution.reference.schema.catalogue import SectionKey

RESULT_ROOM: Final = 210
TEXT_ROOM: Final = 580
"""Letters of one column of the front; `shortening.whole_sentences` says how they are counted."""
CONTACT_ROOM: Final = 220
MOST_CONDITIONS: Final = 5


def leaflet(solution: PolicySolution, language: Language, addresses: Addresses, *, now: datetime) -> Document:
    """The sheet. Whoever prints it asks `quoting.printing_findings` with its claims first."""
    with override(language.value):
        paper = Paper(language, today=timezone.localdate(now))
        (told,) = spoken(paper, [solution])
        record = told.record
        facts = headline_facts(told)
        title = told.plain("name", record.name)
        subtitle = told.plain("result", record.result, most=RESULT_ROOM)
        sections = tuple(_sections(told, addresses))
        built = formats.date_format(timezone.localtime(now), "DATE_FORMAT")
        return Document(
            title=title,
            subtitle=subtitle,
            language=language,
            facts=facts,
            sections=sections,
            citations=paper.citations(),
            built=_("From the records of %(date)s. Facts of 2014 are shown as of 2014.") % {"date": built},
            identifier=f"leaflet-{record.code}-{language}",
            dated=timezone.localdate(now),
            layout=Layout.LEAFLET,
            claims=paper.register.used(),
            publisher=publisher(),
            sector=Sector(record.sector),
        )


def _sections(told: Spoken, addresses: Addresses) -> Iterator[Section]:
    yield Section("story", _("From the problem to the result"), (), tuple(story(told, most=TEXT_ROOM)))
    if figure := chart(told):
        yield Section("change", _("Before and after"), (figure,))
    uses = []
    if blocks := conditions(told, MOST_CONDITIONS):
        uses.append(Section("conditions", _("What must be in place"), blocks))
    where = _shared(told)
    contact = whom_to_ask(told, addresses, CONTACT_ROOM)
    if notes := " ".join(_notes(told)):
        contact = (*contact, Paragraph((Span(notes, emphasis=True),)))
    uses.append(Section("contact", str(TITLES[SectionKey.CONTACT]), contact))
    yield Section("use", _("For your city"), (), tuple(uses))
    if where is not None:
        yield where


def _notes(told: Spoken) -> Iterator[str]:
    if told.shortened:
        yield _("This leaflet shortens the text.")
    if words := translation_words(told):
        yield words


def _shared(told: Spoken) -> Section | None:
    title = str(TITLES[SectionKey.SHARED])
    figure = receivers_map([told], title, sourced=False)
    return Section("shared", title, (figure,)) if figure else None
