"""Funds: what each says of itself as of its date, which of them fit an asking, and which must be asked again."""

from dataclasses import dataclass

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.cities.models import Country
from seoulution.apps.cities.queries import sourced
from seoulution.apps.financing.models import Fund
from seoulution.apps.financing.queries import fund_terms, with_country
from seoulution.apps.network.models import Correction
from seoulution.apps.publishing.labels import label
from seoulution.engine.financing.terms import Eligibility, FundingAsk, Instrument, Region, eligibility
from seoulution.engine.financing.watch import fund_watch
from seoulution.engine.findings import Finding
from seoulution.engine.vocabulary import Sector, Stage
from seoulution.formats.tables import Column, ColumnKind, Row
from seoulution.reference.schema import programme
from seoulution.web.office.cities import country_choices
from seoulution.web.office.engagement_filter import stage_choices
from seoulution.web.office.lists import ordered, page_of, sources_of
from seoulution.web.shared.access import needs
from seoulution.web.shared.choices import sector_choices
from seoulution.web.shared.component_values import Link
from seoulution.web.shared.list_downloads import PARAMETER, Listing, download_links, list_response
from seoulution.web.shared.tags.records import named

ORDERS = {"name": "name_en", "administrator": "administrator__name_en", "instrument": "instrument", "as_of": "as_of"}


def instrument_choices() -> list[tuple[str, str]]:
    return [(each.value, label(Instrument, each)) for each in Instrument]


def region_choices() -> list[tuple[str, str]]:
    return [(each.value, label(Region, each)) for each in Region]


class FundFilter(django_filters.FilterSet):
    """Filters live in the address."""

    q = django_filters.CharFilter(label=gettext_lazy("Words"), method="by_words")
    sector = django_filters.ChoiceFilter(
        label=gettext_lazy("Sector"), choices=sector_choices, empty_label=gettext_lazy("Any sector"), method="by_sector"
    )
    stage = django_filters.ChoiceFilter(
        label=gettext_lazy("Stage"), choices=stage_choices, empty_label=gettext_lazy("Any stage"), method="by_stage"
    )
    instrument = django_filters.ChoiceFilter(
        label=gettext_lazy("Kind of money"), choices=instrument_choices, empty_label=gettext_lazy("Any kind")
    )
    region = django_filters.ChoiceFilter(
        label=gettext_lazy("Region"), choices=region_choices, empty_label=gettext_lazy("Any region")
    )

    class Meta:
        model = Fund
        fields: list[str] = []

    def by_words(self, rows: QuerySet[Fund], name: str, value: str) -> QuerySet[Fund]:
        """In its names, its code or its administrator's names."""
        own = Q(name_ko__icontains=value) | Q(name_en__icontains=value) | Q(code__icontains=value)
        return rows.filter(own | Q(administrator__name_ko__icontains=value) | Q(administrator__name_en__icontains=value))

    def by_sector(self, rows: QuerySet[Fund], name: str, value: str) -> QuerySet[Fund]:
        """Funds of the sector and those open to any."""
        return rows.filter(Q(data__sectors__contains=[value]) | Q(data__sectors=[]))

    def by_stage(self, rows: QuerySet[Fund], name: str, value: str) -> QuerySet[Fund]:
        """Funds that pay for the stage."""
        return rows.filter(data__stages__contains=[value])


@needs(Permission.SEE_OFFICE)
def listing(request: HttpRequest) -> HttpResponse:
    """All funds; with the watch above them."""
    found = FundFilter(request.GET, queryset=Fund.objects.filter(withdrawn_on=None).select_related("administrator"))
    chosen = ordered(request, found.qs, ORDERS, ("position", "code"))
    if name := request.GET.get(PARAMETER):
        return list_response(name, _listing(chosen))
    page = page_of(request, chosen)
    watch = fund_watch(fund_terms(), timezone.localdate())
    names = {row.code: named(row) for row in Fund.objects.defer("data")}
    context = {
        "filter": found,
        "page": page,
        "rows": [(row, _size(row)) for row in page],
        "watch": [(finding, names[finding.subject]) for finding in watch],
        "downloads": download_links(request),
        "sources": sources_of([row.data for row in page]),
    }
    return render(request, "office/funds.html", context)


def _size(row: Fund) -> object:
    record: programme.Fund = row.record
    return sourced(record.size) if record.size else None


def _listing(rows: QuerySet[Fund]) -> Listing:
    columns = (
        Column("code", _("Code")),
        Column("name_ko", _("Korean name")),
        Column("name_en", _("English name")),
        Column("administrator", _("Kept by")),
        Column("instrument", _("Kind of money")),
        Column("region", _("Region")),
        Column("sectors", _("Sectors")),
        Column("stages", _("Stages")),
        Column("per_project", _("Limit per project, in its own words")),
        Column("share", _("Largest share of the cost"), ColumnKind.NUMBER),
        Column("words", _("Its own words")),
        Column("as_of", _("As of"), ColumnKind.DATE),
    )
    return Listing(_("Funds"), "funds", columns, [_row(row) for row in rows])


def _row(row: Fund) -> Row:
    record: programme.Fund = row.record
    return {
        "code": row.code,
        "name_ko": row.name_ko,
        "name_en": row.name_en,
        "administrator": named(row.administrator),
        "instrument": label(Instrument, row.instrument),
        "region": label(Region, row.region),
        "sectors": ", ".join(label(Sector, sector) for sector in record.sectors) or _("any"),
        "stages": ", ".join(label(Stage, stage) for stage in record.stages),
        "per_project": record.amount_per_project.words if record.amount_per_project else "",
        "share": record.share_of_project_cost.at_most if record.share_of_project_cost else None,
        "words": record.words,
        "as_of": row.as_of,
    }


class AskForm(forms.Form):
    """What money is asked for."""

    sector = forms.ChoiceField(label=gettext_lazy("Sector"), choices=sector_choices)
    stage = forms.ChoiceField(label=gettext_lazy("Stage"), choices=stage_choices)
    country = forms.ChoiceField(label=gettext_lazy("Country"), choices=country_choices)


@dataclass(frozen=True, slots=True)
class Answer:
    """The fund's answer and the asking in words."""

    eligibility: Eligibility
    country: str


@needs(Permission.SEE_OFFICE)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """One fund, with its answer to the asking in the address."""
    row = get_object_or_404(Fund.objects.select_related("administrator"), code=code)
    record: programme.Fund = row.record
    asked = any(name in request.GET for name in ("sector", "stage", "country"))
    form = AskForm(request.GET if asked else None)
    watch: tuple[Finding, ...] = tuple(f for f in fund_watch(fund_terms(), timezone.localdate()) if f.subject == code)
    context = {
        "row": row,
        "record": record,
        "size": sourced(record.size) if record.size else None,
        "form": form,
        "answer": _answer(code, form) if asked and form.is_valid() else None,
        "watch": watch,
        "correction": Correction.objects.filter(code=f"correction-{record.correction}").first() if record.correction else None,
        "trail": [Link(_("Funds"), "../")],
        "sources": sources_of(row.data),
    }
    return render(request, "office/fund.html", context)


def _answer(code: str, form: AskForm) -> Answer | None:
    terms = next((each for each in fund_terms() if each.code == code), None)
    country = Country.objects.get(code=form.cleaned_data["country"])
    if terms is None:
        return None
    ask = FundingAsk(Sector(form.cleaned_data["sector"]), Stage(form.cleaned_data["stage"]), timezone.localdate())
    return Answer(eligibility(terms, with_country(ask, country)), named(country))
