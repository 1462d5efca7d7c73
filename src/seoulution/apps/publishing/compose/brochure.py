"""The brochure of a sector: what it offers, each of its solutions on pages of its own, and whom to ask."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.publishing.compose.headline import chart, headline_facts
from seoulution.apps.publishing.compose.paper import Paper, row
from seoulution.apps.publishing.compose.receivers_map import receivers_map
from seoulution.apps.publishing.compose.solution_paper import TITLES
from seoulution.apps.publishing.compose.spoken import Spoken, spoken
from seoulution.apps.publishing.compose.whole_story import (
    Addresses,
    at_a_glance,
    conditions,
    linked,
    publisher,
    story,
    translation_words,
)
from seoulution.apps.publishing.labels import label
from seoulution.engine.dossier.document import (
    Block,
    BulletList,
    Document,
    FactList,
    Layout,
    Paragraph,
    Section,
    Span,
    Table,
)
from seoulution.engine.vocabulary import Language, Sector
from seoulution.reference.schema.catalogue import SectionKey

COVER_FIGURES: Final = 3


def sector_solutions(sector: Sector) -> list[PolicySolution]:
    """What a sector offers today, best evidence first; archived and withdrawn solutions are left out."""
    offered = PolicySolution.objects.offered().filter(sector=sector.value)
    return list(offered.select_related("owner").order_by("evidence_grade", "name_en", "code"))


def brochure(sector: Sector, language: Language, addresses: Addresses, *, now: datetime) -> Document:
    """The brochure. Whoever prints it asks `quoting.printing_findings` with its claims first.

    raises LookupError : the sector offers no solution
    """
    with override(language.value):
        paper = Paper(language, today=timezone.localdate(now))
        told = spoken(paper, sector_solutions(sector))
        if not told:
            raise LookupError(f"no solution is offered in {sector}")
        facts = FactList(tuple(fact for each in told for fact in headline_facts(each, 1).facts)[:COVER_FIGURES])
        name = label(Sector, sector)
        sections = (_offer(told), *(_solution(each, addresses) for each in told), _back(told, addresses))
        built = formats.date_format(timezone.localtime(now), "DATE_FORMAT")
        return Document(
            title=name,
            subtitle=_("What Seoul did, what changed by how much, and what another city would need."),
            language=language,
            facts=facts,
            sections=sections,
            citations=paper.citations(),
            built=_("From the records of %(date)s. Facts of 2014 are shown as of 2014.") % {"date": built},
            identifier=f"brochure-{sector}-{language}",
            dated=timezone.localdate(now),
            layout=Layout.BROCHURE,
            claims=paper.register.used(),
            publisher=publisher(),
            sector=sector,
        )


def _offer(told: Sequence[Spoken]) -> Section:
    head = row(_("Solution"), _("Result"), _("Evidence"), header=True)
    body = [
        row(
            (Span(each.plain("name", each.record.name), strong=True),),
            each.cited("result", each.record.result),
            _("grade %(grade)s") % {"grade": each.solution.evidence_grade},
        )
        for each in told
    ]
    blocks: list[Block] = [
        Paragraph(
            (Span(_("Each of these solutions can be taken over in steps, beginning at the level that fits your city.")),)
        ),
        Table(_("Solutions of this sector"), (head, *body), (3, 6, 1.4)),
    ]
    title = _("Where they were shared")
    if figure := receivers_map(told, title):
        blocks.append(figure)
    return Section("offer", _("What this sector offers"), tuple(blocks))


def _solution(told: Spoken, addresses: Addresses) -> Section:
    record = told.record
    blocks: list[Block] = [Paragraph(told.cited("result", record.result))]
    facts = headline_facts(told)
    blocks += [facts] if facts.facts else []
    if figure := chart(told):
        blocks.append(figure)
    address = linked(addresses.solution(record.code))
    blocks += [at_a_glance(told), Paragraph((Span(_("Full text") + ": "), address))]
    parts = [*story(told), *_use(told)]
    return Section(record.code, told.plain("name", record.name), tuple(blocks), tuple(parts))


def _use(told: Spoken) -> Iterator[Section]:
    record = told.record
    if record.levels:
        items = tuple(
            (
                Span(_("Level %(level)s: ") % {"level": level.level}, strong=True),
                *told.text(f"levels.{level.level}", level.text),
            )
            for level in record.levels
        )
        yield Section(f"{record.code}.levels", _("Levels by stage of development"), (BulletList(items),))
    if blocks := conditions(told):
        yield Section(f"{record.code}.conditions", _("What must be in place"), blocks)
    if blocks := tuple(_shared(told)):
        yield Section(f"{record.code}.shared", str(TITLES[SectionKey.SHARED]), blocks)
    if text := record.sections.get(SectionKey.CONTACT):
        spans = told.cited("sections.contact", text)
        yield Section(f"{record.code}.contact", str(TITLES[SectionKey.CONTACT]), (Paragraph(spans),))


def _shared(told: Spoken) -> Iterator[Block]:
    title = str(TITLES[SectionKey.SHARED])
    if figure := receivers_map([told], title):
        yield figure
    if told.record.shared:
        head = row(_("Place"), _("When"), _("What"), header=True)
        body = [
            row(
                (told.as_recorded(shared.place),),
                shared.year,
                told.text(f"shared.{number}", shared.text, *shared.sources),
            )
            for number, shared in enumerate(told.record.shared, start=1)
        ]
        yield Table(_("Places that received it, or part of it"), (head, *body), (3, 2, 7))


def _back(told: Sequence[Spoken], addresses: Addresses) -> Section:
    facts = ((_("Ask Seoul"), (linked(addresses.ask),)), (_("All solutions"), (linked(addresses.solutions),)))
    notes = [(each.plain("name", each.record.name), words) for each in told if (words := translation_words(each))]
    items = tuple((Span(f"{name}: ", strong=True), Span(words)) for name, words in notes)
    translated = (Section("translation", _("About this translation"), (BulletList(items),)),) if items else ()
    blocks: tuple[Block, ...] = (
        Paragraph((Span(_("Write in your own language which problem your city has. The office answers.")),)),
        FactList(facts),
        Paragraph(
            (Span(_("Evidence grades run from A, measured before and after, to D, no result on record."), emphasis=True),)
        ),
    )
    return Section("back", str(TITLES[SectionKey.CONTACT]), blocks, translated)
