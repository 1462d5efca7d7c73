"""What only the city can answer, and everything in this paper that is not known."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

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
            record: catalogue.PolicySolution = offer.solution.record
            texts = {condition.code: paper.pick(condition.text) for condition in record.conditions}
            for result in offer.conditions:
                if result.state is ConditionState.UNKNOWN and (not offer.weak or offer.verdict == "accepted"):
                    yield _("Does this hold in your city: %(condition)s") % {"condition": texts[result.code]}
    if case.profile is not None and case.profile.missing:
        names = ", ".join(indicator_names(case.profile.missing))
        yield _("Which figures can you give, with year and area: %(names)s?") % {"names": names}
    yield _("Who in your city decides, and who would run the solution in the end?")
    yield _("Which budget, loan or grant is already planned or under discussion?")


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
        head = row(_("About"), _("What is not known"), _("Who could supply it"), header=True)
        blocks.append(Table(_("Gaps in the solutions"), (head, *(row(*entry) for entry in found)), (3, 6, 3)))
    if case.city is None:
        blocks.append(missing(_("The place itself is not on record."), _("research centre")))
    else:
        blocks += [
            missing(paper.pick(gap.question), owners.get(gap.ask, paper.pick(case.city.record.name))) for gap in case.city.record.gaps
        ]
    blocks.append(missing(_("What the solution would cost there was not estimated."), _("owner of the solution, feasibility study")))
    blocks.append(paragraph(_("No first appraisal of costs and benefits was made: it needs the city's figures above and unit costs from the owner.")))
    return Section("missing", _("What is missing"), tuple(blocks))
