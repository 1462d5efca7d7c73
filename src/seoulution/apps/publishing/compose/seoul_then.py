"""Where the provider stood when it resembled the city, and what it did next, mistakes included."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from seoulution.apps.cities.models import Indicator
from seoulution.apps.publishing.case import Case
from seoulution.apps.publishing.compose.paper import Paper, missing, paragraph, row
from seoulution.apps.publishing.compose.pictures import income_beside_seoul
from seoulution.apps.publishing.labels import label
from seoulution.apps.publishing.units import unit_words
from seoulution.engine.cities.comparison import Compared, Position
from seoulution.engine.cities.trajectory import TrajectoryMatch
from seoulution.engine.dossier.document import Block, Callout, Section, Span, Table, Tone
from seoulution.engine.vocabulary import Sector
from seoulution.reference.schema import cities
from seoulution.reference.schema.base import Words


def section(case: Case, paper: Paper) -> Section:
    """The year with its interval, the figures it rests on, and the years after."""
    title = _("Where Seoul stood when it resembled the city")
    match = case.trajectory
    if match is None or not match.compared:
        what = _("No figure of the city can be compared with Seoul's past.")
        return Section("seoul-then", title, (missing(what, _("research centre, the city")),))
    blocks: list[Block] = [paragraph(Span(verdict(match), strong=True)), *_doubts(match), _compared(match, paper)]
    picture = income_beside_seoul(case, paper)
    if picture is not None:
        blocks.append(picture)
    if case.milestones:
        blocks.append(_milestones(case, paper))
    else:
        blocks.append(missing(_("No step of Seoul in these sectors and years is on record."), _("research centre")))
    return Section("seoul-then", title, tuple(blocks))


def verdict(match: TrajectoryMatch) -> str:
    """One sentence: the year and its 90 % interval, or why there is none."""
    if match.position is Position.WITHIN and match.year is not None and match.low is not None and match.high is not None:
        values = {"year": round(match.year), "low": round(match.low), "high": round(match.high)}
        if match.low_is_open or match.high_is_open:
            return (
                _(
                    "The city stands about where Seoul stood in %(year)s (90 %% interval %(low)s to %(high)s, open at the edge of the series)."
                )
                % values
            )
        return _("The city stands about where Seoul stood in %(year)s (90 %% interval %(low)s to %(high)s).") % values
    if match.position is Position.BEFORE:
        return _("The city stands before Seoul's first comparable year (%(year)s).") % {"year": match.first}
    if match.position is Position.AFTER:
        return _("The city stands beyond Seoul's last comparable year (%(year)s).") % {"year": match.last}
    return _("No year of Seoul resembles the city closely enough to be called an analogue.")


def _doubts(match: TrajectoryMatch) -> list[Block]:
    blocks: list[Block] = []
    if match.by_country:
        names = ", ".join(indicator_names(match.by_country))
        words = _("For these indicators Korea and the city's country are compared, not the two cities: %(names)s.") % {
            "names": names
        }
        blocks.append(Callout(Tone.WARNING, _("Country figures"), (Span(words),)))
    if match.spread is not None and match.spread > 15:
        words = _(
            "Taken alone, the indicators point to years up to %(spread)s years apart: the city leaps ahead in some fields."
        ) % {"spread": round(match.spread)}
        blocks.append(Callout(Tone.NEUTRAL, _("Leapfrogging"), (Span(words),)))
    return blocks


def indicator_names(codes: tuple[str, ...]) -> list[str]:
    """Names of indicators in the active language; a code without a record stays a code."""
    field = "name_ko" if (get_language() or "").startswith("ko") else "name_en"
    names = dict(Indicator.objects.filter(code__in=codes).values_list("code", field))
    return [names.get(code, code) for code in codes]


def _compared(match: TrajectoryMatch, paper: Paper) -> Table:
    names = dict(
        zip(
            (each.indicator for each in match.compared),
            indicator_names(tuple(each.indicator for each in match.compared)),
            strict=True,
        )
    )
    head = row(_("Indicator"), _("The city"), _("Seoul or Korea then"), _("Own year"), _("Weight"), header=True)
    body = [
        row(
            names[each.indicator],
            paper.figure(each.figure),
            _then(each, paper),
            str(round(each.own_year)) if each.own_year is not None else "–",
            f"{round(each.weight * 100)} %" if each.weight else _("beside"),
        )
        for each in match.compared
    ]
    return Table(_("The comparison, indicator by indicator"), (head, *body), (3, 5, 4, 2, 2))


def _then(each: Compared, paper: Paper) -> tuple[Span, ...]:
    if each.provider_value is None:
        return (Span("–"),)
    value = f"{paper.number(round(each.provider_value, 1))} {unit_words(each.figure.unit)}".strip()
    where = _("Korea") if each.by_country else _("Seoul")
    return (Span(f"{value} ({where})", cite=paper.cite(*each.series_sources[:2])),)


def _milestones(case: Case, paper: Paper) -> Table:
    head = row(_("Year"), _("What Seoul did"), _("What followed"), _("What went wrong"), header=True)
    body = [row(_years(m), _what(m, paper), _optional(m.followed, paper), _optional(m.limits, paper)) for m in case.milestones]
    sectors = ", ".join(label(Sector, sector) for sector in case.sectors) or _("all sectors")
    return Table(_("What Seoul did in the years after (%(sectors)s)") % {"sectors": sectors}, (head, *body), (2, 5, 4, 4))


def _years(milestone: cities.Milestone) -> str:
    return f"{milestone.year}–{milestone.until}" if milestone.until else str(milestone.year)


def _what(milestone: cities.Milestone, paper: Paper) -> tuple[Span, ...]:
    return (Span(paper.pick(milestone.policy), cite=paper.cite(*milestone.sources)),)


def _optional(words: Words | None, paper: Paper) -> str:
    return paper.pick(words) if words is not None else "–"
