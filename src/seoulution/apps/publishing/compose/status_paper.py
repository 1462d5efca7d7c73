"""The status of sharing (공유현황) of a day as a paper, in the documents' own layout, with what contradicts it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from seoulution.apps.network.models import Correction
from seoulution.apps.publishing.compose.paper import Paper, paragraph, row
from seoulution.apps.publishing.labels import label
from seoulution.apps.publishing.status import (
    COUNTING,
    StatusLine,
    corrections_of,
    counts_of,
    grouped,
    stage_words,
    standing_words,
)
from seoulution.engine.dossier.document import Block, BulletList, Cell, Document, FactList, Figure, Section, Span, Table
from seoulution.engine.vocabulary import Language, Sector
from seoulution.reference.schema import base


def status_paper(
    lines: Sequence[StatusLine], language: Language, *, day: date, world: Figure | None, now: datetime, filters: str = ""
) -> Document:
    """The lines as shown on the page; `filters` says in words how the list was narrowed, `world` is the page's map."""
    with override(language.value):
        paper = Paper(language)
        counts = counts_of(line.row for line in lines)
        parts = (
            ("table", _("Rows of the article’s table 2"), [line for line in lines if line.row.row is not None]),
            ("text", _("Told only in the text"), [line for line in lines if line.row.row is None and line.row.is_told]),
            ("since", _("Begun since the documents"), [line for line in lines if not line.row.is_told]),
        )
        blocks: list[Block] = [paragraph(_("Narrowed to: %(filters)s") % {"filters": filters})] if filters else []
        if world is not None:
            blocks.append(world)
        sections = [Section("map", _("At a glance"), tuple(blocks))] if blocks else []
        sections += [Section(key, title, (_table(found, paper),)) for key, title, found in parts if found]
        sections.append(Section("contradictions", _("Where the two papers slip"), (_contradictions(lines, paper),)))
        return Document(
            title=_("Status of policy sharing"),
            subtitle=_("Solutions of Seoul shared with cities abroad"),
            language=language,
            facts=FactList(
                (
                    (_("Countries"), (Span(str(counts.countries)),)),
                    (_("Places"), (Span(str(counts.places)),)),
                    (_("Engagements"), (Span(str(counts.engagements)),)),
                    (_("As of"), (Span(formats.date_format(day, "DATE_FORMAT")),)),
                )
            ),
            sections=tuple(sections),
            citations=paper.citations(),
            built=_("From the records of %(date)s. Facts of 2014 are shown as of 2014.")
            % {"date": formats.date_format(timezone.localtime(now), "DATETIME_FORMAT")},
            identifier=f"status-{day.isoformat()}",
        )


def _table(lines: Sequence[StatusLine], paper: Paper) -> Table:
    """Region, country, city with its client, and engagement as the papers print them; sector, standing and stage behind."""
    head = row(
        _("Part of the world"),
        _("Country"),
        _("City (client)"),
        _("Name of the engagement"),
        _("Sector"),
        _("Standing"),
        _("Stage"),
        header=True,
    )
    return Table(
        _("Status of policy sharing"),
        (head, *(_cells(line, paper) for line in grouped(lines))),
        (2.8, 3.6, 4.3, 5.1, 3.6, 2.9, 3.7),
    )


def _cells(line: StatusLine, paper: Paper) -> tuple[Cell, ...]:
    each, told = line.row, line.row.told
    client = f" ({line.client})" if line.client else ""
    korean = paper.language is Language.KO
    numbers = ", ".join(str(number) for number in corrections_of(each))
    touched = " [" + _("correction %(number)s") % {"number": numbers} + "]" if numbers else ""
    cells = row(
        line.region,
        each.city.country.name_ko if korean else each.city.country.name_en,
        (each.city.name_ko if korean else each.city.name_en) + client,
        (
            Span(each.name_ko if korean else each.name_en, cite=paper.cite(*told.standing_text.sources) if told else ()),
            Span(touched, emphasis=True),
        ),
        label(Sector, each.sector),
        standing_words(line.on),
        stage_words(line.on),
    )
    reaches = (line.region_rows, line.country_rows, line.city_rows)
    merged = tuple(replace(cell, rowspan=rows) for cell, rows in zip(cells[:3], reaches, strict=True) if rows)
    return (*merged, *cells[3:])


def _contradictions(lines: Sequence[StatusLine], paper: Paper) -> BulletList:
    """Those about the table itself, and those that touch a row of it."""
    numbers = sorted({*COUNTING, *(number for line in lines for number in corrections_of(line.row))})
    found = Correction.objects.filter(code__in=[f"correction-{number}" for number in numbers], withdrawn_on=None)
    items = []
    for each in found:
        record: base.Correction = each.record
        items.append(
            (
                Span(_("correction %(number)s") % {"number": record.number} + ". ", strong=True),
                Span(_("Printed: ") + record.printed + " ", emphasis=True),
                Span((_("Right: ") + record.corrected + " ") if record.corrected else "", strong=True),
                Span(paper.pick(record.reason), cite=paper.cite(*record.evidence)),
            )
        )
    return BulletList(tuple(items))
