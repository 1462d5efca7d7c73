"""Which solutions fit each need and why, which conditions fail, and what was considered and set aside."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.matching.offers import Offer
from seoulution.apps.matching.queries import edition_of
from seoulution.apps.publishing.case import Case, NeedCase
from seoulution.apps.publishing.compose.paper import Paper, paragraph, row
from seoulution.apps.publishing.compose.reasons import reasons_of
from seoulution.apps.publishing.compose.solution_paper import levels
from seoulution.apps.publishing.edition_words import fit_words
from seoulution.apps.publishing.labels import label
from seoulution.engine.cities.profile import Reading
from seoulution.engine.dossier.document import Block, BulletList, Callout, FactList, Section, Span, Table, Tone
from seoulution.engine.matching.conditions import ConditionState
from seoulution.engine.vocabulary import Sector, SolutionKind
from seoulution.reference.schema import catalogue
from seoulution.reference.schema.base import Words


def section(case: Case, paper: Paper) -> Section:
    """One part per need; a solution is told in full once, and weak matches only in a list."""
    told: dict[str, int] = {}
    readings = case.profile.readings if case.profile else {}
    parts = tuple(_need(number, need, paper, told, readings) for number, need in enumerate(case.needs, start=1))
    blocks: tuple[Block, ...] = ()
    if not parts:
        words = _("Without a need there is nothing to match. Write the need down in the request workspace.")
        blocks = (Callout(Tone.MISSING, _("Nothing to match"), (Span(words),)),)
    return Section("solutions", _("Which solutions fit, and why"), blocks, parts)


def _need(number: int, need: NeedCase, paper: Paper, told: dict[str, int], readings: Mapping[str, Reading]) -> Section:
    title = _("Need %(number)s") % {"number": number}
    blocks: list[Block] = [paragraph(Span(need.text, emphasis=True))]
    if need.none_fits_reason:
        blocks.append(Callout(Tone.NEUTRAL, _("None of ours fits"), (Span(need.none_fits_reason),)))
        return Section(f"need-{number}", title, tuple(blocks))
    strong = [offer for offer in need.standing if not offer.weak or offer.verdict == "accepted"]
    weak = [offer for offer in need.standing if offer not in strong]
    if not need.standing:
        words = _("No solution on record fits this need. Saying so is an answer: refer the city to a body that can help.")
        blocks.append(Callout(Tone.MISSING, _("None fits"), (Span(words),)))
    elif not strong:
        words = _("All matches are weak. Read them as a starting point, not as an answer.")
        blocks.append(Callout(Tone.WARNING, _("Weak match"), (Span(words),)))
    again = [offer for offer in strong if offer.solution.code in told]
    if again:
        names = ", ".join(f"{paper.pick(offer.solution.record.name)} ({_where(told[offer.solution.code])})" for offer in again)
        blocks.append(paragraph(Span(_("Fits as well, told above: "), strong=True), names))
    if weak:
        blocks.append(_weak(weak, paper))
    rejected = [offer for offer in need.offers if offer.verdict == "rejected"]
    if rejected:
        blocks.append(_set_aside(rejected, paper))
    parts = []
    for offer in strong:
        if offer.solution.code not in told:
            told[offer.solution.code] = number
            parts.append(_offer(number, offer, paper, readings))
    return Section(f"need-{number}", title, tuple(blocks), tuple(parts))


def _where(number: int) -> str:
    return _("need %(number)s") % {"number": number}


def _weak(offers: list[Offer], paper: Paper) -> Table:
    head = row(_("Weak match"), _("Why it was found"), header=True)
    body = [row(paper.pick(offer.solution.record.name), " ".join(reasons_of(offer, paper.register))) for offer in offers]
    return Table(_("Looser matches, for a second look"), (head, *body), (4, 7))


def _offer(number: int, offer: Offer, paper: Paper, readings: Mapping[str, Reading]) -> Section:
    solution = offer.solution
    record: catalogue.PolicySolution = solution.record
    owner = Words(ko=solution.owner.name_ko, en=solution.owner.name_en)
    facts = FactList(
        (
            (_("Sector"), (Span(label(Sector, solution.sector)),)),
            (_("Kind"), (Span(", ".join(label(SolutionKind, kind) for kind in record.kinds)),)),
            (_("Evidence"), (Span(_("grade %(grade)s, %(share)s %% filled in") % _standing(solution)),)),
            (_("Owner"), (Span(paper.pick(owner)),)),
        )
    )
    result = solution.manuscript.result
    blocks: list[Block] = [paragraph(*paper.quoting(solution, result, *result.sources)), facts]
    blocks.append(BulletList(tuple((Span(reason),) for reason in reasons_of(offer, paper.register))))
    if offer.conditions:
        blocks.append(_conditions(offer, paper))
    if record.levels:
        title = paragraph(Span(_("What a city can adopt, from where it stands"), strong=True))
        fits = edition_of(solution, readings).fits if readings else None
        blocks += [title, *([paragraph(fit_words(fits, len(record.levels)))] if fits else []), levels(solution, paper)]
    mark = _("chosen") + ": " if offer.verdict == "accepted" else ""
    return Section(f"need-{number}-{solution.code}", mark + paper.pick(record.name), tuple(blocks))


def _standing(solution: PolicySolution) -> dict[str, object]:
    return {"grade": solution.evidence_grade, "share": round(solution.completeness * 100)}


def _conditions(offer: Offer, paper: Paper) -> Table:
    words = {ConditionState.MET: _("met"), ConditionState.FAILED: _("not met"), ConditionState.UNKNOWN: _("not known")}
    texts = {condition.code: condition for condition in offer.solution.manuscript.conditions}
    head = row(_("Condition for transfer"), _("In the city"), _("Figure used"), header=True)
    body = []
    for result in offer.conditions:
        condition = texts[result.code]
        text = paper.quoting(offer.solution, condition.text, *condition.sources)
        critical = (Span(" " + _("(critical)")),) if condition.critical else ()
        figure = paper.figure(result.figure) if result.figure is not None else (Span(_("no figure; ask the city")),)
        body.append(row((*text, *critical), words[result.state], figure))
    return Table(_("Conditions checked against the city's figures"), (head, *body), (6, 2, 4))


def _set_aside(rejected: list[Offer], paper: Paper) -> Table:
    head = row(_("Considered and set aside"), _("Why"), header=True)
    body = [row(paper.pick(offer.solution.record.name), offer.verdict_reason or "–") for offer in rejected]
    return Table(_("Solutions that do not fit"), (head, *body), (4, 6))
