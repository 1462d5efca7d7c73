"""Places, their figures, ties, and the provider city's own past."""

import pghistory
from django.db import models

from seoulution.apps.network.models import Source
from seoulution.apps.network.records import ReferenceModel
from seoulution.engine.vocabulary import Boundary, Confidence, PlaceKind, TieKind, choices
from seoulution.reference.schema import cities


class Indicator(ReferenceModel):
    shape = cities.Indicator
    unit = models.CharField(max_length=60)
    theme = models.CharField(max_length=20)


class Country(ReferenceModel):
    """A country; `code` is ISO 3166-1 alpha-2."""

    shape = cities.Country
    region = models.CharField(max_length=30)


@pghistory.track()
class City(ReferenceModel):
    """A partner place of any kind, or the provider itself."""

    shape = cities.City
    kind = models.CharField(max_length=10, choices=choices(PlaceKind))
    country = models.ForeignKey(Country, models.PROTECT, related_name="cities")
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    is_target = models.BooleanField(default=False)
    is_provider = models.BooleanField(default=False)


class CityName(models.Model):
    """Every name a city is known by; `folded` is what a search compares."""

    city = models.ForeignKey(City, models.CASCADE, related_name="names")
    name = models.CharField(max_length=200)
    folded = models.CharField(max_length=200, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["city", "folded"], name="city_name_once")]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class Observation(models.Model):
    """One value of one indicator for a city or a country, with everything a reader needs to trust it."""

    city = models.ForeignKey(City, models.CASCADE, related_name="observations", null=True, blank=True)
    country = models.ForeignKey(Country, models.CASCADE, related_name="observations", null=True, blank=True)
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="observations")
    value = models.DecimalField(max_digits=24, decimal_places=6, null=True, blank=True)
    words = models.CharField(max_length=300, blank=True, help_text="where the source gives words, not a number")
    unit = models.CharField(max_length=80)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    boundary = models.CharField(max_length=20, choices=choices(Boundary))
    source = models.ForeignKey(Source, models.PROTECT, related_name="observations")
    confidence = models.CharField(max_length=1, choices=choices(Confidence))
    figure = models.JSONField(help_text="the figure as its file has it, with ranges, printed value and note")

    class Meta:
        ordering = ["indicator__position", "indicator__code", "-year"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(city__isnull=False) ^ models.Q(country__isnull=False), name="observation_is_of_one_place"
            )
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.year}"


class Tie(ReferenceModel):
    """A sister or friendship tie as numbered in the briefing."""

    shape = cities.Tie
    kind = models.CharField(max_length=12, choices=choices(TieKind))
    city = models.ForeignKey(City, models.PROTECT, related_name="ties")


class Membership(ReferenceModel):
    """The provider's place in an association of cities."""

    shape = cities.Membership


class ProviderSeries(ReferenceModel):
    """One indicator of the provider's past within one boundary."""

    shape = cities.Series
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="provider_series")
    boundary = models.CharField(max_length=20, choices=choices(Boundary))
    for_matching = models.BooleanField(default=False)


class ExchangeRates(ReferenceModel):
    """The yearly rates of one currency against the dollar; `code` is ISO 4217."""

    shape = cities.ExchangeRates


class Milestone(ReferenceModel):
    """What the provider did in a year, and what followed."""

    shape = cities.Milestone
    year = models.PositiveSmallIntegerField(db_index=True)


class SourceConflict(ReferenceModel):
    """Two sources that differ: both are shown."""

    shape = cities.Conflict
