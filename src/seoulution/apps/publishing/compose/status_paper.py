"""The status of sharing (공유현황) as a paper: the documents' table from live records, with what contradicts it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from seoulution.apps.engagements.models import Engagement
from seoulution.apps.network.models import Correction
from seoulution.apps.publishing.compose.paper import Paper, paragraph, row
from seoulution.apps.publishing.labels import label
from seoulution.engine.dossier.document import Block, BulletList, Document, FactList, Figure, Section, Span, Table
from seoulution.engine.vocabulary import Language, Sector, Stage, Standing
from seoulution.reference.schema import base, programme

COUNTING: tuple[int, ...] = (34, 35, 36, 37, 38)
"""Corrections about what the status table counts and mixes."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Computed from the rows shown, never copied from a paper."""

    countries: int
    places: int
    engagements: int


def counts_of(rows: Sequence[Engagement]) -> Counts:
    """Countries, places and engagements among the rows."""
    return Counts(len({row_.city.country_id for row_ in rows}), len({row_.city_id for row_ in rows}), len(rows))


def status_paper(
    rows: Sequence[Engagement], language: Language, *, world: Figure | None, now: datetime, filters: str = ""
) -> Document:
    """The rows as shown on the page; `filters` says in words how the list was narrowed, `world` is the page's map."""
    with override(language.value):
        paper = Paper(language)
        counts = counts_of(rows)
        in_table = [row_ for row_ in rows if row_.row is not None]
        in_text = [row_ for row_ in rows if row_.row is None]
        blocks: list[Block] = [paragraph(_("Narrowed to: %(filters)s") % {"filters": filters})] if filters else []
        if world is not None:
            blocks.append(world)
        sections = [Section("map", _("At a glance"), tuple(blocks))] if blocks else []
        if in_table:
            sections.append(Section("table", _("Rows of the article’s table 2"), (_table(in_table, paper),)))
        if in_text:
            sections.append(Section("text", _("Told only in the text"), (_table(in_text, paper),)))
        sections.append(Section("contradictions", _("Where the two papers slip"), (_contradictions(paper),)))
        return Document(
            title=_("Status of policy sharing"),
            subtitle=_("Solutions of Seoul shared with cities abroad"),
            language=language,
            facts=FactList(
                (
                    (_("Countries"), (Span(str(counts.countries)),)),
                    (_("Places"), (Span(str(counts.places)),)),
                    (_("Engagements"), (Span(str(counts.engagements)),)),
                    (_("As of"), (Span("2014"),)),
                )
            ),
            sections=tuple(sections),
            citations=paper.citations(),
            built=_("From the records of %(date)s. Facts of 2014 are shown as of 2014.")
            % {"date": formats.date_format(timezone.localtime(now), "DATETIME_FORMAT")},
            identifier="status",
        )


def _table(rows: Sequence[Engagement], paper: Paper) -> Table:
    head = row(_("Region"), _("Country"), _("City"), _("Engagement"), _("Sector"), _("Standing"), _("Stage"), header=True)
    body = []
    for row_ in rows:
        record: programme.Engagement = row_.record
        client = f" ({paper.pick(record.client)})" if record.client else ""
        body.append(
            row(
                paper.pick(record.region),
                paper.pick(row_.city.country.record.name),
                paper.pick(row_.city.record.name) + client,
                (Span(paper.pick(record.name), cite=paper.cite(*record.standing_text.sources)),),
                label(Sector, row_.sector),
                label(Standing, row_.standing),
                label(Stage, row_.stage),
            )
        )
    return Table(_("Status of policy sharing"), (head, *body), (3, 3, 4, 6, 3, 3, 4))


def _contradictions(paper: Paper) -> BulletList:
    found = Correction.objects.filter(code__in=[f"correction-{number}" for number in COUNTING], withdrawn_on=None)
    items = []
    for each in found:
        record: base.Correction = each.record
        known = paper.cite(*record.evidence)
        items.append(
            (
                Span(_("Printed: ") + record.printed + " ", emphasis=True),
                Span((_("Right: ") + record.corrected + " ") if record.corrected else "", strong=True),
                Span(paper.pick(record.reason), cite=known),
            )
        )
    return BulletList(tuple(items))
