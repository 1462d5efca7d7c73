"""A policy solution as a paper: the page of the catalogue, section by section, with every figure's source."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.cities.queries import sourced
from seoulution.apps.network.models import Agency
from seoulution.apps.publishing.compose.paper import Paper, missing, paragraph, row
from seoulution.apps.publishing.labels import label
from seoulution.engine.dossier.document import Block, BulletList, Document, FactList, Figure, Section, Span, Table
from seoulution.engine.vocabulary import Language, Sector, SolutionKind
from seoulution.reference.schema import catalogue
from seoulution.reference.schema.catalogue import SectionKey

TITLES: Final[dict[SectionKey, Promise]] = {
    SectionKey.PROBLEM: gettext_lazy("The problem"),
    SectionKey.ACTIONS: gettext_lazy("What Seoul did"),
    SectionKey.RESULTS: gettext_lazy("What changed"),
    SectionKey.OBSTACLES: gettext_lazy("Obstacles, and how they were overcome"),
    SectionKey.COST: gettext_lazy("Cost and finance"),
    SectionKey.LAW: gettext_lazy("Law and institutions"),
    SectionKey.TRANSFER: gettext_lazy("Conditions for transfer"),
    SectionKey.SHARED: gettext_lazy("Where it was shared"),
    SectionKey.CONTACT: gettext_lazy("Whom to ask"),
}
"""The titles of the template's sections, for pages and papers alike."""

COSTS: Final[dict[str, Promise]] = {
    "low": gettext_lazy("low"),
    "medium": gettext_lazy("medium"),
    "high": gettext_lazy("high"),
    "unknown": gettext_lazy("not known"),
}


def solution_paper(row_: PolicySolution, language: Language, *, charts: Sequence[Figure], now: datetime) -> Document:
    """The paper in Korean or English. `charts` are the drawings of the page, ready to print."""
    with override(language.value):
        record: catalogue.PolicySolution = row_.record
        paper = Paper(language)
        owners = {agency.code: paper.pick(agency.record.name) for agency in Agency.objects.all()}
        sections = tuple(_section(key, record, paper, owners, charts) for key in SectionKey)
        built = formats.date_format(now, "DATETIME_FORMAT")
        return Document(
            title=paper.pick(record.name),
            subtitle=paper.pick(record.result),
            language=language,
            facts=_facts(row_, record, owners),
            sections=(*sections, *_after(record, paper)),
            citations=paper.citations(),
            built=_("From the records of %(date)s. Facts of 2014 are shown as of 2014.") % {"date": built},
            identifier=f"solution-{record.code}",
        )


def _facts(row_: PolicySolution, record: catalogue.PolicySolution, owners: dict[str, str]) -> FactList:
    kinds = ", ".join(label(SolutionKind, kind) for kind in record.kinds)
    return FactList(
        (
            (_("Sector"), (Span(label(Sector, record.sector)),)),
            (_("Kind"), (Span(kinds),)),
            (_("Evidence"), (Span(_("grade %(grade)s") % {"grade": row_.evidence_grade}),)),
            (_("Cost class"), (Span(str(COSTS[record.cost_class])),)),
            (_("Owner"), (Span(owners.get(record.owner, record.owner)),)),
            (_("Filled in"), (Span(f"{round(row_.completeness * 100)} %"),)),
        )
    )


def _section(
    key: SectionKey, record: catalogue.PolicySolution, paper: Paper, owners: dict[str, str], charts: Sequence[Figure]
) -> Section:
    blocks: list[Block] = []
    if key in record.sections:
        blocks.append(paragraph(*paper.cited(record.sections[key])))
    blocks += [missing(paper.pick(gap.question), owners.get(gap.ask, gap.ask)) for gap in record.gaps if gap.about == key.value]
    if key is SectionKey.RESULTS:
        blocks += charts
    if claims := [claim for claim in record.claims if claim.section is key]:
        blocks.append(_claims(claims, paper))
    if key is SectionKey.TRANSFER:
        blocks += _conditions(record, paper)
    if key is SectionKey.SHARED and record.shared:
        blocks.append(_shared(record, paper))
    return Section(key.value, str(TITLES[key]), tuple(blocks))


def _claims(claims: Sequence[catalogue.Claim], paper: Paper) -> Table:
    head = row(_("Figure"), _("Value"), header=True)
    body = [row(paper.pick(claim.label), paper.figure(sourced(claim.figure))) for claim in claims]
    return Table(_("Figures of this section"), (head, *body), (5, 6))


def _conditions(record: catalogue.PolicySolution, paper: Paper) -> Iterator[Block]:
    if record.conditions:
        items = tuple(
            (
                Span(_("Critical: ") if condition.critical else "", strong=True),
                Span(paper.pick(condition.text), cite=paper.cite(*condition.sources)),
            )
            for condition in record.conditions
        )
        yield BulletList(items)


def _shared(record: catalogue.PolicySolution, paper: Paper) -> Table:
    head = row(_("Place"), _("When"), _("What"), header=True)
    body = [
        row(paper.pick(shared.place), shared.year, (Span(paper.pick(shared.text), cite=paper.cite(*shared.sources)),))
        for shared in record.shared
    ]
    return Table(_("Places that received it, or part of it"), (head, *body), (3, 2, 7))


def _after(record: catalogue.PolicySolution, paper: Paper) -> Iterator[Section]:
    if record.levels:
        items = tuple(
            (Span(_("Level %(level)s: ") % {"level": level.level}, strong=True), Span(paper.pick(level.text)))
            for level in record.levels
        )
        yield Section("levels", _("Levels by stage of development"), (BulletList(items),))
    if record.awards or record.patents:
        awards = [
            (Span(f"{award.year}: {paper.pick(award.name)} ({paper.pick(award.awarded_by)})", cite=paper.cite(*award.sources)),)
            for award in record.awards
        ]
        undated = _("no year given")
        patents = [
            (Span(f"{patent.year or undated}: {paper.pick(patent.name)}", cite=paper.cite(*patent.sources)),)
            for patent in record.patents
        ]
        yield Section("awards", _("Awards and patents"), (BulletList((*awards, *patents)),))
