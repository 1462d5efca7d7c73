"""The claim register: every figure, award and patent that pages and papers quote, how it stands, and where it is used."""

from typing import Final

import django_filters
from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.models import Claim, PolicySolution
from seoulution.apps.catalogue.queries import WAITING, on_record, with_state, worst_first
from seoulution.apps.catalogue.refusals import Refused, StaleText
from seoulution.apps.catalogue.services import claims as services
from seoulution.apps.publishing.finding_texts import sentence
from seoulution.apps.publishing.labels import label
from seoulution.apps.publishing.quoting import quote_of
from seoulution.engine.catalogue.claims import ClaimKind, ClaimState
from seoulution.engine.vocabulary import Confidence, Sector
from seoulution.formats.tables import Column, ColumnKind, Row
from seoulution.web.office.lists import ordered, page_of
from seoulution.web.office.solutions import owner_choices
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.choices import sector_choices
from seoulution.web.shared.claim_page import QuestionForm, claim_context, seen_revision
from seoulution.web.shared.list_downloads import PARAMETER, Listing, download_links, list_response
from seoulution.web.shared.once import once
from seoulution.web.shared.tags.records import is_korean, named

ORDERS: Final = {
    "claim": "label_en",
    "year": "year",
    "until": "valid_until",
    "confirmed": "confirmed_on",
    "solution": "solution",
}
ANY_WAITING: Final = "waiting"


def solution_choices() -> list[tuple[str, str]]:
    rows = PolicySolution.objects.filter(withdrawn_on=None, claims__isnull=False).order_by().distinct()
    return sorted(((row.code, named(row)) for row in rows.only("code", "name_ko", "name_en")), key=lambda pair: pair[1])


def standing_choices() -> list[tuple[str, str]]:
    return [(ANY_WAITING, _("waiting for its owner")), *((state.value, label(ClaimState, state)) for state in ClaimState)]


def kind_choices() -> list[tuple[str, str]]:
    return [(kind.value, label(ClaimKind, kind)) for kind in ClaimKind]


def confidence_choices() -> list[tuple[str, str]]:
    used = Claim.objects.order_by("confidence").values_list("confidence", flat=True).distinct()
    return [(code, label(Confidence, code)) for code in used]


class ClaimFilter(django_filters.FilterSet):
    """Filters live in the address."""

    q = django_filters.CharFilter(label=gettext_lazy("Words"), method="by_words", max_length=200)
    solution = django_filters.ChoiceFilter(
        label=gettext_lazy("Solution"),
        choices=solution_choices,
        empty_label=gettext_lazy("Any solution"),
        field_name="solution__code",
    )
    sector = django_filters.ChoiceFilter(
        label=gettext_lazy("Sector"),
        choices=sector_choices,
        empty_label=gettext_lazy("Any sector"),
        field_name="solution__sector",
    )
    owner = django_filters.ChoiceFilter(
        label=gettext_lazy("Owner"),
        choices=owner_choices,
        empty_label=gettext_lazy("Any owner"),
        field_name="solution__owner__code",
    )
    kind = django_filters.ChoiceFilter(label=gettext_lazy("Kind"), choices=kind_choices, empty_label=gettext_lazy("Any kind"))
    state = django_filters.ChoiceFilter(
        label=gettext_lazy("How it stands"), choices=standing_choices, empty_label=gettext_lazy("Any"), method="by_state"
    )
    year = django_filters.NumberFilter(label=gettext_lazy("Year"), min_value=1390, max_value=2100)
    confidence = django_filters.ChoiceFilter(
        label=gettext_lazy("Known from"), choices=confidence_choices, empty_label=gettext_lazy("Any")
    )

    class Meta:
        model = Claim
        fields: list[str] = []

    def by_words(self, rows: QuerySet[Claim], name: str, value: str) -> QuerySet[Claim]:
        """In its label or code."""
        return rows.filter(Q(label_ko__icontains=value) | Q(label_en__icontains=value) | Q(code__icontains=value))

    def by_state(self, rows: QuerySet[Claim], name: str, value: str) -> QuerySet[Claim]:
        """In one state, or in any that waits for the owner."""
        return rows.filter(Q(state__in=WAITING) if value == ANY_WAITING else Q(state=value))


