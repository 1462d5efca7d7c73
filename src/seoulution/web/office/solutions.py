"""The catalogue as the office works on it: how complete, how well evidenced, what is missing and whom to ask."""

import django_filters
from django.db.models import F, Func, IntegerField, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.network.models import Agency
from seoulution.apps.publishing.labels import label
from seoulution.engine.catalogue.evidence import EvidenceGrade
from seoulution.engine.vocabulary import Sector, SolutionKind
from seoulution.formats.tables import Column, ColumnKind, Row
from seoulution.web.office.lists import ordered, page_of
from seoulution.web.shared.access import needs
from seoulution.web.shared.choices import sector_choices
from seoulution.web.shared.list_downloads import PARAMETER, Listing, download_links, list_response
from seoulution.web.shared.tags.records import named

ORDERS = {
    "name": "name_en",
    "sector": "sector",
    "owner": "owner__name_en",
    "evidence": "evidence_grade",
    "complete": "completeness",
    "gaps": "gap_count",
}


def gap_count() -> Func:
    """How many explicit gaps a record holds, counted by the database."""
    return Func(F("data__gaps"), function="jsonb_array_length", output_field=IntegerField())


def kind_choices() -> list[tuple[str, str]]:
    return [(kind.value, label(SolutionKind, kind)) for kind in SolutionKind]


def owner_choices() -> list[tuple[str, str]]:
    return [(row.code, named(row)) for row in Agency.objects.filter(solutions__isnull=False).distinct()]


def completeness_choices() -> list[tuple[str, str]]:
    return [("1", _("Complete")), ("0.9", _("At least 90%")), ("0.75", _("At least 75%"))]


class SolutionFilter(django_filters.FilterSet):
    """Filters live in the address."""

    q = django_filters.CharFilter(label=gettext_lazy("Words"), method="by_words")
    sector = django_filters.ChoiceFilter(
        label=gettext_lazy("Sector"), choices=sector_choices, empty_label=gettext_lazy("Any sector")
    )
    kind = django_filters.ChoiceFilter(
        label=gettext_lazy("Kind"), choices=kind_choices, empty_label=gettext_lazy("Any kind"), method="by_kind"
    )
    owner = django_filters.ChoiceFilter(
        label=gettext_lazy("Owner"), choices=owner_choices, empty_label=gettext_lazy("Any owner"), field_name="owner__code"
    )
    evidence = django_filters.ChoiceFilter(
        label=gettext_lazy("Evidence"),
        choices=[(grade.value, grade.value) for grade in EvidenceGrade],
        empty_label=gettext_lazy("Any grade"),
        field_name="evidence_grade",
    )
    complete = django_filters.ChoiceFilter(
        label=gettext_lazy("Completeness"),
        choices=completeness_choices,
        empty_label=gettext_lazy("Any"),
        method="by_completeness",
    )

    class Meta:
        model = PolicySolution
        fields: list[str] = []

    def by_words(self, rows: QuerySet[PolicySolution], name: str, value: str) -> QuerySet[PolicySolution]:
        """In name or code."""
        return rows.filter(Q(name_ko__icontains=value) | Q(name_en__icontains=value) | Q(code__icontains=value))

    def by_kind(self, rows: QuerySet[PolicySolution], name: str, value: str) -> QuerySet[PolicySolution]:
        """Those that can be had as the kind asked for; a solution may hold both."""
        return rows.filter(is_exportable=True) if value == SolutionKind.EXPORTABLE else rows.filter(is_knowledge=True)

    def by_completeness(self, rows: QuerySet[PolicySolution], name: str, value: str) -> QuerySet[PolicySolution]:
        """Filled to at least the share."""
        return rows.filter(completeness__gte=float(value) - 1e-9)


@needs(Permission.SEE_OFFICE)
def listing(request: HttpRequest) -> HttpResponse:
    """All solutions with what is missing in each."""
    rows = PolicySolution.objects.offered().select_related("owner")
    rows = rows.annotate(gap_count=gap_count()).defer("data")
    found = SolutionFilter(request.GET, queryset=rows)
    chosen = ordered(request, found.qs, ORDERS, ("position", "code"))
    if name := request.GET.get(PARAMETER):
        return list_response(name, _listing(chosen))
    context = {
        "filter": found,
        "page": page_of(request, chosen),
        "gaps": sum(chosen.values_list("gap_count", flat=True)),
        "downloads": download_links(request),
    }
    return render(request, "office/solutions.html", context)


def kinds_of(row: PolicySolution) -> str:
    """Both kinds in words, where a solution has both."""
    held = ((row.is_knowledge, SolutionKind.KNOWLEDGE), (row.is_exportable, SolutionKind.EXPORTABLE))
    return ", ".join(label(SolutionKind, kind) for has, kind in held if has)


def _listing(rows: QuerySet[PolicySolution]) -> Listing:
    columns = (
        Column("code", _("Code")),
        Column("name_ko", _("Korean name")),
        Column("name_en", _("English name")),
        Column("sector", _("Sector")),
        Column("kinds", _("Kind")),
        Column("owner", _("Owner")),
        Column("evidence", _("Evidence")),
        Column("completeness", _("Completeness"), ColumnKind.NUMBER),
        Column("gaps", _("Gaps"), ColumnKind.NUMBER),
        Column("reviewed_on", _("Reviewed on"), ColumnKind.DATE),
    )
    listed: list[Row] = [
        {
            "code": row.code,
            "name_ko": row.name_ko,
            "name_en": row.name_en,
            "sector": label(Sector, row.sector),
            "kinds": kinds_of(row),
            "owner": named(row.owner),
            "evidence": row.evidence_grade,
            "completeness": round(row.completeness, 3),
            "gaps": row.gap_count,  # type: ignore[attr-defined]
            "reviewed_on": row.reviewed_on,
        }
        for row in rows
    ]
    return Listing(_("Policy solutions"), "solutions", columns, listed)
