"""Questions handed to other bodies: all of them with their answers, new ones, taking one back."""

from typing import Any

import django_filters
from django.contrib import messages
from django.db.models import F, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.models import Referral
from seoulution.apps.engagements.services import referrals as services
from seoulution.apps.engagements.work_access import work_visible_to
from seoulution.apps.network.models import Agency
from seoulution.web.office.lists import page_of
from seoulution.web.office.work_about import (
    FormPage,
    about_of,
    back_to,
    closed_or_done,
    file_of,
    file_words,
    page_of_file,
    work_of,
)
from seoulution.web.office.work_forms import ReferralForm
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.once import fresh_key, once
from seoulution.web.shared.tags.records import named

WAITING, ANSWERED, DECLINED, WITHDRAWN = "waiting", "answered", "declined", "withdrawn"


def state_choices() -> list[tuple[str, str]]:
    return [
        (WAITING, _("no answer yet")),
        (ANSWERED, _("answered")),
        (DECLINED, _("declined to answer")),
        (WITHDRAWN, _("taken back")),
    ]


def body_choices() -> list[tuple[str, str]]:
    asked = Agency.objects.filter(referrals__isnull=False).distinct().defer("data")
    return [(row.code, named(row)) for row in asked]


class ReferralFilter(django_filters.FilterSet):
    """Filters live in the address."""

    state = django_filters.ChoiceFilter(
        label=gettext_lazy("How it stands"), choices=state_choices, empty_label=gettext_lazy("Any"), method="by_state"
    )
    body = django_filters.ChoiceFilter(
        label=gettext_lazy("Who is asked"),
        choices=body_choices,
        empty_label=gettext_lazy("Any body"),
        field_name="to_body__code",
    )

    class Meta:
        model = Referral
        fields: list[str] = []

    def by_state(self, rows: QuerySet[Referral], name: str, value: str) -> QuerySet[Referral]:
        return rows.filter(STATES[value])


STATES = {
    WAITING: Q(answered_at=None, withdrawn_reason=""),
    ANSWERED: Q(answered_at__isnull=False, is_declined=False),
    DECLINED: Q(answered_at__isnull=False, is_declined=True),
    WITHDRAWN: ~Q(withdrawn_reason=""),
}


@needs(Permission.SEE_OFFICE)
def listing(request: SignedInRequest) -> HttpResponse:
    """Those without an answer first, the earliest due on top."""
    rows = Referral.objects.select_related("engagement", "sharing_request__city", "to_body", "referred_by", "answered_by")
    seen = work_visible_to(request.user, rows.defer("engagement__data", "sharing_request__city__data", "to_body__data"))
    found = ReferralFilter(request.GET, queryset=seen)
    page = page_of(request, found.qs.order_by(F("answered_at").desc(nulls_first=True), F("due_on").asc(nulls_last=True), "-pk"))
    context: dict[str, Any] = {
        "filter": found,
        "page": page,
        "rows": [(row, file_words(file_of(row)), page_of_file(file_of(row), "referrals")) for row in page],
        "today": timezone.localdate(),
        "submission": fresh_key(),
    }
    return render(request, "office/referrals.html", context)


@needs(Permission.WORK_ENGAGEMENTS)
@once
def add(request: SignedInRequest, code: str, of: str = "engagement") -> HttpResponse:
    """A question to another body."""
    about = about_of(request, of, code)
    page = FormPage(_("Ask another body"), _("Send the question"), file_words(about), page_of_file(about, "referrals"))
    form = ReferralForm(request.POST or None)

    def act() -> str:
        services.refer(about, by=request.user, **form.cleaned_data)
        messages.success(request, _("The question is with them; their people are told."))
        return page.back

    return page.taken(request, form, act)


@needs(Permission.WORK_ENGAGEMENTS)
@require_POST
@once
def withdraw(request: SignedInRequest, pk: int) -> HttpResponse:
    """The answer is not needed any more."""
    referral = work_of(request, Referral.objects.all(), pk)
    reason = request.POST.get("reason", "")[:2000]
    wrong = closed_or_done(request, lambda: services.withdraw(referral, reason=reason, by=request.user))
    if wrong:
        messages.error(request, wrong)
    else:
        messages.success(request, _("Taken back; they are told."))
    return back_to(referral, "referrals", request)
