"""What is done on the tab of aftercare: a level agreed or ended, a reading recorded or struck, a look planned or recorded."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.access import visible_to
from seoulution.apps.engagements.models import AftercareCheck, Engagement, ServiceLevel, ServiceReading
from seoulution.apps.engagements.services import aftercare as services
from seoulution.apps.engagements.services import aftercare_checks
from seoulution.web.office.aftercare_forms import CheckForm, LevelForm, PlanForm, ReadingForm
from seoulution.web.office.engagement_file import found
from seoulution.web.office.work_about import FormPage, closed_or_done, file_words
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.once import once


def _tab(row: Engagement, part: str = "") -> str:
    return reverse("office:engagement_aftercare", args=[row.code]) + (f"#{part}" if part else "")


def _level(request: SignedInRequest, pk: int) -> ServiceLevel:
    rows = ServiceLevel.objects.filter(engagement__in=visible_to(request.user)).select_related("engagement")
    row = get_object_or_404(rows, pk=pk)
    row.engagement = found(request, row.engagement.code, action="change")
    return row


@needs(Permission.WORK_ENGAGEMENTS)
@once
def level_add(request: SignedInRequest, code: str) -> HttpResponse:
    """A level that was agreed."""
    row = found(request, code)
    page = FormPage(_("Record an agreed service level"), _("Keep on record"), file_words(row), _tab(row, "levels"))
    form = LevelForm(request.POST or None)

    def act() -> str:
        services.agree_level(row, form.agreed(), by=request.user, today=timezone.localdate())
        messages.success(request, _("The level is on record."))
        return page.back

    return page.taken(request, form, act)


@needs(Permission.WORK_ENGAGEMENTS)
@require_POST
@once
def level_end(request: SignedInRequest, pk: int) -> HttpResponse:
    """It no longer holds, with the reason."""
    row = _level(request, pk)
    reason = request.POST.get("reason", "")[:2000]
    wrong = closed_or_done(request, lambda: services.end_level(row, reason=reason, by=request.user, today=timezone.localdate()))
    return _said(request, wrong, _("The level has ended; its readings stay."), _tab(row.engagement, "levels"))


@needs(Permission.WORK_ENGAGEMENTS)
@once
def reading_add(request: SignedInRequest, pk: int) -> HttpResponse:
    """What was measured on a day."""
    row = _level(request, pk)
    lead = f"{row.measure} ({row.unit})"
    page = FormPage(_("Record a reading"), _("Keep on record"), lead, _tab(row.engagement, f"level-{pk}"))
    form = ReadingForm(request.POST or None, initial={"read_on": timezone.localdate()})

    def act() -> str:
        data = form.cleaned_data
        services.record_reading(row, **data, by=request.user, today=timezone.localdate())
        messages.success(request, _("The reading is on record."))
        return page.back

    return page.taken(request, form, act)


@needs(Permission.WORK_ENGAGEMENTS)
@require_POST
@once
def reading_strike(request: SignedInRequest, pk: int) -> HttpResponse:
    """It was recorded by mistake."""
    rows = ServiceReading.objects.filter(level__engagement__in=visible_to(request.user)).select_related("level__engagement")
    row = get_object_or_404(rows, pk=pk)
    engagement = found(request, row.level.engagement.code, action="change")
    reason = request.POST.get("reason", "")[:2000]
    wrong = closed_or_done(request, lambda: services.strike_reading(row, reason=reason, by=request.user))
    return _said(request, wrong, _("The reading is struck; it stays to be seen."), _tab(engagement, f"level-{row.level_id}"))


@needs(Permission.WORK_ENGAGEMENTS)
@once
def checks_plan(request: SignedInRequest, code: str) -> HttpResponse:
    """The looks of an operation that began before the file knew of it."""
    row = found(request, code)
    page = FormPage(_("Plan the checks"), _("Plan them"), file_words(row), _tab(row, "checks"))
    form = PlanForm(request.POST or None)

    def act() -> str:
        day = form.cleaned_data["operates_from"]
        aftercare_checks.plan_from(row, operates_from=day, by=request.user, today=timezone.localdate())
        messages.success(request, _("The checks are planned."))
        return page.back

    return page.taken(request, form, act)


@needs(Permission.WORK_ENGAGEMENTS)
@once
def check_record(request: SignedInRequest, pk: int) -> HttpResponse:
    """What a look found."""
    rows = AftercareCheck.objects.filter(engagement__in=visible_to(request.user)).select_related("engagement")
    row = get_object_or_404(rows, pk=pk)
    engagement = found(request, row.engagement.code, action="change")
    heading = _("Record the look after year %(years)s") % {"years": row.years}
    page = FormPage(heading, _("Keep on record"), file_words(engagement), _tab(engagement, "checks"))
    form = CheckForm(request.POST or None, initial={"done_on": timezone.localdate()})

    def act() -> str:
        data = form.cleaned_data
        aftercare_checks.record_check(
            row,
            done_on=data["done_on"],
            seen=data["seen"],
            is_sound=data["is_sound"] == "yes",
            by=request.user,
            today=timezone.localdate(),
        )
        messages.success(request, _("The check is on record."))
        return page.back

    return page.taken(request, form, act)


def _said(request: SignedInRequest, wrong: str, done: str, back: str) -> HttpResponse:
    if wrong:
        messages.error(request, wrong)
    else:
        messages.success(request, done)
    return redirect(back)
