"""What the city asks: its own words, what was understood, and which phrases say so."""

from django.utils.translation import gettext as _

from seoulution.apps.publishing.case import Case, NeedCase
from seoulution.apps.publishing.compose.paper import Paper, missing, paragraph, row
from seoulution.apps.publishing.labels import label
from seoulution.engine.dossier.document import Block, Callout, Quotation, Section, Span, Table, Tone
from seoulution.engine.vocabulary import Sector

_LONGEST_QUOTATION = 6_000
"""A longer letter is quoted from its beginning; the whole stays with the request."""


def section(case: Case, paper: Paper) -> Section:
    """The letter, then the needs found in it."""
    blocks: list[Block] = []
    letter = case.letter
    if letter.reported:
        note = _("No letter is on file. This is what the source document tells of the request:")
        blocks.append(paragraph(Span(note, cite=paper.cite(letter.source or ""))))
    if letter.text.strip():
        blocks.append(Quotation(letter.text[:_LONGEST_QUOTATION], letter.language or "und", _attribution(case)))
        if len(letter.text) > _LONGEST_QUOTATION:
            blocks.append(paragraph(_("The letter is quoted from its beginning; the whole text is kept with the request.")))
    else:
        blocks.append(missing(_("The request has no text."), _("the city")))
    if case.needs:
        blocks.append(_needs(case, paper))
    else:
        words = _("No need was recognised in the text. A person must read it and write the need down.")
        blocks.append(Callout(Tone.MISSING, _("Not understood"), (Span(words),)))
    return Section("request", _("What the city asks"), tuple(blocks))


def _attribution(case: Case) -> str:
    letter = case.letter
    when = letter.received_on.isoformat() if letter.received_on else str(letter.year or "")
    return ", ".join(part for part in (letter.requester, case.city_as_written, when) if part)


def _needs(case: Case, paper: Paper) -> Table:
    head = row(_("Need"), _("Sector"), _("Phrases that say so"), header=True)
    body = [
        row(need.text, sector_words(need), " · ".join(f"“{phrase}”" for phrase in need.phrases) or "–") for need in case.needs
    ]
    return Table(_("Needs understood from the text"), (head, *body), (5, 2, 4))


def sector_words(need: NeedCase) -> str:
    """The sector in words, or that it is open."""
    return label(Sector, need.sector) if need.sector else _("open")
