"""A policy solution as a paper: the page of the catalogue, section by section, with every figure's source."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from django.utils import formats, timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.cities.queries import sourced
from seoulution.apps.network.models import Agency
from seoulution.apps.publishing.compose.changes import charts
from seoulution.apps.publishing.compose.paper import Paper, missing, paragraph, row
from seoulution.apps.publishing.labels import label
from seoulution.engine.catalogue.claims import ClaimKind
from seoulution.engine.dossier.document import Block, BulletList, Document, FactList, Section, Span, Table
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


def solution_paper(solution: PolicySolution, language: Language, *, now: datetime) -> Document:
    """The paper in Korean or English. Whoever prints it asks `quoting.printing_findings` first."""
    with override(language.value):
        record: catalogue.PolicySolution = solution.record
        paper = Paper(language, today=timezone.localdate(now))
        owners = {agency.code: paper.pick(agency.record.name) for agency in Agency.objects.all()}
        subtitle = "".join(span.text for span in paper.quoting(solution, solution.manuscript.result))
        sections = tuple(_section(key, solution, paper, owners) for key in SectionKey)
        built = formats.date_format(now, "DATETIME_FORMAT")
        return Document(
            title=paper.pick(record.name),
            subtitle=subtitle,
            language=language,
            facts=_facts(solution, record, owners),
            sections=(*sections, *_after(solution, paper)),
            citations=paper.citations(),
            built=_("From the records of %(date)s. Facts of 2014 are shown as of 2014.") % {"date": built},
            identifier=f"solution-{record.code}",
            claims=paper.register.used(),
        )


def _facts(solution: PolicySolution, record: catalogue.PolicySolution, owners: dict[str, str]) -> FactList:
    kinds = ", ".join(label(SolutionKind, kind) for kind in record.kinds)
    return FactList(
        (
            (_("Sector"), (Span(label(Sector, record.sector)),)),
            (_("Kind"), (Span(kinds),)),
            (_("Evidence"), (Span(_("grade %(grade)s") % {"grade": solution.evidence_grade}),)),
            (_("Cost class"), (Span(str(COSTS[record.cost_class])),)),
            (_("Owner"), (Span(owners.get(record.owner, record.owner)),)),
            (_("Filled in"), (Span(f"{round(solution.completeness * 100)} %"),)),
        )
    )


def _section(key: SectionKey, solution: PolicySolution, paper: Paper, owners: dict[str, str]) -> Section:
    record: catalogue.PolicySolution = solution.record
    blocks: list[Block] = []
    if text := solution.manuscript.sections.get(key):
        blocks.append(paragraph(*paper.quoting(solution, text, *text.sources)))
    blocks += [missing(paper.pick(gap.question), owners.get(gap.ask, gap.ask)) for gap in record.gaps if gap.about == key.value]
    if key is SectionKey.RESULTS:
        blocks += charts(solution, paper)
    if claims := [claim for claim in record.claims if claim.section is key]:
        blocks.append(_claims(solution, claims, paper))
    if key is SectionKey.TRANSFER:
        blocks += _conditions(solution, paper)
    if key is SectionKey.SHARED and record.shared:
        blocks.append(_shared(solution, paper))
    return Section(key.value, str(TITLES[key]), tuple(blocks))


def _claims(solution: PolicySolution, claims: Sequence[catalogue.Claim], paper: Paper) -> Table:
    head = row(_("Figure"), _("Value"), header=True)
    body = [
        row(paper.pick(claim.label), paper.claim(solution, claim.code, paper.figure(sourced(claim.figure)))) for claim in claims
    ]
    return Table(_("Figures of this section"), (head, *body), (5, 6))


def _conditions(solution: PolicySolution, paper: Paper) -> Iterator[Block]:
    if conditions := solution.manuscript.conditions:
        items = tuple(
            (
                Span(_("Critical: ") if condition.critical else "", strong=True),
                *paper.quoting(solution, condition.text, *condition.sources),
            )
            for condition in conditions
        )
        yield BulletList(items)


def _shared(solution: PolicySolution, paper: Paper) -> Table:
    head = row(_("Place"), _("When"), _("What"), header=True)
    body = [
        row(paper.pick(shared.place), shared.year, paper.quoting(solution, shared.text, *shared.sources))
        for shared in solution.manuscript.shared
    ]
    return Table(_("Places that received it, or part of it"), (head, *body), (3, 2, 7))


def _after(solution: PolicySolution, paper: Paper) -> Iterator[Section]:
    record: catalogue.PolicySolution = solution.record
    if record.levels:
        yield Section("levels", _("Levels by stage of development"), (levels(solution, paper),))
    if record.awards or record.patents:
        yield Section("awards", _("Awards and patents"), (BulletList((*_awards(solution, paper), *_patents(solution, paper))),))


def levels(solution: PolicySolution, paper: Paper) -> BulletList:
    """What a city can adopt, level by level."""
    return BulletList(
        tuple(
            (Span(_("Level %(level)s: ") % {"level": level.level}, strong=True), *paper.quoting(solution, level.text))
            for level in solution.manuscript.levels
        )
    )


def _awards(solution: PolicySolution, paper: Paper) -> Iterator[tuple[Span, ...]]:
    for place, award in enumerate(solution.record.awards, start=1):
        words = f"{award.year}: {paper.pick(award.name)} ({paper.pick(award.awarded_by)})"
        yield paper.claim(solution, f"{ClaimKind.AWARD}-{place}", (Span(words, cite=paper.cite(*award.sources)),))


def _patents(solution: PolicySolution, paper: Paper) -> Iterator[tuple[Span, ...]]:
    for place, patent in enumerate(solution.record.patents, start=1):
        year = patent.year or _("no year given")
        words = f"{year}: {paper.pick(patent.name)}"
        yield paper.claim(solution, f"{ClaimKind.PATENT}-{place}", (Span(words, cite=paper.cite(*patent.sources)),))
