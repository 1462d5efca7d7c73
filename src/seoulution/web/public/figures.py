"""About the figures: how far each may be trusted, what the papers slipped on, and what can be taken along."""

import django_filters
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.catalogue.models import Claim
from seoulution.apps.cities.models import Observation, SourceConflict
from seoulution.apps.network.models import Correction, Source
from seoulution.engine.vocabulary import Boundary, Confidence
from seoulution.formats.tables import Column, ColumnKind, Row
from seoulution.web.public.downloads import PAPERS, SHEETS, sheet_response
from seoulution.web.public.lists import query_of
from seoulution.web.public.sources_used import sources_of
from seoulution.web.shared import figure_words
from seoulution.web.shared.access import open_to_all
from seoulution.web.shared.component_values import Link
from seoulution.web.shared.filters_used import filters_in_use
from seoulution.web.shared.tags.records import named, words

SURENESS = {"settled": gettext_lazy("Settled"), "likely": gettext_lazy("Likely"), "open": gettext_lazy("Open")}
DOCUMENTS = {
    "seoul-article": gettext_lazy("The article"),
    "seoul-briefing": gettext_lazy("The briefing"),
    "both": gettext_lazy("Both papers"),
}


class CorrectionFilter(django_filters.FilterSet):
    """Filters live in the address."""

    q = django_filters.CharFilter(label=gettext_lazy("Words"), method="by_words", max_length=200)
    document = django_filters.ChoiceFilter(
        label=gettext_lazy("Paper"), choices=list(DOCUMENTS.items()), empty_label=gettext_lazy("Any paper")
    )
    sureness = django_filters.ChoiceFilter(
        label=gettext_lazy("How sure"),
        choices=list(SURENESS.items()),
        empty_label=gettext_lazy("Any"),
        field_name="data__confidence",
    )

    class Meta:
        model = Correction
        fields: list[str] = []

    def by_words(self, rows: QuerySet[Correction], name: str, value: str) -> QuerySet[Correction]:
        """In the place, the print, or what is right."""
        own = Q(name_ko__icontains=value) | Q(name_en__icontains=value)
        return rows.filter(own | Q(data__printed__icontains=value) | Q(data__corrected__icontains=value))


@open_to_all
def about(request: HttpRequest) -> HttpResponse:
    """What confidence, boundary and freshness mean here, with how many figures stand on each."""
    counted = Observation.objects.values("confidence").annotate(count=Count("pk"))
    claimed = Claim.objects.values("confidence").annotate(count=Count("pk"))
    counts = {row["confidence"]: row["count"] for row in counted}
    for row in claimed:
        counts[row["confidence"]] = counts.get(row["confidence"], 0) + row["count"]
    conflicts = SourceConflict.objects.filter(withdrawn_on=None)
    context = {
        "confidence": [
            (each.value, figure_words.confidence(each), meaning_of(each), counts.get(each.value, 0)) for each in Confidence
        ],
        "boundaries": [figure_words.boundary(each) for each in Boundary],
        "conflicts": conflicts,
        "correction_count": Correction.objects.filter(withdrawn_on=None).count(),
        "source_count": Source.objects.count(),
        "sources": sources_of([row.data for row in conflicts]),
    }
    return render(request, "public/figures.html", context)


def meaning_of(confidence: Confidence) -> str:
    """What a letter of confidence promises."""
    meanings = {
        Confidence.PRIMARY: _("Read in the publication of the body that measured or decided it."),
        Confidence.SECONDARY: _("Read in a publication that reports it: a study, a newspaper, another body."),
        Confidence.UNVERIFIED: _("Not seen in any source. Such a figure is never shown as a fact; it is checked or left out."),
        Confidence.DERIVED: _("Computed from sourced figures; the remark beside the figure says how."),
        Confidence.JUDGEMENT: _("A reading or judgement of the programme, not a measurement."),
    }
    return meanings[confidence]


def _found(request: HttpRequest) -> CorrectionFilter:
    return CorrectionFilter(request.GET, queryset=Correction.objects.filter(withdrawn_on=None).order_by("position"))


@open_to_all
def corrections(request: HttpRequest) -> HttpResponse:
    """Every slip of the two papers, printed beside right, on one page so that a number can be looked up."""
    filtered = _found(request)
    rows = list(filtered.qs)
    context = {
        "filter": filtered,
        "in_use": filters_in_use(filtered),
        "rows": [(row, SURENESS[row.record.confidence], DOCUMENTS[row.document]) for row in rows],
        "sheets": SHEETS,
        "query": query_of(request),
        "sources": sources_of([row.data for row in rows]),
    }
    return render(request, "public/corrections.html", context)


@open_to_all
def corrections_download(request: HttpRequest, name: str) -> HttpResponse:
    """The same list as a sheet."""
    columns = [
        Column("number", _("Number"), ColumnKind.NUMBER),
        Column("document", _("Paper")),
        Column("where", _("Where"), width=30),
        Column("printed", _("Printed"), width=50),
        Column("corrected", _("Right"), width=50),
        Column("reason", _("Reason"), width=60),
        Column("evidence", _("Evidence"), width=30),
        Column("sureness", _("How sure")),
    ]
    return sheet_response(name, _("Corrections"), columns, (_row(row) for row in _found(request).qs), "corrections")


def _row(row: Correction) -> Row:
    record = row.record
    return {
        "number": record.number,
        "document": str(DOCUMENTS[row.document]),
        "where": named(row),
        "printed": record.printed,
        "corrected": record.corrected,
        "reason": words(record.reason),
        "evidence": ", ".join(record.evidence),
        "sureness": str(SURENESS[record.confidence]),
    }


@open_to_all
def open_data(request: HttpRequest) -> HttpResponse:
    """What can be downloaded, in which formats."""
    sets = [
        (
            _("Status of policy sharing"),
            _("Engagements with their true standing, stage and sources."),
            "status-download",
            ("xlsx", "csv", "geojson", *PAPERS),
        ),
        (_("Solutions"), _("Every policy solution with sector, owner, evidence and result."), "solutions-download", SHEETS),
        (
            _("Cities"),
            _("Partner places with kind, ties, latest population and position."),
            "cities-download",
            (*SHEETS, "geojson"),
        ),
        (_("Corrections"), _("Every slip of the two papers, printed beside right."), "corrections-download", SHEETS),
        (_("Sources"), _("Every document that a figure or sentence rests on."), "sources-download", SHEETS),
    ]
    shown = [
        (
            title,
            text,
            [
                Link("GeoJSON" if name == "geojson" else name.upper(), reverse(f"public:{address}", args=(name,)))
                for name in files
            ],
        )
        for title, text, address, files in sets
    ]
    return render(request, "public/open_data.html", {"sets": shown})
