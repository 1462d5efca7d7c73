"""A paper in signing, or decided, in the form that Korean offices expect of a draft (기안문) with its signing block.

The form follows 별지 제1호서식 of the rules on administrative papers: heading (두문), text (본문), end (결문). What this system does not
know of the office (postcode, telephone, the register's own number) is left blank and marked as not on record, never filled in.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from seoulution.apps.accounts.names import name_of
from seoulution.apps.engagements.models import ApprovalCase, Signature
from seoulution.apps.engagements.signing import block_of
from seoulution.apps.network.models import Agency
from seoulution.apps.publishing.compose.paper import Paper, paragraph
from seoulution.apps.publishing.decision_words import decision_words
from seoulution.apps.publishing.labels import label
from seoulution.apps.publishing.won_in_words import official_sum
from seoulution.engine.dossier.document import (
    Block,
    BulletList,
    Cell,
    Document,
    FactList,
    Layout,
    Paragraph,
    Section,
    Span,
    Table,
    cell,
)
from seoulution.engine.engagements.codes import CaseState, Rank, Verdict
from seoulution.engine.engagements.facts import Approval
from seoulution.engine.vocabulary import Language, Stage

CITY_HALL: Final = "seoul"


def decision_paper(case: ApprovalCase, language: Language, *, now: datetime) -> Document:
    """The paper of the present round, as far as it is signed."""
    with override(language.value):
        paper = Paper(language)
        body = _body_of(case, paper)
        return Document(
            title=case.title,
            subtitle="",
            language=language,
            facts=FactList(
                (
                    (_("Addressed to"), (Span(_("Internal decision")),)),
                    (pgettext("official paper", "By way of"), (Span("–"),)),
                )
            ),
            sections=(
                Section("text", pgettext("official paper", "Text"), tuple(_text(case, paper))),
                Section("block", _("Signing block"), (_block(case), *_notes(case))),
                Section("dispatch", _("Register and sender"), (_dispatch(case, body),)),
            ),
            citations=(),
            built=_("From the records of %(date)s.")
            % {"date": formats.date_format(timezone.localtime(now), "DATETIME_FORMAT")},
            identifier=case.number or f"{case.pk}",
            dated=case.decided_on or timezone.localdate(now),
            layout=Layout.OFFICIAL,
            publisher=paper.pick(body.record.name) if body else "",
        )


def _body_of(case: ApprovalCase, paper: Paper) -> Agency | None:
    """The body that the file belongs to; the city hall where none is named."""
    return case.engagement.responsible or Agency.objects.filter(code=CITY_HALL).first()


def _text(case: ApprovalCase, paper: Paper) -> list[Block]:
    """What is to be decided; in Korean it ends with 끝, so that nothing can be added."""
    engagement = case.engagement
    city = paper.pick(engagement.city.record.name)
    about = f"{engagement.name_ko if paper.language is Language.KO else engagement.name_en} ({city})"
    blocks: list[Block] = [
        paragraph(Span(_("Engagement: "), strong=True), about),
        paragraph(Span(_("Decision: "), strong=True), f"{decision_words(Approval(case.kind))}, {label(Stage, case.stage)}"),
    ]
    blocks += [paragraph(part.strip()) for part in case.text.split("\n") if part.strip()]
    if case.amount is not None:
        blocks.append(paragraph(Span(_("Amount: "), strong=True), _sum(case, paper)))
    ends = (Span("  끝."),) if paper.language is Language.KO else ()
    attached = list(case.attached.select_related("document"))
    if attached:
        blocks.append(paragraph(Span(pgettext("official paper", "Attached"), strong=True)))
        copies = [_("%(title)s (%(file)s), 1 copy.") % {"title": v.document.title, "file": v.original_name} for v in attached]
        items = [(Span(copy),) for copy in copies]
        blocks.append(BulletList((*items[:-1], (*items[-1], *ends)), ordered=True))
    elif isinstance(last := blocks[-1], Paragraph):
        blocks[-1] = Paragraph((*last.spans, *ends))
    return blocks


def _sum(case: ApprovalCase, paper: Paper) -> str:
    if case.amount is None:
        return ""
    if paper.language is Language.KO and case.currency == "KRW" and case.amount == int(case.amount):
        return official_sum(case.amount)
    return f"{paper.number(case.amount)} {case.currency}"


def _block(case: ApprovalCase) -> Table:
    """Columns are places: what the person is in this paper, the rank, the name with its mark, the day."""
    block = block_of(case)
    head = tuple(cell(f"{_part(row, block)} ({label(Rank, row.rank)})", header=True, align="centre") for row in block)
    names = tuple(_signed(row, block) for row in block)
    days = tuple(cell(_day(row), align="centre") for row in block)
    return Table(_("Round %(number)s") % {"number": case.round}, (head, names, days), (1,) * len(block), header_rows=1)


def _part(row: Signature, block: Sequence[Signature]) -> str:
    """Drafter, reviewer, consulted beside another, or the one who decides."""
    if row.order == 0:
        return _("Drafter")
    if row.order == block[-1].order:
        return _("Decides")
    first = next(other for other in block if other.order == row.order)
    return _("Reviewer") if first == row else _("Consulted")


def _signed(row: Signature, block: Sequence[Signature]) -> Cell:
    """The mark as the rules ask: 전결 where somebody below the head of the city decides, 대결 where a stand-in signed."""
    if not row.verdict:
        return Cell((Span(name_of(row.signatory)), Span(" " + _("(not signed yet)"), emphasis=True)), align="centre")
    marks = []
    if row.order == block[-1].order and row.rank != Rank.MAYOR and row.verdict == Verdict.APPROVED:
        marks.append(pgettext("official paper", "by delegation"))
    if row.acting_id:
        marks.append(pgettext("official paper", "stand-in"))
    if row.verdict != Verdict.APPROVED:
        marks.append(label(Verdict, row.verdict))
    spans = [Span(f"{mark} ", emphasis=True) for mark in marks]
    return Cell((*spans, Span(name_of(row.acting or row.signatory), strong=True)), align="centre")


def _day(row: Signature) -> str:
    return formats.date_format(timezone.localtime(row.signed_at), "SHORT_DATE_FORMAT") if row.signed_at else "–"


def _notes(case: ApprovalCase) -> Iterator[Block]:
    """Where the paper is not approved, that it is not, and why."""
    if case.state != CaseState.APPROVED:
        yield paragraph(Span(_("State: %(state)s") % {"state": label(CaseState, case.state)}, emphasis=True))
    for row in block_of(case):
        if row.reason:
            yield paragraph(Span(f"{name_of(row.acting or row.signatory)}: ", strong=True), row.reason)


def _dispatch(case: ApprovalCase, body: Agency | None) -> FactList:
    blank = (Span(_("(not on record)"), emphasis=True),)
    website = body.record.website if body else None
    decided = f" ({formats.date_format(case.decided_on, 'SHORT_DATE_FORMAT')})" if case.decided_on else ""
    later = Span(_("(given when it is sent for signing)"), emphasis=True)
    return FactList(
        (
            (_("Number in this system"), (Span(f"{case.number}{decided}") if case.number else later,)),
            (_("Issued under (register of the office)"), blank),
            (pgettext("official paper", "Received"), (Span(_("(filled in by who receives it)"), emphasis=True),)),
            (_("Postcode and address"), blank),
            (pgettext("official paper", "Website"), (Span(website),) if website else blank),
            (_("Telephone and fax"), blank),
            (pgettext("official paper", "E-mail"), blank),
            (_("Open to the public"), blank),
        )
    )
