"""Recording what the city confirmed, a basis that was decided and another lawful route; taking the first two back."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.models import BasisDecision, Confirmation
from seoulution.apps.engagements.services import agreements, details
from seoulution.engine.engagements.codes import Agreed
from seoulution.engine.engagements.legal_routes import LegalRoute
from seoulution.engine.vocabulary import Activity, MoneyFlow, Party
from seoulution.formats.cleaning import clean_text
from seoulution.web.office.engagement_answers import answered, seen_revision, written_reason
from seoulution.web.office.engagement_course import course_page
from seoulution.web.office.engagement_file import found
from seoulution.web.office.engagement_forms import BasisForm, ConfirmForm
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.once import once


@needs(Permission.WORK_ENGAGEMENTS)
@require_POST
@once
def confirm(request: SignedInRequest, code: str) -> HttpResponse:
    """The city confirmed its need or the choice of the solution."""
    row = found(request, code)
    wanted = request.POST.get("what", "")
    what = Agreed(wanted) if wanted in set(Agreed) else Agreed.NEED
    form = ConfirmForm(row, request.POST, auto_id=f"{what.value}_%s")
    if not form.is_valid():
        return course_page(request, row, status=422, bound={what.value: form})
    return answered(
        request,
        code,
        lambda: agreements.confirm(row, what=what, by=request.user, today=timezone.localdate(), **form.cleaned_data),
        _("The city’s confirmation is on record."),
        bound={what.value: form},
        anchor="#gate",
    )


@needs(Permission.WORK_ENGAGEMENTS)
@require_POST
@once
def take_back(request: SignedInRequest, pk: int) -> HttpResponse:
    """A confirmation no longer holds, with the reason."""
    record = get_object_or_404(Confirmation.objects.select_related("engagement"), pk=pk)
    return _taken_back(request, record)


@needs(Permission.WORK_ENGAGEMENTS)
@require_POST
@once
def basis(request: SignedInRequest, code: str) -> HttpResponse:
    """The competent body decided the basis that a rule asked for."""
    row = found(request, code)
    form = BasisForm(row, request.POST, auto_id="basis_%s")
    if not form.is_valid():
        return course_page(request, row, status=422, bound={"basis": form})
    rule = clean_text(request.POST.get("rule", ""))[:120]
    return answered(
        request,
        code,
        lambda: agreements.record_basis(row, rule=rule, by=request.user, today=timezone.localdate(), **form.cleaned_data),
        _("The decision is on record; the gate counts it."),
        bound={"basis": form},
        anchor="#law",
    )


@needs(Permission.WORK_ENGAGEMENTS)
@require_POST
@once
def basis_back(request: SignedInRequest, pk: int) -> HttpResponse:
    """A decision on a basis no longer holds, with the reason."""
    record = get_object_or_404(BasisDecision.objects.select_related("engagement"), pk=pk)
    return _taken_back(request, record)


def _taken_back(request: SignedInRequest, record: Confirmation | BasisDecision) -> HttpResponse:
    found(request, record.engagement.code)
    return answered(
        request,
        record.engagement.code,
        lambda: agreements.take_back(record, reason=written_reason(request), by=request.user, today=timezone.localdate()),
        _("Taken back; the reason is on record."),
        anchor="#agreed",
    )


@needs(Permission.WORK_ENGAGEMENTS)
@require_POST
@once
def route(request: SignedInRequest, code: str) -> HttpResponse:
    """Another route for the next step: one of the lawful ones offered, or one chosen by hand."""
    row = found(request, code)
    written = [request.POST.get(name, "") for name in ("lead", "activity", "money_flow")]
    if written[0] not in set(Party) or written[1] not in set(Activity) or written[2] not in set(MoneyFlow):
        return course_page(request, row, status=422, reason=written_reason(request))
    wanted = LegalRoute(Party(written[0]), Activity(written[1]), MoneyFlow(written[2]))
    return answered(
        request,
        code,
        lambda: details.take_route(
            row, wanted, reason=written_reason(request), seen_revision=seen_revision(request), by=request.user
        ),
        _("The next step goes this way."),
        anchor="#law",
    )
