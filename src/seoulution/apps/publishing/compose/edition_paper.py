"""The receiver's edition as a paper, in any of the eleven languages: the same values as its page."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from seoulution.apps.catalogue.languages import SOURCE_LANGUAGES
from seoulution.apps.cities.models import City, Country, Indicator
from seoulution.apps.network.models import Agency
from seoulution.apps.publishing import edition_words as say
from seoulution.apps.publishing.compose.paper import Paper, missing, paragraph, row
from seoulution.apps.publishing.compose.seoul_then import verdict
from seoulution.apps.publishing.compose.solution_paper import COSTS
from seoulution.apps.publishing.editions import MOST_MISSING, CityEdition, Cost, Receiver
from seoulution.apps.publishing.labels import label
from seoulution.engine.dossier.document import Block, BulletList, Callout, Cell, Document, FactList, Section, Span, Table, Tone
from seoulution.engine.matching.conditions import ConditionResult, ConditionState
from seoulution.engine.vocabulary import Language, Sector, Standing
from seoulution.reference.schema.base import Words
from seoulution.reference.schema.catalogue import SectionKey

TONES = {ConditionState.MET: Tone.GOOD, ConditionState.FAILED: Tone.BLOCKED, ConditionState.UNKNOWN: Tone.MISSING}


class EditionPaper(Paper):
    """A paper about one edition: what is left in English is marked as English."""

    def __init__(self, edition: CityEdition) -> None:
        super().__init__(edition.language, today=edition.today)
        self.edition = edition
        self.original = None if edition.language in SOURCE_LANGUAGES else Language.EN.value

    def given(self, path: str, text: Words, *sources: str) -> tuple[Span, ...]:
        """A text of the solution by its path, with its claims as they may be quoted today."""
        spans = self.quoting(self.edition.solution, text, *sources)
        language = self.edition.language_of(path)
        return spans if language is self.language else tuple(replace(span, language=language.value) for span in spans)

    def as_recorded(self, text: Words, *sources: str) -> Span:
        """A text that exists in Korean and English only."""
        return Span(self.pick(text), cite=self.cite(*sources), language=self.original)

    def condition(self, code: str) -> tuple[Span, ...]:
        """A condition, with a word where it is critical."""
        found = self.edition.condition(code)
        mark = (Span(" " + _("(critical)"), emphasis=True),) if found.critical else ()
        return (*self.given(f"conditions.{code}", found.text, *found.sources), *mark)


def edition_paper(edition: CityEdition, *, now: datetime) -> Document:
    """The paper. Whoever prints it asks `quoting.printing_findings` first."""
    with override(edition.language.value):
        paper = EditionPaper(edition)
        record = edition.record
        sections = tuple(
            Section(key, title, tuple(blocks))
            for key, title, blocks in (
                ("meaning", _("What it would mean for your city"), _meaning(paper)),
                ("level", _("The level that fits"), _levels(paper)),
                ("your-city", _("Your city, as far as we know it"), _city(paper)),
                ("conditions", _("Conditions against your city’s own figures"), _conditions(paper)),
                ("cost", _("Cost and finance"), _cost(paper)),
                ("law", _("Law and institutions to check"), _law(paper)),
                ("first-steps", _("The first three steps"), _steps(paper)),
                ("receivers", _("Who received it, most like your city first"), _receivers(paper)),
                ("questions", _("Questions to your city"), _questions(paper)),
                ("unknown", _("What is not known"), _unknown(paper)),
            )
            if blocks
        )
        return Document(
            title=paper.pick(record.name),
            subtitle=f"{paper.pick(_names(edition.city))}, {paper.pick(_names(edition.city.country))}",
            language=edition.language,
            facts=_facts(paper),
            sections=sections,
            citations=paper.citations(),
            built=_("From the records of %(date)s. Facts of 2014 are shown as of 2014.")
            % {"date": formats.date_format(timezone.localtime(now), "DATETIME_FORMAT")},
            identifier=f"edition-{record.code}-{edition.city.code}-{edition.language}",
            dated=edition.today,
            claims=paper.register.used(),
        )


def _names(row_: City | Country | Agency | Indicator) -> Words:
    return Words(ko=row_.name_ko, en=row_.name_en)


def _facts(paper: EditionPaper) -> FactList:
    edition = paper.edition
    fits = edition.edition.fits
    level = _("Level %(number)s") % {"number": fits.level} if fits else _("not known")
    return FactList(
        (
            (_("City"), (paper.as_recorded(_names(edition.city)),)),
            (_("Sector"), (Span(label(Sector, edition.record.sector)),)),
            (_("The level that fits"), (Span(level),)),
            (_("Cost class"), (Span(str(COSTS[edition.record.cost_class])),)),
            (_("Owner"), (paper.as_recorded(_names(edition.solution.owner)),)),
        )
    )


def _meaning(paper: EditionPaper) -> list[Block]:
    edition = paper.edition
    blocks: list[Block] = [
        paragraph(*paper.given("result", edition.record.result, *edition.record.result.sources)),
        paragraph(Span(say.level_verdict(edition), strong=True)),
        paragraph(say.condition_counts(edition)),
    ]
    first = _("Comes first")
    blocks += [Callout(Tone.BLOCKED, first, paper.condition(result.code)) for result in edition.edition.blocked]
    if here := edition.received_here:
        blocks.append(Callout(Tone.GOOD, _("Already with you"), tuple(_told(here, paper))))
    if notes := list(say.translation_notes(edition)):
        lines = [f"{words}: {parts}." for words, parts in notes]
        words = " ".join((*lines, _("Names, figures and facts of cities are in English.")))
        blocks.append(Callout(Tone.NEUTRAL, _("About this translation"), (Span(words),)))
    return blocks


def _levels(paper: EditionPaper) -> list[Block]:
    edition = paper.edition
    if not edition.record.levels:
        return []
    fits, above = edition.edition.fits, edition.edition.next_level
    items = []
    for level in edition.record.levels:
        mark = " (" + _("fits your city") + ")" if fits and fits.level == level.level else ""
        head = Span(_("Level %(number)s") % {"number": level.level} + mark + ": ", strong=True)
        items.append((head, *paper.given(f"levels.{level.level}", level.text)))
    blocks: list[Block] = [BulletList(tuple(items))]
    if above is not None:
        lifted = _("What would lift your city to level %(number)s") % {"number": above.level}
        told = [(*paper.condition(code), Span(" [" + _("Not met") + "]", strong=True)) for code in above.change]
        told += [(*paper.condition(code), Span(" [" + _("Not known") + "]", strong=True)) for code in above.find_out]
        blocks += [paragraph(Span(lifted, strong=True)), BulletList(tuple(told))]
    return blocks


def _city(paper: EditionPaper) -> list[Block]:
    edition = paper.edition
    blocks: list[Block] = []
    names = _indicators(reading.indicator for reading in edition.standing)
    if edition.standing:
        head = row(_("Indicator"), _("Figure"), header=True)
        body = [row((paper.as_recorded(names[reading.indicator]),), paper.figure(reading.best)) for reading in edition.standing]
        blocks.append(Table(_("Figures of the city"), (head, *body), (4, 6)))
    if edition.trajectory.compared:
        blocks.append(paragraph(verdict(edition.trajectory)))
    if edition.issues:
        items = tuple((paper.as_recorded(issue.text, *issue.text.sources),) for issue in edition.issues)
        blocks += [paragraph(Span(_("Pending issues"), strong=True)), BulletList(items)]
    return blocks or [paragraph(_("No figure of your city is on record."))]


def _indicators(codes: Iterable[str]) -> dict[str, Words]:
    return {row_.code: _names(row_) for row_ in Indicator.objects.filter(code__in=list(codes))}


def _conditions(paper: EditionPaper) -> list[Block]:
    found = paper.edition.edition
    results = (*found.unmet, *found.unknown, *found.met)
    if not results:
        return [paragraph(_("No condition is written down for this solution yet."))]
    head = row(_("Condition"), _("In your city"), _("Figure used"), header=True)
    body = [
        row(
            paper.condition(result.code),
            Cell((Span(say.state_words(result.state)),), tone=TONES[result.state]),
            _rests(result, paper),
        )
        for result in results
    ]
    return [Table(_("Conditions against your city’s own figures"), (head, *body), (6, 2, 4))]


def _rests(result: ConditionResult, paper: EditionPaper) -> tuple[Span, ...]:
    if result.figure is not None:
        return paper.figure(result.figure)
    asked = paper.edition.condition(result.code).indicator
    return (Span(_("no figure of the city itself") if asked else _("only the city can say"), emphasis=True),)


def _cost(paper: EditionPaper) -> list[Block]:
    edition = paper.edition
    blocks: list[Block] = []
    if text := edition.record.sections.get(SectionKey.COST):
        blocks.append(paragraph(*paper.given("sections.cost", text, *text.sources)))
    if edition.costs:
        head = row(_("What"), _("As paid"), _("In other money"), header=True)
        body = [_sum(cost, paper) for cost in edition.costs]
        blocks.append(Table(_("What it cost Seoul"), (head, *body), (4, 4, 4)))
        note = _("Prices of that year, not adjusted for inflation or purchasing power.")
        blocks.append(paragraph(Span(f"{note} {say.lacking_words(edition.costs)}".strip(), emphasis=True)))
    return blocks or [paragraph(_("Not known"))]


def _sum(cost: Cost, paper: EditionPaper) -> tuple[Cell, ...]:
    solution = paper.edition.solution
    withheld = cost.quote is not None and cost.quote.withheld
    other = (
        []
        if withheld
        else [
            Span(words, cite=paper.cite(*found.sources))
            for found in (cost.dollars, cost.own)
            if found and (words := say.converted_words(found, cost.per, paper.language.value))
        ]
    )
    parted = [part for span in other for part in (Span("; "), span)][1:]
    return row(
        paper.given(f"claims.{cost.claim.code}", cost.claim.label),
        paper.claim(solution, cost.claim.code, paper.figure(cost.figure)),
        tuple(parted) or (Span("–"),),
    )


def _law(paper: EditionPaper) -> list[Block]:
    edition = paper.edition
    blocks: list[Block] = []
    if text := edition.record.sections.get(SectionKey.LAW):
        blocks.append(paragraph(*paper.given("sections.law", text, *text.sources)))
    if apart := edition.edition.apart:
        blocks.append(paragraph(Span(_("Please have these checked in your city"), strong=True)))
        blocks.append(BulletList(tuple(paper.condition(result.code) for result in apart)))
    return blocks or [paragraph(_("Not known"))]


def _steps(paper: EditionPaper) -> list[Block]:
    steps = paper.edition.first_steps
    if not steps:
        owner = paper.pick(_names(paper.edition.solution.owner))
        return [missing(_("No first steps are written down for this solution yet."), owner)]
    items = []
    for number, step in steps:
        weeks = (Span(" (" + _("weeks: %(weeks)s") % {"weeks": step.weeks} + ")"),) if step.weeks else ()
        items.append((*paper.given(f"first_steps.{number}", step.text, *step.sources), *weeks))
    return [BulletList(tuple(items), ordered=True)]


def _receivers(paper: EditionPaper) -> list[Block]:
    if not paper.edition.receivers:
        return [paragraph(_("No other city on record has received this solution."))]
    head = row(_("Place"), _("How like your city"), _("What"), header=True)
    body = [
        row(
            (paper.as_recorded(each.place),),
            say.likeness_words(each.likeness, paper.language.value),
            tuple(_told(each, paper)),
        )
        for each in paper.edition.receivers
    ]
    return [Table(_("Places that received it, or part of it"), (head, *body), (3, 4, 6))]


def _told(receiver: Receiver, paper: EditionPaper) -> Iterable[Span]:
    for number, shared in receiver.shared:
        yield Span(f"{shared.year}: ", strong=True)
        yield from paper.given(f"shared.{number}", shared.text, *shared.sources)
        yield Span(" ")
    for engagement in receiver.engagements:
        yield paper.as_recorded(Words(ko=engagement.name_ko, en=engagement.name_en))
        yield Span(f" ({label(Standing, engagement.standing)}) ")


def _questions(paper: EditionPaper) -> list[Block]:
    questions = paper.edition.edition.questions
    asked = [paper.edition.condition(result.code) for result in questions]
    names = _indicators(condition.indicator for condition in asked if condition.indicator)
    items = []
    for condition in asked:
        wanted: tuple[Span, ...] = ()
        if condition.indicator in names:
            wanted = (
                Span(" " + _("Figure with year and source, please:") + " "),
                paper.as_recorded(names[condition.indicator]),
            )
        items.append((*paper.given(f"conditions.{condition.code}", condition.text), *wanted))
    return [BulletList(tuple(items), ordered=True)] if items else [paragraph(_("None is open."))]


def _unknown(paper: EditionPaper) -> list[Block]:
    edition = paper.edition
    items: list[tuple[Span, ...]] = []
    if edition.profile.missing:
        names = _indicators(edition.profile.missing[:MOST_MISSING])
        listed = Words(ko=", ".join(name.ko for name in names.values()), en=", ".join(name.en for name in names.values()))
        items.append((Span(_("Figures of your city in this sector:") + " "), paper.as_recorded(listed)))
    if not edition.climate_known:
        items.append((Span(_("The climate of your city: no figure is on record.")),))
    items += [(paper.as_recorded(gap.question),) for gap in edition.record.gaps]
    if words := say.promotional_words(edition):
        items.append((Span(words),))
    return [BulletList(tuple(items))] if items else []
