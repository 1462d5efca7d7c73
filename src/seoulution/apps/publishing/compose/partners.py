"""Who could help in which stage, from the cooperation chart, with contacts as of their date."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from seoulution.apps.network.models import Agency, Firm
from seoulution.apps.publishing.case import Case
from seoulution.apps.publishing.compose.paper import Paper, joined, missing, paragraph, row
from seoulution.apps.publishing.labels import label
from seoulution.engine.dossier.document import Block, Section, Span, Table
from seoulution.engine.vocabulary import Stage
from seoulution.reference.schema import network


def section(case: Case, paper: Paper) -> Section:
    """Bodies with their part and stages; firms whose sector fits, for a consortium."""
    title = _("Partners")
    stages: dict[str, list[Stage]] = {}
    for step in case.steps:
        for code in (*step.agencies, *step.firms):
            if step.stage not in stages.setdefault(code, []):
                stages[code].append(step.stage)
    bodies = [each for each in Agency.objects.filter(code__in=stages) if _fits(each.record.sectors, case)]
    firms = [each for each in Firm.objects.filter(code__in=stages) if _fits(each.record.sectors, case)]
    if not bodies and not firms:
        return Section("partners", title, (missing(_("No partner on record fits."), _("programme officer")),))
    blocks: list[Block] = [_bodies(bodies, stages, paper)]
    if firms:
        names = joined(sorted(paper.pick(firm.record.name) for firm in firms))
        blocks.append(paragraph(Span(_("Firms the papers name, for a consortium: "), strong=True), names))
        blocks.append(paragraph(_("All firms are told the same at the same time.")))
    return Section("partners", title, tuple(blocks))


def _fits(sectors: Iterable[object], case: Case) -> bool:
    """A body without named sectors works in all."""
    named = set(sectors)
    return not named or not case.sectors or bool(named & set(case.sectors))


def _bodies(bodies: list[Agency], stages: dict[str, list[Stage]], paper: Paper) -> Table:
    head = row(_("Body"), _("Its part"), _("Stages"), _("Contact as of 2014"), header=True)
    body = []
    for each in bodies:
        record: network.Agency = each.record
        contact = record.contacts[0] if record.contacts else None
        reach = (
            ", ".join(part for part in (contact.unit, contact.telephone, contact.website) if part)
            if contact
            else _("not on record")
        )
        body.append(
            row(paper.pick(record.name), paper.cited(record.role), joined(label(Stage, s) for s in stages[each.code]), reach)
        )
    return Table(_("Bodies whose part in the network fits"), (head, *body), (3, 6, 3, 3))
