"""Loads places with their names and figures, ties, and the provider's own past."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import pghistory
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.cities.models import (
    City,
    CityName,
    Country,
    ExchangeRates,
    Indicator,
    Membership,
    Milestone,
    Observation,
    ProviderSeries,
    SourceConflict,
    Tie,
)
from seoulution.apps.network.models import Source
from seoulution.apps.network.services import Stored, add_source, digest_of, names, store_records
from seoulution.engine.cities.names import plain
from seoulution.engine.vocabulary import Boundary, Confidence
from seoulution.reference.load import Reference
from seoulution.reference.schema import base, cities

PROVIDER = "seoul"
_ADDED = Q(source__code__startswith="added-")
"""Figures that people put on record here: what ships neither has nor replaces them."""


@transaction.atomic
def load(reference: Reference, *, today: date) -> dict[str, Stored]:
    """Indicators, countries, cities, ties, memberships and the provider's past."""
    stored = {
        "indicators": store_records(
            Indicator,
            reference.of(cities.Indicator),
            lambda r: {"code": r.code, "unit": r.unit, "theme": r.theme, **names(r.name)},
            today=today,
        )
    }
    old = {**_digests(Country), **_digests(City)}
    stored["countries"] = store_records(
        Country, reference.of(cities.Country), lambda r: {"code": r.code, "region": r.region, **names(r.name)}, today=today
    )
    stored["rates"] = store_records(
        ExchangeRates,
        reference.of(cities.ExchangeRates),
        lambda r: {"code": r.currency, "name_ko": r.currency, "name_en": r.currency},
        today=today,
    )
    country = {row.code: row for row in Country.objects.all()}
    stored["cities"] = store_records(
        City,
        reference.of(cities.City),
        lambda r: {
            "code": r.code,
            "kind": r.kind,
            "country": country[r.country],
            "latitude": r.latitude,
            "longitude": r.longitude,
            "is_target": r.target is not None,
            "is_provider": r.code == PROVIDER,
            **names(r.name),
        },
        today=today,
    )
    _store_places(reference, old)
    return stored | _load_ties(reference, today) | _load_past(reference, today)


def _digests(model: type[Country] | type[City]) -> dict[str, str]:
    return dict(model._default_manager.values_list("code", "shipped_digest"))


def _store_places(reference: Reference, old: dict[str, str]) -> None:
    indicator = {row.code: row for row in Indicator.objects.all()}
    source = {row.code: row for row in Source.objects.all()}
    for row in City.objects.all():
        if old.get(row.code) != row.shipped_digest:
            _store_names(row)
            row.observations.exclude(_ADDED).delete()
            Observation.objects.bulk_create(_observations(row.record.observations, indicator, source, city=row))
    for land in Country.objects.all():
        if old.get(land.code) != land.shipped_digest:
            land.observations.exclude(_ADDED).delete()
            Observation.objects.bulk_create(_observations(land.record.observations, indicator, source, country=land))


def _store_names(row: City) -> None:
    record: cities.City = row.record
    known = [row.code.replace("-", " "), record.name.ko, record.name.en, record.local_name or "", *record.aliases]
    row.names.all().delete()
    unique = {plain(name): name for name in known if name}
    CityName.objects.bulk_create(CityName(city=row, name=name, folded=key) for key, name in unique.items())


def _observations(
    given: Iterable[cities.Observation],
    indicator: dict[str, Indicator],
    source: dict[str, Source],
    *,
    city: City | None = None,
    country: Country | None = None,
) -> list[Observation]:
    return [
        Observation(
            city=city,
            country=country,
            indicator=indicator[observation.indicator],
            value=observation.figure.value if isinstance(observation.figure.value, Decimal) else None,
            words="" if isinstance(observation.figure.value, Decimal) else observation.figure.value,
            unit=observation.figure.unit,
            year=observation.figure.year,
            boundary=observation.figure.boundary,
            source=source[observation.figure.source],
            confidence=observation.figure.confidence,
            figure=observation.figure.model_dump(mode="json"),
        )
        for observation in given
    ]


def _load_ties(reference: Reference, today: date) -> dict[str, Stored]:
    city = {row.code: row for row in City.objects.all()}
    return {
        "ties": store_records(
            Tie,
            reference.of(cities.Tie),
            lambda r: {
                "code": f"{r.kind}-{r.number:02}",
                "kind": r.kind,
                "city": city[r.city],
                "name_ko": city[r.city].name_ko,
                "name_en": city[r.city].name_en,
            },
            today=today,
        ),
        "memberships": store_records(
            Membership,
            reference.of(cities.Membership),
            lambda r: {"code": r.body, "name_ko": r.role.ko[:300], "name_en": r.role.en[:300]},
            today=today,
        ),
    }


def _load_past(reference: Reference, today: date) -> dict[str, Stored]:
    indicator = {row.code: row for row in Indicator.objects.all()}
    return {
        "series": store_records(
            ProviderSeries,
            reference.of(cities.Series),
            lambda r: {
                "code": "-".join(filter(None, (r.indicator, r.boundary, r.variant, digest_of(r)[:6]))),
                "indicator": indicator[r.indicator],
                "boundary": r.boundary,
                "for_matching": r.matching,
                "name_ko": indicator[r.indicator].name_ko,
                "name_en": indicator[r.indicator].name_en,
            },
            today=today,
        ),
        "milestones": store_records(
            Milestone,
            reference.of(cities.Milestone),
            lambda r: {
                "code": f"{r.year}-{digest_of(r)[:8]}",
                "year": r.year,
                "name_ko": r.policy.ko[:300],
                "name_en": r.policy.en[:300],
            },
            today=today,
        ),
        "conflicts": store_records(
            SourceConflict,
            reference.of(cities.Conflict),
            lambda r: {"code": f"conflict-{digest_of(r)[:8]}", "name_ko": r.about.ko[:300], "name_en": r.about.en[:300]},
            today=today,
        ),
    }


@transaction.atomic
def record_figure(
    city: City, indicator: Indicator, *, value: Decimal, year: int, source_title: str, published: date, by: User
) -> Observation:
    """A figure that the city itself gave: beside the others, with the city as its source, never over them.

    Its boundary is that of the figure it stands beside, else the city's own.
    raises PermissionDenied : the role may not correct figures
    """
    if not by.may(Permission.EDIT_CITY_FIGURES):
        raise PermissionDenied(Permission.EDIT_CITY_FIGURES)
    source = add_source(title=source_title, publisher=city.name_en, published=published.isoformat())
    beside = city.observations.filter(indicator=indicator).order_by("-year").values_list("boundary", flat=True).first()
    figure = base.Figure(
        value=value,
        unit=indicator.unit,
        year=year,
        boundary=Boundary(beside or Boundary.CITY),
        source=source.code,
        confidence=Confidence.SECONDARY,
    )
    with pghistory.context(reason="figure given by the city", by=by.username):
        (row,) = _observations(
            [cities.Observation(indicator=indicator.code, figure=figure)],
            {indicator.code: indicator},
            {source.code: source},
            city=city,
        )
        row.save()
    return row


@transaction.atomic
def take_out_figure(row: Observation, *, by: User) -> None:
    """Undo of `record_figure`: the figure is on record no more. What ships is corrected in its file, never here.

    raises PermissionDenied : the role may not correct figures
    """
    if not by.may(Permission.EDIT_CITY_FIGURES):
        raise PermissionDenied(Permission.EDIT_CITY_FIGURES)
    with pghistory.context(reason="figure given by the city taken out again", by=by.username):
        Observation.objects.filter(_ADDED, pk=row.pk).delete()
