"""What brochures and leaflets say alike of a solution: its story, conditions, places, whom to ask, and how it was translated."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from seoulution.apps.publishing import edition_words as say
from seoulution.apps.publishing.compose.solution_paper import COSTS, TITLES
from seoulution.apps.publishing.compose.spoken import Spoken
from seoulution.apps.publishing.labels import label
from seoulution.drawing.numbers import year
from seoulution.engine.dossier.document import Block, BulletList, FactList, Paragraph, Section, Span
from seoulution.engine.vocabulary import SolutionKind
from seoulution.reference.schema.base import Words
from seoulution.reference.schema.catalogue import SectionKey

STORY = (SectionKey.PROBLEM, SectionKey.ACTIONS, SectionKey.RESULTS)


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where a reader of a printed paper goes on. `site` : scheme and host; papers name addresses in full."""

    site: str

    @property
    def ask(self) -> str:
        """The form by which a city asks."""
        return f"{self.site}/ask/"

    @property
    def solutions(self) -> str:
        """The whole catalogue."""
        return f"{self.site}/solutions/"

    def solution(self, code: str) -> str:
        """The full text of a solution."""
        return f"{self.site}/solutions/{code}/"


def publisher() -> str:
    """Who speaks, on covers and backs."""
    return _("Policy sharing programme of the Seoul Metropolitan Government")


def story(told: Spoken, *, most: int | None = None) -> Iterator[Section]:
    """The problem, what Seoul did, what changed; a section that is not written is left out here and named in the full text."""
    for key in STORY:
        if text := told.record.sections.get(key):
            spans = told.cited(f"sections.{key.value}", text, most=most)
            yield Section(f"{told.record.code}.{key.value}", str(TITLES[key]), (Paragraph(spans),))


def conditions(told: Spoken, most: int | None = None) -> tuple[Block, ...]:
    """What must hold in the other city, critical ones first; beyond `most` the rest is named by number."""
    ordered = sorted(told.record.conditions, key=lambda condition: not condition.critical)
    shown = ordered[:most]
    items = []
    for condition in shown:
        mark = (Span(_("Critical: "), strong=True),) if condition.critical else ()
        items.append((*mark, *told.text(f"conditions.{condition.code}", condition.text, *condition.sources)))
    if len(ordered) > len(shown):
        told.shortened = True
        items.append((Span(_("More in the full text: %(number)s") % {"number": len(ordered) - len(shown)}, emphasis=True),))
    return (BulletList(tuple(items)),) if items else ()


def at_a_glance(told: Spoken) -> FactList:
    """Kind, evidence, cost, time, and whom to ask."""
    record, solution, language = told.record, told.solution, told.language.value
    facts = [
        (_("Kind"), (Span(", ".join(label(SolutionKind, kind) for kind in record.kinds)),)),
        (_("Evidence"), (Span(_("grade %(grade)s") % {"grade": solution.evidence_grade}),)),
        (_("Cost class"), (Span(str(COSTS[record.cost_class])),)),
    ]
    if record.started:
        facts.append((_("Begun in"), (Span(year(record.started, language)),)))
    if record.duration_years:
        facts.append((_("Years it took"), (Span(told.paper.number(record.duration_years)),)))
    facts.append((_("Owner"), (owner(told),)))
    return FactList(tuple(facts))


def owner(told: Spoken) -> Span:
    """The body that looks after the solution."""
    row = told.solution.owner
    return told.as_recorded(Words(ko=row.name_ko, en=row.name_en))


def whom_to_ask(told: Spoken, addresses: Addresses, most: int) -> tuple[Block, ...]:
    """The owner's own words where there are any, as many as have room, the owner, the way to ask, where the full text is."""
    blocks: list[Block] = []
    if text := told.record.sections.get(SectionKey.CONTACT):
        blocks.append(Paragraph(told.cited("sections.contact", text, most=most)))
    facts = (
        (_("Owner"), (owner(told),)),
        (_("Ask Seoul"), (linked(addresses.ask),)),
        (_("Full text"), (linked(addresses.solution(told.record.code)),)),
    )
    return (*blocks, FactList(facts))


def linked(address: str) -> Span:
    """An address that is printed in full and can be pressed."""
    return Span(address, link=address)


def translation_words(told: Spoken) -> str:
    """How the texts were translated, part by part; empty in Korean and English."""
    notes = [f"{words}: {parts}." for words, parts in say.translation_notes(told)]
    return " ".join([*notes, _("Names, figures and facts of cities are in English.")]) if notes else ""
