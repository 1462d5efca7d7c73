"""What only the city can answer, and everything in this paper that is not known."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.cities.models import Indicator
from seoulution.apps.network.models import Agency
from seoulution.apps.publishing.case import Case
from seoulution.apps.publishing.compose.paper import Paper, missing, paragraph, row
from seoulution.apps.publishing.compose.seoul_then import indicator_names
from seoulution.engine.dossier.document import Block, BulletList, Section, Span, Table
from seoulution.engine.matching.conditions import ConditionState
from seoulution.reference.schema import catalogue


def section(case: Case, paper: Paper) -> Section:
    """Questions in the order an officer would ask them."""
    questions = list(dict.fromkeys(_questions(case, paper)))
    items = tuple((Span(question),) for question in questions)
    return Section("questions", _("Open questions to the city"), (BulletList(items, ordered=True),))


def _questions(case: Case, paper: Paper) -> Iterator[str]:
    if case.needs:
        yield _("Did we understand your need rightly? Please correct the list of needs in your own words.")
    else:
        yield _("Which problem should be solved first? Please describe it in your own words.")
    for need in case.needs:
        for offer in need.standing:
            if offer.weak and offer.verdict != "accepted":
                continue
            record: catalogue.PolicySolution = offer.solution.manuscript
            texts = {condition.code: _condition(offer.solution, condition, paper) for condition in record.conditions}
            unknown = [texts[result.code] for result in offer.conditions if result.state is ConditionState.UNKNOWN]
            if unknown:
                yield _("For “%(solution)s”, which of these hold in your city? %(conditions)s.") % {
                    "solution": paper.pick(offer.solution.record.name),
                    "conditions": "; ".join(unknown),
                }
    wanted = _wanted_figures(case)
    if wanted:
        yield _("Which figures can you give, with year and area: %(names)s?") % {"names": ", ".join(indicator_names(wanted))}
    yield _("Who in your city decides, and who would run the solution in the end?")
    yield _("Which budget, loan or grant is already planned or under discussion?")


def _condition(solution: PolicySolution, condition: catalogue.Condition, paper: Paper) -> str:
    return "".join(span.text for span in paper.quoting(solution, condition.text)).rstrip(".")


_MOST_FIGURES = 12


def _wanted_figures(case: Case) -> tuple[str, ...]:
    """Missing indicators that a condition of a solution asks for come first; a city is not asked for fifty at once."""
    if case.profile is None:
        return ()
    asked = [
        condition.indicator for solution in case.solutions for condition in solution.record.conditions if condition.indicator
    ]
    missing = case.profile.missing
    ordered = [code for code in dict.fromkeys(asked) if code in missing] + [code for code in missing if code not in asked]
    return tuple(ordered[:_MOST_FIGURES])


def gaps(case: Case, paper: Paper) -> Section:
    """The list of what is missing, with who could supply it."""
    owners = {agency.code: paper.pick(agency.record.name) for agency in Agency.objects.all()}
    blocks: list[Block] = []
    found = [
        (paper.pick(solution.record.name), paper.pick(gap.question), owners.get(gap.ask, gap.ask))
        for solution in case.solutions
        for gap in solution.record.gaps
    ]
    if found:
        blocks.append(_table(_("Gaps in the solutions"), pgettext("column", "About"), found))
    if case.city is None:
        blocks.append(missing(_("The place itself is not on record."), _("research centre")))
    else:
        city = paper.pick(case.city.record.name)
        known = {row.code: row for row in Indicator.objects.all()}
        about = [(gap, known.get(gap.about)) for gap in case.city.record.gaps]
        rows = [
            (named(indicator, paper) or gap.about, paper.pick(gap.question), owners.get(gap.ask, city))
            for gap, indicator in about
            if indicator is None
            or not case.sectors
            or not indicator.record.sectors
            or set(indicator.record.sectors) & set(case.sectors)
        ]
        if rows:
            blocks.append(_table(_("Gaps in what is known of the city"), _("Indicator"), rows))
    blocks.append(
        missing(_("What the solution would cost there was not estimated."), _("owner of the solution, feasibility study"))
    )
    words = _(
        "No first appraisal of costs and benefits was made: it needs the city's figures above and unit costs from the owner."
    )
    blocks.append(paragraph(words))
    return Section("missing", _("What is missing"), tuple(blocks))


def named(indicator: Indicator | None, paper: Paper) -> str:
    """The indicator's name; empty where the gap is not about an indicator."""
    return paper.pick(indicator.record.name) if indicator is not None else ""


def _table(caption: str, first: str, rows: Sequence[tuple[str, str, str]]) -> Table:
    head = row(first, _("What is not known"), _("Who could supply it"), header=True)
    return Table(caption, (head, *(row(*entry) for entry in rows)), (3, 6, 3))
