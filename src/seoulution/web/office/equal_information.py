"""The equal-information log: who got what when, over all engagements, by subject, and where firms were not told alike."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import django_filters
from django.db.models import Count, Min, Q, QuerySet
from django.forms import DateInput
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.access import visible_to
from seoulution.apps.publishing.equal_information import evenness_of_all, group_of
from seoulution.apps.publishing.finding_texts import sentence
from seoulution.apps.publishing.labels import label
from seoulution.apps.publishing.models import SharedItem
from seoulution.apps.publishing.parties import of_row
from seoulution.engine.engagements.codes import Recipient, SharedKind
from seoulution.engine.findings import Finding, Severity
from seoulution.formats.tables import Column, ColumnKind, Row
from seoulution.web.office.lists import page_of
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.choices import sector_choices
from seoulution.web.shared.list_downloads import PARAMETER, Listing, download_links, list_response
from seoulution.web.shared.tags.records import named


class SharedFilter(django_filters.FilterSet):
    """Filters live in the address."""

    q = django_filters.CharFilter(label=gettext_lazy("Words"), method="by_words", max_length=200)
    recipient = django_filters.ChoiceFilter(
        label=gettext_lazy("Who"),
        choices=lambda: [(each.value, label(Recipient, each)) for each in Recipient],
        empty_label=gettext_lazy("Anybody"),
    )
    kind = django_filters.ChoiceFilter(
        label=gettext_lazy("What"),
        choices=lambda: [(each.value, label(SharedKind, each)) for each in SharedKind],
        empty_label=gettext_lazy("Anything"),
    )
    sector = django_filters.ChoiceFilter(
        label=gettext_lazy("Sector"),
        choices=sector_choices,
        empty_label=gettext_lazy("Any sector"),
        field_name="engagement__sector",
    )
    since = django_filters.DateFilter(
        label=gettext_lazy("Since"),
        field_name="shared_at",
        lookup_expr="date__gte",
        widget=DateInput(attrs={"type": "date"}),
    )

    class Meta:
        model = SharedItem
        fields: list[str] = []

    def by_words(self, rows: QuerySet[SharedItem], name: str, value: str) -> QuerySet[SharedItem]:
        """In the subject, or in the name of the engagement or of whoever got it."""
        found = Q(subject__icontains=value)
        for column in ("engagement", "engagement__city", "firm", "agency"):
            found |= Q(**{f"{column}__name_ko__icontains": value}) | Q(**{f"{column}__name_en__icontains": value})
        return rows.filter(found)


@dataclass(frozen=True, slots=True)
class Subject:
    """One subject of one engagement: who has it since when, and what is uneven about it."""

    engagement: Any
    subject: str
    items: list[SharedItem]
    findings: list[Finding]

    @property
    def is_uneven(self) -> bool:
        return any(finding.severity is not Severity.NOTE for finding in self.findings)


def everything(request: SignedInRequest) -> QuerySet[SharedItem]:
    """All that was given in the files the person may see, ended sharing too, by subject and day."""
    rows = SharedItem.objects.filter(engagement__in=visible_to(request.user))
    return (
        rows.select_related("engagement__city", "agency", "firm", "shared_by")
        .defer("engagement__data", "engagement__city__data", "text")
        .annotate(read_count=Count("openings"), first_read=Min("openings__at"))
        .order_by("engagement__code", "subject", "shared_at", "pk")
    )


def subjects(items: Iterable[SharedItem]) -> list[Subject]:
    """Grouped; a finding about one subject stands with it, also where filters leave some of its items out."""
    listed = sorted(items, key=lambda item: (*group_of(item), item.shared_at, item.pk))
    today, korean = timezone.localdate(), (get_language() or "").startswith("ko")
    even = evenness_of_all({item.engagement_id: item.engagement for item in listed}.values())
    findings = {pk: each.findings(today, korean=korean) for pk, each in even.items()}
    found = []
    for (_code, key), group in groupby(listed, key=group_of):
        rows = list(group)
        about = [finding for finding in findings[rows[0].engagement_id] if finding.subject == key]
        found.append(Subject(rows[0].engagement, rows[0].subject, rows, about))
    return found


def ahead(items: Iterable[SharedItem]) -> list[tuple[Any, Finding]]:
    """Firms that get markedly more than others, with their engagement."""
    today, korean = timezone.localdate(), (get_language() or "").startswith("ko")
    engagements = {item.engagement_id: item.engagement for item in items}
    even = evenness_of_all(engagements.values())
    return [
        (engagements[pk], finding)
        for pk, each in even.items()
        for finding in each.findings(today, korean=korean)
        if finding.code == "sharing.one-gets-more"
    ]


@needs(Permission.SEE_OFFICE)
def listing(request: SignedInRequest) -> HttpResponseBase:
    """By subject; the file holds the same rows."""
    found = SharedFilter(request.GET, queryset=everything(request))
    if name := request.GET.get(PARAMETER):
        return list_response(name, _listing(subjects(found.qs)))
    page = page_of(request, found.qs)
    context = {
        "filter": found,
        "page": page,
        "subjects": subjects(page),
        "ahead": ahead(page),
        "downloads": download_links(request),
    }
    return render(request, "office/equal_information.html", context)


def _listing(groups: list[Subject]) -> Listing:
    columns = (
        Column("engagement", _("Engagement"), width=40),
        Column("code", _("Code")),
        Column("subject", _("Subject"), width=40),
        Column("recipient", _("Who")),
        Column("party", _("Name"), width=40),
        Column("kind", _("What")),
        Column("shared_on", _("Given on"), ColumnKind.DATE),
        Column("read_on", _("First read on"), ColumnKind.DATE),
        Column("read_count", _("Times read"), ColumnKind.NUMBER),
        Column("ended_on", _("Ended on"), ColumnKind.DATE),
        Column("reason", _("Reason"), width=40),
        Column("uneven", _("What is uneven"), width=60),
    )
    rows = [_row(group, item) for group in groups for item in group.items]
    return Listing(_("Equal-information log"), "equal-information", columns, rows)


def _row(group: Subject, item: Any) -> Row:
    return {
        "engagement": named(group.engagement),
        "code": group.engagement.code,
        "subject": item.subject,
        "recipient": label(Recipient, item.recipient),
        "party": named(of_row(item).record(item.engagement)),
        "kind": label(SharedKind, item.kind),
        "shared_on": timezone.localdate(item.shared_at),
        "read_on": timezone.localdate(item.first_read) if item.first_read else None,
        "read_count": item.read_count,
        "ended_on": timezone.localdate(item.ended_at) if item.ended_at else None,
        "reason": item.reason,
        "uneven": " ".join(sentence(finding) for finding in group.findings),
    }
