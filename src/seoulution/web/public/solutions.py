"""The catalogue: every solution, narrowed in the address, to be taken along as a sheet."""

from typing import Final

import django_filters
from django.db.models import QuerySet, TextField, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Concat
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.publishing.compose.solution_paper import COSTS
from seoulution.apps.publishing.labels import label
from seoulution.apps.publishing.quoting import results_said
from seoulution.engine.catalogue.evidence import EvidenceGrade
from seoulution.engine.vocabulary import Sector, SolutionKind
from seoulution.formats.tables import Column, ColumnKind, Row
from seoulution.web.public.downloads import SHEETS, sheet_response
from seoulution.web.public.lists import filters_in_use, ordered, page_of, query_of
from seoulution.web.shared.access import open_to_all
from seoulution.web.shared.choices import sector_choices
from seoulution.web.shared.tags.numbers import percent
from seoulution.web.shared.tags.records import named

ORDERS = {"name": "name_en", "sector": "sector", "evidence": "evidence_grade", "complete": "completeness", "cost": "cost_class"}
MOST_WORDS = 8


KINDS: Final = {"knowledge": SolutionKind.KNOWLEDGE, "deliverable": SolutionKind.EXPORTABLE}
"""As they stand in the address, which cities read too."""


def kind_choices() -> list[tuple[str, str]]:
    return [(name, label(SolutionKind, kind)) for name, kind in KINDS.items()]


def grade_words(grade: str) -> str:
    """What an evidence grade means, in a line."""
    meanings = {
        EvidenceGrade.A: _("measured before and after, in primary sources"),
        EvidenceGrade.B: _("before and after, in other sources"),
        EvidenceGrade.C: _("results without a before"),
        EvidenceGrade.D: _("no results on record"),
    }
    return meanings[EvidenceGrade(grade)]


def grade_choices() -> list[tuple[str, str]]:
    return [(grade.value, f"{grade.value}: {grade_words(grade)}") for grade in EvidenceGrade]


class SolutionFilter(django_filters.FilterSet):
    """Filters live in the address."""

    q = django_filters.CharFilter(label=gettext_lazy("Words"), method="by_words", max_length=200)
    sector = django_filters.ChoiceFilter(
        label=gettext_lazy("Sector"), choices=sector_choices, empty_label=gettext_lazy("Any sector")
    )
    kind = django_filters.ChoiceFilter(
        label=gettext_lazy("Kind"), choices=kind_choices, empty_label=gettext_lazy("Any kind"), method="by_kind"
    )
    cost = django_filters.ChoiceFilter(
        label=gettext_lazy("Cost class"),
        choices=list(COSTS.items()),
        empty_label=gettext_lazy("Any cost"),
        field_name="cost_class",
    )
    evidence = django_filters.ChoiceFilter(
        label=gettext_lazy("Evidence"),
        choices=grade_choices,
        empty_label=gettext_lazy("Any evidence"),
        field_name="evidence_grade",
    )

    class Meta:
        model = PolicySolution
        fields: list[str] = []

    def by_words(self, rows: QuerySet[PolicySolution], name: str, value: str) -> QuerySet[PolicySolution]:
        """Every word in a name, an alias, the one-line result or a symptom."""
        parts = [KeyTextTransform(key, "data") for key in ("aliases", "result", "symptoms")]
        found = rows.annotate(said=Concat("name_ko", Value(" "), "name_en", Value(" "), *parts, output_field=TextField()))
        for word in value.split()[:MOST_WORDS]:
            found = found.filter(said__icontains=word)
        return found

    def by_kind(self, rows: QuerySet[PolicySolution], name: str, value: str) -> QuerySet[PolicySolution]:
        return rows.filter(is_knowledge=True) if value == "knowledge" else rows.filter(is_exportable=True)


def _found(request: HttpRequest) -> tuple[SolutionFilter, QuerySet[PolicySolution]]:
    filtered = SolutionFilter(request.GET, queryset=PolicySolution.objects.offered().select_related("owner"))
    return filtered, ordered(filtered.qs, request, ORDERS, "sector")


@open_to_all
def listing(request: HttpRequest) -> HttpResponse:
    """Cards of solutions; fifty on a page."""
    filtered, rows = _found(request)
    page = page_of(rows.defer("data", "owner__data"), request)
    results = results_said(page, timezone.localdate())
    evidence = _("Evidence %(grade)s · filled in %(share)s")
    context = {
        "filter": filtered,
        "in_use": filters_in_use(filtered),
        "page": page,
        "rows": [
            (row, results[row.pk], evidence % {"grade": row.evidence_grade, "share": percent(row.completeness, 0)})
            for row in page
        ],
        "sheets": SHEETS,
        "query": query_of(request),
    }
    return render(request, "public/solutions.html", context)


@open_to_all
def download(request: HttpRequest, name: str) -> HttpResponse:
    """The same list as a sheet."""
    columns = [
        Column("code", _("Code")),
        Column("name", _("Solution")),
        Column("sector", _("Sector")),
        Column("kinds", _("Kind")),
        Column("result", _("Result"), width=60),
        Column("owner", _("Owner")),
        Column("cost", _("Cost class")),
        Column("started", _("Started"), ColumnKind.NUMBER),
        Column("evidence", _("Evidence")),
        Column("completeness", _("Filled in (%)"), ColumnKind.NUMBER),
        Column("sources", _("Sources of the result")),
    ]
    _filter, found = _found(request)
    rows = list(found)
    results = results_said(rows, timezone.localdate())
    return sheet_response(name, _("Solutions"), columns, (_row(row, results[row.pk]) for row in rows), "solutions")


def _row(row: PolicySolution, result: str) -> Row:
    record = row.record
    return {
        "code": row.code,
        "name": named(row),
        "sector": label(Sector, row.sector),
        "kinds": ", ".join(label(SolutionKind, kind) for kind in record.kinds),
        "result": result,
        "owner": named(row.owner),
        "cost": str(COSTS[row.cost_class]),
        "started": record.started,
        "evidence": row.evidence_grade,
        "completeness": round(row.completeness * 100),
        "sources": ", ".join(record.result.sources),
    }
