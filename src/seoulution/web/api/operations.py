"""The operations of the open data interface: read only, no account, no personal data."""

from datetime import date

from django.db.models import QuerySet
from django.http import HttpRequest, StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import override
from ninja import NinjaAPI
from ninja.pagination import LimitOffsetPagination, paginate

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.cities.models import City
from seoulution.apps.engagements.access import shown_to_all
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.past import begun_by
from seoulution.apps.network.models import Correction, Source
from seoulution.apps.publishing.editions import city_edition
from seoulution.apps.publishing.quoting import quotes_of, results_said
from seoulution.engine.vocabulary import Language, Sector
from seoulution.formats import geojson
from seoulution.formats.geojson import geojson_lines
from seoulution.web.api import schemas
from seoulution.web.api.days import Day
from seoulution.web.api.editions import edition_value, known
from seoulution.web.api.engagements_then import EngagementsThen
from seoulution.web.api.rules import router
from seoulution.web.api.words import said_in_both

api = NinjaAPI(
    title="Seoulution open data",
    version="1",
    description="Policy solutions, cities, engagements, sources and corrections. Facts of 2014 are as of 2014.",
    docs_url=None,
    openapi_url="openapi.json",
    urls_namespace="api",
)
api.add_router("", router)


def _names(row: object) -> dict[str, str]:
    return {"ko": row.name_ko, "en": row.name_en}  # type: ignore[attr-defined]


def _solution(row: PolicySolution, result: dict[str, str]) -> dict[str, object]:
    record = row.record
    return {
        "code": row.code,
        "name": _names(row),
        "sector": row.sector,
        "kinds": [kind.value for kind in record.kinds],
        "result": result,
        "owner": row.owner.code,
        "completeness": round(row.completeness, 3),
        "evidence_grade": row.evidence_grade,
    }


@api.get("/solutions", response=list[schemas.SolutionOut], url_name="solutions")
@paginate(LimitOffsetPagination)
def solutions(request: HttpRequest, sector: Sector | None = None) -> list[dict[str, object]]:
    """All solutions, or those of one sector."""
    rows = PolicySolution.objects.offered().select_related("owner").defer("owner__data")
    found = list(rows.filter(sector=sector.value) if sector else rows)
    results = {}
    for language in (Language.KO, Language.EN):
        with override(language.value):
            results[language.value] = results_said([row.pk for row in found], timezone.localdate())
    return [_solution(row, {language: lines[row.pk] for language, lines in results.items()}) for row in found]


@api.get("/solutions/{slug:code}", response={200: schemas.SolutionDetailOut, 404: schemas.Problem}, url_name="solution")
def solution(request: HttpRequest, code: str) -> tuple[int, dict[str, object]]:
    """One solution with its sections, figures and gaps; a figure that may no longer be quoted comes without its value."""
    row = PolicySolution.objects.offered().filter(code=code).select_related("owner").first()
    if row is None:
        return 404, {"detail": f"No solution has the code {code!r}. All codes are at /api/solutions."}
    record, written = row.record, row.manuscript
    quotes = quotes_of(row, timezone.localdate())
    fields = ("value", "unit", "year", "boundary", "source", "confidence")
    return 200, {
        **_solution(row, said_in_both(written.result, quotes)),
        "sections": {key.value: said_in_both(text, quotes) for key, text in written.sections.items()},
        "claims": [
            {
                "code": claim.code,
                "label": {"ko": claim.label_ko, "en": claim.label_en},
                "state": quotes[claim.code].state,
                "confirmed_on": claim.confirmed_on,
                "valid_until": claim.valid_until,
                "figure": None
                if quotes[claim.code].withheld
                else {name: str(claim.figure[name]) if name == "value" else claim.figure[name] for name in fields},
            }
            for claim in row.claims.all()
            if claim.figure is not None
        ],
        "gaps": [{"ko": gap.question.ko, "en": gap.question.en} for gap in record.gaps],
    }


@api.get("/solutions/{slug:code}/for/{slug:city}", response={200: schemas.EditionOut, 404: schemas.Problem}, url_name="edition")
def edition(request: HttpRequest, code: str, city: str) -> tuple[int, dict[str, object]]:
    """A solution for one city: conditions by its own figures, the level that fits, costs, who received it."""
    row = known(code)
    if row is None:
        return 404, {"detail": f"No solution has the code {code!r}. All codes are at /api/solutions."}
    place = City.objects.filter(code=city, withdrawn_on=None, is_provider=False).select_related("country").first()
    if place is None:
        return 404, {"detail": f"No city has the code {city!r}. All codes are at /api/cities."}
    return 200, edition_value(city_edition(row, place, Language.EN, today=timezone.localdate()))


@api.get("/cities", response=list[schemas.CityOut], url_name="cities")
@paginate(LimitOffsetPagination)
def cities(request: HttpRequest) -> list[dict[str, object]]:
    """Partner places of every kind."""
    rows = City.objects.filter(withdrawn_on=None, is_provider=False).select_related("country").defer("data", "country__data")
    return [
        {
            "code": row.code,
            "name": _names(row),
            "country": row.country.code,
            "kind": row.kind,
            "latitude": row.latitude,
            "longitude": row.longitude,
            "is_target": row.is_target,
        }
        for row in rows
    ]


def _engagements() -> QuerySet[Engagement]:
    rows = shown_to_all().select_related("city__country")
    return rows.defer("city__data", "city__country__data")  # their own is read: what the documents tell of the day


def _then(on: date | None) -> EngagementsThen:
    """As of the day, or of today where none or a later one is given."""
    today = timezone.localdate()
    day = min(on or today, today)
    return EngagementsThen(begun_by(_engagements(), day), day, today)


@api.get("/engagements", response=list[schemas.EngagementOut], url_name="engagements")
@paginate(LimitOffsetPagination)
def engagements(request: HttpRequest, on: Day | None = None) -> EngagementsThen:
    """Cooperations as of a day, today where none is given; row is the line of the article's table 2. See `presence` for what is known."""
    return _then(on)


@api.get(
    "/engagements.geojson",
    url_name="engagements-geojson",
    openapi_extra={"responses": {200: {"description": "A GeoJSON FeatureCollection", "content": {geojson.CONTENT_TYPE: {}}}}},
)
def engagements_geojson(request: HttpRequest, on: Day | None = None) -> StreamingHttpResponse:
    """The same on the map, as of a day; places without a known position are left out."""
    return StreamingHttpResponse(geojson_lines(_then(on).points()), content_type=geojson.CONTENT_TYPE)


@api.get("/sources", response=list[schemas.SourceOut], url_name="sources")
@paginate(LimitOffsetPagination)
def sources(request: HttpRequest) -> QuerySet[Source]:
    """Every document a figure rests on."""
    return Source.objects.all()


@api.get("/corrections", response=list[schemas.CorrectionOut], url_name="corrections")
@paginate(LimitOffsetPagination)
def corrections(request: HttpRequest) -> list[dict[str, object]]:
    """The slips of the two papers: printed beside corrected."""
    return [
        {
            "number": r.number,
            "document": r.document,
            "printed": r.printed,
            "corrected": r.corrected,
            "reason": {"ko": r.reason.ko, "en": r.reason.en},
        }
        for r in (row.record for row in Correction.objects.all())
    ]