@needs(Permission.SEE_OFFICE)
def listing(request: SignedInRequest) -> HttpResponse:
    """All claims, what waits for its owner first."""
    today = timezone.localdate()
    rows = worst_first(with_state(on_record(), today)).select_related("solution__owner")
    rows = rows.defer("solution__data", "solution__owner__data")
    found = ClaimFilter(request.GET, queryset=rows)
    chosen = ordered(request, found.qs, ORDERS, ("place", "solution", "series", "year", "code"))
    if name := request.GET.get(PARAMETER):
        return list_response(name, _listing(chosen))
    page = page_of(request, chosen)
    context = {
        "filter": found,
        "page": page,
        "rows": [(row, quote_of(row, row.solution, today)) for row in page],
        "downloads": download_links(request),
    }
    return render(request, "office/claims.html", context)


def _listing(rows: QuerySet[Claim]) -> Listing:
    """The register as a sheet, expired values included: it is the register itself."""
    columns = (
        Column("solution", _("Solution")),
        Column("code", _("Code")),
        Column("kind", _("Kind")),
        Column("label", _("Claim"), width=40),
        Column("value", _("Value")),
        Column("unit", _("Unit")),
        Column("year", _("Year"), ColumnKind.NUMBER),
        Column("source", _("Source")),
        Column("confidence", _("Known from")),
        Column("state", _("How it stands")),
        Column("confirmed_on", _("Confirmed on"), ColumnKind.DATE),
        Column("review_on", _("Asked again on"), ColumnKind.DATE),
        Column("valid_until", _("May be quoted until"), ColumnKind.DATE),
        Column("sector", _("Sector")),
        Column("owner", _("Owner")),
    )
    return Listing(_("Claims"), "claims", columns, [_row(row) for row in rows])


def _row(row: Claim) -> Row:
    figure = row.figure or {}
    return {
        "solution": row.solution.code,
        "code": row.code,
        "kind": label(ClaimKind, row.kind),
        "label": row.label_ko if is_korean() else row.label_en,
        "value": str(figure.get("value", "")),
        "unit": figure.get("unit", ""),
        "year": row.year,
        "source": figure.get("source", "") or ", ".join(row.entry.get("sources", ())),
        "confidence": label(Confidence, row.confidence),
        "state": label(ClaimState, row.state),  # type: ignore[attr-defined]
        "confirmed_on": row.confirmed_on,
        "review_on": row.review_on,
        "valid_until": row.valid_until,
        "sector": label(Sector, row.solution.sector),
        "owner": named(row.solution.owner),
    }


def _claim(solution: str, code: str) -> Claim:
    return get_object_or_404(Claim.objects.select_related("solution__owner"), solution__code=solution, code=code)


@needs(Permission.SEE_OFFICE)
def page(request: SignedInRequest, solution: str, code: str) -> HttpResponse:
    """One claim: its life, its history, where it is used; a doubt, or for those who answer the answer."""
    return render(request, "office/claim.html", claim_context(request, _claim(solution, code)))


@needs(Permission.QUESTION_CLAIMS)
@require_POST
@once
def question(request: SignedInRequest, solution: str, code: str) -> HttpResponse:
    """Doubts a claim: it is marked wherever it is quoted until its owner answers."""
    claim, form = _claim(solution, code), QuestionForm(request.POST, auto_id="question_%s")
    status = 422
    if form.is_valid():
        try:
            services.question_claim(
                claim, question=form.cleaned_data["question"], seen_revision=seen_revision(request), by=request.user
            )
        except StaleText:
            status = 409
            form.add_error(None, _("It was changed meanwhile. Look at how it stands now."))
        except Refused as refusal:
            for finding in refusal.findings:
                form.add_error("question", sentence(finding))
        else:
            owner = named(claim.solution.owner)
            messages.success(request, _("%(owner)s is asked; until then the claim is marked as in doubt.") % {"owner": owner})
            return redirect("office:claim", solution=solution, code=code)
    claim.refresh_from_db()
    return render(request, "office/claim.html", claim_context(request, claim, question=form), status=status)
