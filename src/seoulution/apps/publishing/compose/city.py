"""The city as it is known: figures with source, year and boundary, pending issues, and what is missing."""

from django.utils.translation import gettext as _

from seoulution.apps.publishing.case import Case
from seoulution.apps.publishing.compose.paper import Paper, missing, paragraph, row
from seoulution.apps.publishing.compose.pictures import place_map
from seoulution.apps.publishing.compose.seoul_then import indicator_names
from seoulution.apps.publishing.labels import label
from seoulution.engine.cities.profile import Freshness
from seoulution.engine.dossier.document import Block, BulletList, FactList, Section, Span, Table
from seoulution.engine.vocabulary import PlaceKind, Sector
from seoulution.reference.schema import cities

_MOST_NAMED = 15


def section(case: Case, paper: Paper) -> Section:
    """Profile, issues and plans in the sectors asked for, gaps."""
    title = _("The city as it is known")
    if case.city is None or case.profile is None:
        what = _("“%(name)s” is not on record, so nothing is known of it here.") % {"name": case.city_as_written}
        return Section("city", title, (missing(what, _("research centre, the city itself")),))
    record: cities.City = case.city.record
    facts = FactList(
        (
            (_("Place"), (Span(paper.pick(record.name)),)),
            (_("Country"), (Span(paper.pick(case.city.country.record.name)),)),
            (_("Kind"), (Span(label(PlaceKind, record.kind)),)),
        )
    )
    picture = place_map(case, paper)
    blocks: list[Block] = [facts, *([picture] if picture is not None else []), _figures(case, paper)]
    issues = [issue for issue in record.issues if not case.sectors or issue.sector in case.sectors]
    if issues:
        items = tuple((Span(label(Sector, issue.sector) + ": ", strong=True), *paper.cited(issue.text)) for issue in issues)
        blocks += [paragraph(Span(_("Pending issues"), strong=True)), BulletList(items)]
    plans = [plan for plan in record.plans if not case.sectors or set(plan.sectors) & set(case.sectors)]
    if plans:
        blocks += [
            paragraph(Span(_("Plans and donors already at work"), strong=True)),
            BulletList(tuple(paper.cited(plan.text) for plan in plans)),
        ]
    if case.profile.missing:
        shown = ", ".join(indicator_names(case.profile.missing[:_MOST_NAMED]))
        words = _("%(count)s indicators of these sectors have no figure, among them: %(names)s.") % {
            "count": len(case.profile.missing),
            "names": shown,
        }
        blocks.append(missing(words, _("the city, KOTRA, KOICA")))
    return Section("city", title, tuple(blocks))


def _figures(case: Case, paper: Paper) -> Table:
    assert case.profile is not None
    readings = case.profile.readings
    names = dict(zip(readings, indicator_names(tuple(readings)), strict=True))
    head = row(_("Indicator"), _("Figure"), _("Age"), header=True)
    body = [
        row(names[code], paper.figure(reading.best), label(Freshness, reading.freshness)) for code, reading in readings.items()
    ]
    return Table(_("Figures of the city"), (head, *body), (4, 7, 2))
