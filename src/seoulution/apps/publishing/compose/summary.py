"""The first page: what is asked, what fits, when Seoul stood there, what comes next."""

from django.utils.translation import gettext as _

from seoulution.apps.publishing.case import Case
from seoulution.apps.publishing.compose.paper import Paper
from seoulution.apps.publishing.compose.seoul_then import verdict
from seoulution.apps.publishing.labels import label
from seoulution.engine.dossier.document import BulletList, FactList, Section, Span
from seoulution.engine.vocabulary import Activity, Party, Sector, Stage


def facts(case: Case, paper: Paper) -> FactList:
    """The strip on the cover."""
    city = paper.pick(case.city.record.name) if case.city else case.city_as_written
    country = paper.pick(case.city.country.record.name) if case.city else _("not on record")
    return FactList(
        (
            (_("City"), (Span(city),)),
            (_("Country"), (Span(country),)),
            (_("Sectors"), (Span(", ".join(label(Sector, sector) for sector in case.sectors) or _("open")),)),
            (_("Needs"), (Span(str(len(case.needs))),)),
            (_("Solutions that fit"), (Span(str(len(case.solutions))),)),
        )
    )


def section(case: Case, paper: Paper) -> Section:
    """Five lines an officer can read aloud."""
    lines: list[tuple[Span, ...]] = []
    lines.append(
        (Span(_("Asked: "), strong=True), Span("; ".join(need.text for need in case.needs[:3]) or _("not understood yet")))
    )
    fitting = ", ".join(paper.pick(solution.record.name) for solution in case.solutions[:5])
    lines.append((Span(_("Fits: "), strong=True), Span(fitting or _("none of the solutions on record"))))
    if case.trajectory is not None and case.trajectory.compared:
        lines.append((Span(_("Seoul then: "), strong=True), Span(verdict(case.trajectory))))
    first = next((step for step in case.steps if step.leads and step.stage is not Stage.EXCHANGE), None)
    if first is not None:
        words = _("%(stage)s: %(activity)s, led by %(who)s") % {
            "stage": label(Stage, first.stage),
            "activity": label(Activity, first.activity),
            "who": label(Party, first.leads[0].route.actor),
        }
        lines.append((Span(_("Next lawful step: "), strong=True), Span(words)))
    if case.financing is not None:
        count = len({c.eligibility.fund.code for plan in case.financing.stages for c in plan.candidates})
        lines.append(
            (
                Span(_("Money: "), strong=True),
                Span(_("%(count)s funds on record may fit; each must be asked whether it is still open.") % {"count": count}),
            )
        )
    return Section("summary", _("In brief"), (BulletList(tuple(lines)),))
