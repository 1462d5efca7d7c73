"""Which funds could pay for which stage under their own rules, and what gap is left."""

from django.utils.translation import gettext as _

from seoulution.apps.financing.models import Fund
from seoulution.apps.publishing.case import Case
from seoulution.apps.publishing.compose.paper import Paper, callout, joined, missing, paragraph, row
from seoulution.apps.publishing.finding_texts import sentence
from seoulution.apps.publishing.labels import label
from seoulution.engine.dossier.document import Block, Cell, Section, Span, Table
from seoulution.engine.engagements.course import FinanceSource
from seoulution.engine.financing.plan import Candidate, StagePlan
from seoulution.engine.financing.terms import Eligible, Instrument
from seoulution.engine.vocabulary import Stage
from seoulution.reference.schema import programme


def section(case: Case, paper: Paper) -> Section:
    """One part per stage that needs money from outside."""
    title = _("Which funds could pay for each stage")
    if case.financing is None:
        return Section(
            "money", title, (missing(_("No financing can be planned without a sector and a city."), _("programme officer")),)
        )
    blocks: list[Block] = [callout(finding, sentence(finding)) for finding in case.financing.findings]
    records = {fund.code: fund.record for fund in Fund.objects.all()}
    parts = tuple(_stage(plan, paper, records) for plan in case.financing.stages if plan.sources)
    return Section("money", title, tuple(blocks), parts)


def _stage(plan: StagePlan, paper: Paper, records: dict[str, programme.Fund]) -> Section:
    sources = joined(label(FinanceSource, source) for source in plan.sources)
    blocks: list[Block] = [paragraph(Span(_("The flow chart names: "), strong=True), sources)]
    if plan.candidates:
        head = row(_("Fund"), _("Fits?"), _("Its own words"), _("To mind"), header=True)
        body = [_candidate(candidate, paper, records) for candidate in plan.candidates]
        blocks.append(Table(_("Funds whose terms allow it"), (head, *body), (4, 2, 4, 5)))
    blocks += [callout(finding, sentence(finding)) for finding in plan.findings if finding.code != "plan.limit-not-stated"]
    return Section(f"money-{plan.stage}", label(Stage, plan.stage), tuple(blocks))


def _candidate(candidate: Candidate, paper: Paper, records: dict[str, programme.Fund]) -> tuple[Cell, ...]:
    terms = candidate.eligibility.fund
    record = records[terms.code]
    name = Span(paper.pick(record.name), strong=True)
    kind = Span(f" ({label(Instrument, terms.instrument)})")
    words = Span(f"“{terms.words}”", cite=paper.cite(terms.source), language=record.words_language)
    mind = " ".join(sentence(finding) for finding in candidate.eligibility.findings) or "–"
    return row((name, kind), label(Eligible, candidate.eligibility.answer), (words,), mind)
