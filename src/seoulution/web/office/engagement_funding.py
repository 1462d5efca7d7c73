"""Naming whose money a stage would use, saying how firm it is, and withdrawing it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.models import StageFunding
from seoulution.apps.engagements.services import funding
from seoulution.engine.engagements.codes import FundingState
from seoulution.engine.vocabulary import Stage
from seoulution.web.office.engagement_answers import answered, written_reason
from seoulution.web.office.engagement_course import course_page
from seoulution.web.office.engagement_file import found
from seoulution.web.office.engagement_forms import MoneyForm
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.once import once


@needs(Permission.WORK_ENGAGEMENTS)
@require_POST
@once
def name(request: SignedInRequest, code: str) -> HttpResponse:
    """A fund on record, the own budget or the partner city for a stage."""
    row = found(request, code)
    form = MoneyForm(request.POST, auto_id="money_%s")
    if not form.is_valid():
        return course_page(request, row, status=422, bound={"money": form})
    given = form.cleaned_data
    return answered(
        request,
        code,
        lambda: funding.name_money(
            row,
            stage=Stage(given["stage"]),
            fund=given["fund"],
            state=FundingState(given["state"]),
            amount=given["amount"],
            currency=given["currency"],
            note=given["note"],
            by=request.user,
        ),
        _("The money is named for this stage."),
        bound={"money": form},
        anchor="#funding",
    )


@needs(Permission.WORK_ENGAGEMENTS)
@require_POST
@once
def change(request: SignedInRequest, pk: int) -> HttpResponse:
    """Applied for, granted, refused, or withdrawn; each with the reason."""
    record = get_object_or_404(StageFunding.objects.select_related("engagement"), pk=pk)
    code = record.engagement.code
    row, wanted = found(request, code), request.POST.get("state", "")
    if wanted == "withdrawn":
        return answered(
            request,
            code,
            lambda: funding.withdraw_money(record, reason=written_reason(request), by=request.user, today=timezone.localdate()),
            _("Withdrawn; the reason is on record."),
            anchor="#funding",
        )
    if wanted not in set(FundingState):
        messages.error(request, _("Choose what became of the money. Nothing was changed."))
        return course_page(request, row, status=422, reason=written_reason(request))
    return answered(
        request,
        code,
        lambda: funding.move_money(record, state=FundingState(wanted), reason=written_reason(request), by=request.user),
        _("Recorded."),
        anchor="#funding",
    )
