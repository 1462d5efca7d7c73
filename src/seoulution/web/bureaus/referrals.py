"""What was referred to the own body: the questions, and a page to answer or decline each."""

from django.contrib import messages
from django.db.models import F, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.models import Referral
from seoulution.apps.engagements.services import referrals as services
from seoulution.apps.engagements.services.rights import AlreadyOver, ReasonMissing
from seoulution.apps.publishing.labels import label
from seoulution.engine.vocabulary import Sector
from seoulution.web.bureaus.desk import own_agency
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.once import fresh_key, once
from seoulution.web.shared.tags.records import named

MOST = 200


def referred(request: SignedInRequest) -> QuerySet[Referral]:
    """Questions to the own body, those without an answer first, the earliest due on top; nobody's without a body."""
    agency = own_agency(request)
    rows = Referral.objects.select_related("engagement__city", "sharing_request__city", "referred_by", "answered_by", "to_body")
    rows = rows.defer("engagement__data", "engagement__city__data", "sharing_request__city__data", "to_body__data")
    own = rows.filter(to_body=agency) if agency else rows.none()
    return own.order_by(F("answered_at").desc(nulls_first=True), F("due_on").asc(nulls_last=True), "-pk")


def about_words(row: Referral) -> str:
    """What the question is about: place and subject, never the letter or who wrote it."""
    if row.engagement is not None:
        return f"{named(row.engagement.city)} · {label(Sector, row.engagement.sector)}"
    request = row.sharing_request
    place = named(request.city) or request.city_as_written if request else ""
    return " · ".join([place, *(label(Sector, sector) for sector in (request.sectors if request else ()))])


@needs(Permission.SEE_BUREAU_DESK)
def listing(request: SignedInRequest) -> HttpResponse:
    """Everything that was referred to us."""
    rows = [(row, about_words(row)) for row in referred(request)[:MOST]]
    context = {
        "agency": own_agency(request),
        "waiting": [pair for pair in rows if not pair[0].answered_at and not pair[0].withdrawn_reason],
        "over": [pair for pair in rows if pair[0].answered_at or pair[0].withdrawn_reason],
        "today": timezone.localdate(),
    }
    return render(request, "bureaus/referrals.html", context)


@needs(Permission.SEE_BUREAU_DESK)
@once
def page(request: SignedInRequest, pk: int) -> HttpResponse:
    """One question with its answer, or the form for it. Another body's question does not exist here."""
    row = get_object_or_404(referred(request), pk=pk)
    said, error = "", ""
    if request.method == "POST":
        said, declined = request.POST.get("text", "")[:5000], "decline" in request.POST
        try:
            services.answer(row, text=said, declined=declined, by=request.user, now=timezone.now())
        except ReasonMissing:
            error = _("Write the answer, or why you decline.")
        except AlreadyOver:
            messages.error(request, _("This is closed already. Nothing was changed."))
            return redirect("bureaus:referrals")
        else:
            messages.success(request, _("Sent; whoever asked is told."))
            return redirect("bureaus:referrals")
    context = {"row": row, "about": about_words(row), "said": said, "error": error, "submission": fresh_key()}
    context["today"] = timezone.localdate()
    return render(request, "bureaus/referral.html", context, status=422 if error else 200)
