"""What narrows the status of sharing, the public one and the office's own. Stage and standing are those of the day shown."""

from datetime import date
from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.cities.models import City, Country
from seoulution.apps.engagements.access import shown_to_all
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.past_columns import ENDED, in_stage, with_sign
from seoulution.apps.publishing.labels import label
from seoulution.engine.cities.names import plain
from seoulution.engine.vocabulary import Stage, Standing
from seoulution.web.shared.choices import sector_choices
from seoulution.web.shared.tags.records import is_korean, named

LISTED = {"table": gettext_lazy("In the article’s table 2"), "text": gettext_lazy("Told only in the text")}


def region_choices() -> list[tuple[str, str]]:
    """The regions as the papers name them."""
    regions = shown_to_all().exclude(shipped_digest="").order_by().values_list("data__region", flat=True).distinct()
    found = {(region["en"], region["ko"]) for region in regions}
    return sorted((en, ko if is_korean() else en) for en, ko in found)


def country_choices(among: QuerySet[Engagement]) -> list[tuple[str, str]]:
    """Countries that have one of the engagements."""
    countries = City.objects.filter(pk__in=among.order_by().values("city")).values("country")
    rows = Country.objects.filter(pk__in=countries).only("code", "name_ko", "name_en")
    return sorted(((row.code, named(row)) for row in rows), key=lambda pair: pair[1])


class StatusFilter(django_filters.FilterSet):
    """Filters live in the address."""

    q = django_filters.CharFilter(label=gettext_lazy("Words"), method="by_words", max_length=200)
    region = django_filters.ChoiceFilter(
        label=gettext_lazy("Region"),
        choices=region_choices,
        empty_label=gettext_lazy("Any region"),
        method="by_region",
    )
    country = django_filters.ChoiceFilter(
        label=gettext_lazy("Country"),
        choices=[],
        empty_label=gettext_lazy("Any country"),
        method="by_country",
    )
    sector = django_filters.ChoiceFilter(
        label=gettext_lazy("Sector"), choices=sector_choices, empty_label=gettext_lazy("Any sector")
    )
    standing = django_filters.ChoiceFilter(
        label=gettext_lazy("Standing"),
        choices=lambda: [*((each.value, label(Standing, each)) for each in Standing), (ENDED, _("Ended"))],
        empty_label=gettext_lazy("Any standing"),
        method="later",
    )
    stage = django_filters.ChoiceFilter(
        label=gettext_lazy("Stage"),
        choices=lambda: [(each.value, label(Stage, each)) for each in Stage],
        empty_label=gettext_lazy("Any stage"),
        method="later",
    )
    listed = django_filters.ChoiceFilter(
        label=gettext_lazy("Where it is told"),
        choices=list(LISTED.items()),
        empty_label=gettext_lazy("Table and text"),
        method="by_listing",
    )

    class Meta:
        model = Engagement
        fields: list[str] = []

    def __init__(self, data: Any, *, queryset: QuerySet[Engagement]) -> None:
        super().__init__(data, queryset=queryset)
        self.filters["country"].extra["choices"] = country_choices(queryset)

    def by_words(self, rows: QuerySet[Engagement], name: str, value: str) -> QuerySet[Engagement]:
        """In the name of the engagement, or any name of its place."""
        own = Q(name_ko__icontains=value) | Q(name_en__icontains=value)
        if not plain(value):
            return rows.filter(own)
        return rows.filter(own | Q(city__in=City.objects.filter(names__folded__contains=plain(value)).values("pk")))

    def by_country(self, rows: QuerySet[Engagement], name: str, value: str) -> QuerySet[Engagement]:
        return rows.filter(city__in=City.objects.filter(country__code=value).values("pk"))

    def by_region(self, rows: QuerySet[Engagement], name: str, value: str) -> QuerySet[Engagement]:
        """Of the papers' region, and what was opened since in the countries that they put there."""
        theirs = Q(data__region__en=value)
        countries = shown_to_all().exclude(shipped_digest="").filter(theirs).order_by().values("city__country")
        return rows.filter(theirs | Q(shipped_digest="", city__country__in=countries))

    def by_listing(self, rows: QuerySet[Engagement], name: str, value: str) -> QuerySet[Engagement]:
        if value == "table":
            return rows.filter(row__isnull=False)
        return rows.filter(row__isnull=True).exclude(shipped_digest="")

    def later(self, rows: QuerySet[Engagement], name: str, value: str) -> QuerySet[Engagement]:
        """Stage and standing are those of the day: `of_the_day` asks them."""
        return rows

    def of_the_day(self, rows: QuerySet[Engagement], day: date, *, today: date) -> QuerySet[Engagement]:
        """Narrowed to the stage and standing of the day."""
        asked: dict[str, Any] = self.form.cleaned_data if self.form.is_valid() else {}
        if standing := asked.get("standing"):
            rows = with_sign(rows, day, today=today).filter(sign_then=standing)
        if stage := asked.get("stage"):
            rows = in_stage(rows, Stage(stage), day, today=today)
        return rows
