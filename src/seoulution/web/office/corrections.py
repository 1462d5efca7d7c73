"""What the papers printed beside what is right."""

import django_filters
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.network.models import Correction
from seoulution.formats.tables import Column, ColumnKind
from seoulution.web.office.downloads import PARAMETER, Listing, download_links, list_response
from seoulution.web.shared.access import needs
from seoulution.web.shared.tags.records import words


def document_choices() -> list[tuple[str, str]]:
    return [("seoul-briefing", _("Briefing")), ("seoul-article", _("Article")), ("both", _("Both"))]


def certainty_choices() -> list[tuple[str, str]]:
    return [("settled", _("Settled")), ("likely", _("Likely")), ("open", _("Open"))]


class CorrectionFilter(django_filters.FilterSet):
    """Filters live in the address."""

    q = django_filters.CharFilter(label=gettext_lazy("Words"), method="by_words")
    document = django_filters.ChoiceFilter(
        label=gettext_lazy("Paper"), choices=document_choices, empty_label=gettext_lazy("Any paper")
    )
    certainty = django_filters.ChoiceFilter(
        label=gettext_lazy("How sure"),
        choices=certainty_choices,
        empty_label=gettext_lazy("Any"),
        field_name="data__confidence",
    )

    class Meta:
        model = Correction
        fields: list[str] = []

    def by_words(self, rows: QuerySet[Correction], name: str, value: str) -> QuerySet[Correction]:
        """In what was printed, what is right, or where."""
        own = Q(data__printed__icontains=value) | Q(data__corrected__icontains=value)
        return rows.filter(own | Q(name_ko__icontains=value) | Q(name_en__icontains=value))


@needs(Permission.SEE_OFFICE)
def listing(request: HttpRequest) -> HttpResponse:
    """Every slip, in the order of its number; all on one page, so that links to one always lead to it."""
    found = CorrectionFilter(request.GET, queryset=Correction.objects.filter(withdrawn_on=None))
    if name := request.GET.get(PARAMETER):
        return list_response(name, _listing(found.qs))
    rows = list(found.qs)
    context = {"filter": found, "rows": rows, "downloads": download_links(request)}
    return render(request, "office/corrections.html", context)


def _listing(rows: QuerySet[Correction]) -> Listing:
    columns = (
        Column("number", _("Number"), ColumnKind.NUMBER),
        Column("document", _("Paper")),
        Column("where", _("Where")),
        Column("printed", _("Printed")),
        Column("corrected", _("Corrected")),
        Column("reason", _("Reason")),
        Column("certainty", _("How sure")),
    )
    papers, sure = dict(document_choices()), dict(certainty_choices())
    listed = [
        {
            "number": row.record.number,
            "document": papers[row.document],
            "where": words(row.record.where),
            "printed": row.record.printed,
            "corrected": row.record.corrected or "",
            "reason": words(row.record.reason),
            "certainty": sure[row.record.confidence],
        }
        for row in rows
    ]
    return Listing(_("Corrections"), "corrections", columns, listed)
