"""The dossier's pictures: where the city lies, and its income beside Korea's in the years it resembles."""

from decimal import Decimal

from django.utils.translation import gettext as _

from seoulution.apps.cities.models import City
from seoulution.apps.cities.queries import engine_observations, provider_past
from seoulution.apps.publishing.case import Case
from seoulution.apps.publishing.compose.paper import Paper
from seoulution.drawing.charts import Point, Series, aligned_chart
from seoulution.drawing.worldmap import Marker, MarkerKind, world_map
from seoulution.engine.dossier.document import Figure
from seoulution.engine.vocabulary import Boundary

INCOME = "gdp-per-head"


def place_map(case: Case, paper: Paper) -> Figure | None:
    """Seoul and the city on the world; none where the city's place is not known."""
    city = case.city
    if city is None or city.latitude is None or city.longitude is None:
        return None
    provider = City.objects.filter(is_provider=True).first()
    kinds = [MarkerKind("city", _("The city"), "diamond", "two"), MarkerKind("provider", _("Seoul"), "circle", "one")]
    markers = [_marker(city, "city", paper)]
    sources = [city.record.place_source]
    if provider is not None and provider.latitude is not None:
        markers.append(_marker(provider, "provider", paper))
        sources.append(provider.record.place_source)
    name = paper.pick(city.record.name)
    title = _("%(city)s and Seoul on the world") % {"city": name}
    drawn = world_map(markers, kinds, title=title, description=title, standalone=True)
    return Figure(title, drawn.svg, title, paper.cite(*sources))


def _marker(city: City, kind: str, paper: Paper) -> Marker:
    return Marker(city.code, paper.pick(city.record.name), city.longitude or 0.0, city.latitude or 0.0, kind, named=True)


def income_beside_seoul(case: Case, paper: Paper) -> Figure | None:
    """The country's income per head over Korea's of the matched years; none where either series is short."""
    match = case.trajectory
    if case.city is None or match is None or match.year is None:
        return None
    series = next((each for each in provider_past() if each.indicator == INCOME), None)
    theirs = sorted(
        (each.figure.year, float(each.figure.value), each.figure.source)
        for each in engine_observations(case.city)
        if each.indicator == INCOME
        and each.figure.boundary is Boundary.COUNTRY
        and each.figure.year is not None
        and isinstance(each.figure.value, Decimal)
    )
    compared = next((each for each in match.compared if each.indicator == INCOME), None)
    if series is None or len(theirs) < 3 or compared is None or compared.figure.year is None:
        return None
    offset = compared.figure.year - round(match.year)
    first, last = theirs[0][0] - offset - 2, theirs[-1][0] - offset + 15
    korea = tuple(
        Point(point.year, point.value) for point in series.points if first <= point.year <= last and point.year % 5 == 0
    )
    if len(korea) < 2:
        return None
    country = paper.pick(case.city.country.record.name)
    title = _("Income per head: %(country)s, and Korea in the years it resembles") % {"country": country}
    svg = aligned_chart(
        Series(country, tuple(Point(year, value) for year, value, _source in theirs)),
        Series(_("Korea"), korea),
        offset=offset,
        title=title,
        unit=_("US dollars of 2015"),
        language=paper.language.value,
        standalone=True,
    )
    words = _("Both lines are of countries, not of cities. Korea's years stand above, shifted by %(offset)s years.") % {
        "offset": offset
    }
    cite = paper.cite(*dict.fromkeys([theirs[-1][2], *(point.source for point in series.points[-1:])]))
    return Figure(f"{title}. {words}", svg, f"{title}. {words}", cite)
