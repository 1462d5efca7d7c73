"""What the papers printed beside what is right, and every record that a slip touches."""

import django_filters
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.network.models import Correction
from seoulution.formats.tables import Column, ColumnKind, Row
from seoulution.web.office.correction_links import Named, evidence_of, records_touched
from seoulution.web.office.lists import sources_of
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.list_downloads import PARAMETER, Listing, download_links, list_response
from seoulution.web.shared.tags.records import words

Shown = tuple[Correction, list[Named], list[Named]]
"""A correction with its evidence and the records it touches."""


def document_choices() -> list[tuple[str, str]]:
    return [("seoul-briefing", _("Briefing")), ("seoul-article", _("Article")), ("both", _("Both"))]


def confidence_choices() -> list[tuple[str, str]]:
    return [("settled", _("settled")), ("likely", _("likely")), ("open", _("not settled"))]


class CorrectionFilter(django_filters.FilterSet):
    """Filters live in the address."""

    q = django_filters.CharFilter(label=gettext_lazy("Words"), method="by_words")
    document = django_filters.ChoiceFilter(
        label=gettext_lazy("Paper"), choices=document_choices, empty_label=gettext_lazy("Any paper")
    )
    confidence = django_filters.ChoiceFilter(
        label=gettext_lazy("How sure"),
        choices=confidence_choices,
        empty_label=gettext_lazy("Any"),
        field_name="data__confidence",
    )

    class Meta:
        model = Correction
        fields: list[str] = []

    def by_words(self, rows: QuerySet[Correction], name: str, value: str) -> QuerySet[Correction]:
        """In what was printed, what is right, why, where, or the number itself."""
        own = Q(data__printed__icontains=value) | Q(data__corrected__icontains=value)
        why = Q(data__reason__ko__icontains=value) | Q(data__reason__en__icontains=value)
        where = Q(name_ko__icontains=value) | Q(name_en__icontains=value)
        return rows.filter(own | why | where | Q(code=f"correction-{value}"))


@needs(Permission.SEE_OFFICE)
def listing(request: SignedInRequest) -> HttpResponse:
    """Every slip in the order of its number, all on one page, so that a link to one always finds it."""
    found = CorrectionFilter(request.GET, queryset=Correction.objects.filter(withdrawn_on=None))
    shown = _shown(list(found.qs), reader=request.user)
    if name := request.GET.get(PARAMETER):
        return list_response(name, _listing(shown))
    papers = dict(document_choices())
    context = {
        "filter": found,
        "rows": [(row, papers[row.document], evidence, touched) for row, evidence, touched in shown],
        "downloads": download_links(request),
    }
    return render(request, "office/corrections.html", context)


def _shown(rows: list[Correction], *, reader: User) -> list[Shown]:
    sources = sources_of(codes={code for row in rows for code in row.record.evidence})
    touched = records_touched({code for row in rows for code in row.record.touches}, reader=reader)
    return [
        (
            row,
            evidence_of(row.record.evidence, sources),
            [touched[code] for code in row.record.touches if code in touched],
        )
        for row in rows
    ]


def _listing(shown: list[Shown]) -> Listing:
    columns = (
        Column("number", _("Number"), ColumnKind.NUMBER),
        Column("document", _("Paper")),
        Column("where", _("Where")),
        Column("printed", _("Printed")),
        Column("corrected", _("Corrected")),
        Column("reason", _("Reason")),
        Column("evidence", _("Evidence")),
        Column("confidence", _("How sure")),
        Column("touches", _("Touches")),
    )
    papers, sure = dict(document_choices()), dict(confidence_choices())
    listed: list[Row] = [
        {
            "number": row.record.number,
            "document": papers[row.document],
            "where": words(row.record.where),
            "printed": row.record.printed,
            "corrected": row.record.corrected or "",
            "reason": words(row.record.reason),
            "evidence": "; ".join(each.words for each in evidence),
            "confidence": sure[row.record.confidence],
            "touches": ", ".join(each.words for each in touched),
        }
        for row, evidence, touched in shown
    ]
    return Listing(_("Corrections"), "corrections", columns, listed)
