"""Tasks: mine and everybody's; made, put right, handed over, done, dropped, opened again."""

from collections.abc import Iterable
from typing import Any, Final

import django_filters
from django.contrib import messages
from django.db.models import F, QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.engagements.kept_answers import Listed, counted
from seoulution.apps.engagements.models import Contact, Task
from seoulution.apps.engagements.services import tasks as services
from seoulution.apps.engagements.work_access import work_visible_to
from seoulution.formats.tables import Column, ColumnKind, Row
from seoulution.web.office.lists import in_the_order_of, keys_of, ordered, read_by_keys
from seoulution.web.office.work_about import (
    OF_FILE,
    OF_PERSON,
    FormPage,
    about_of,
    back_to,
    closed_or_done,
    file_of,
    file_words,
    page_of_file,
    work_of,
)
from seoulution.web.office.work_forms import TaskEditForm, TaskForm, person_words, task_initial
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.filled_filters import KeptFilter
from seoulution.web.shared.large_downloads import proof_for_so_many
from seoulution.web.shared.list_downloads import PARAMETER, Listing, download_links, streamed_response
from seoulution.web.shared.notices import undoable
from seoulution.web.shared.once import fresh_key, once

ORDERS: Final = {"due": "due_on", "who": "owner__username", "made": "made_at"}
SORTS: Final = {name: name for name in ORDERS}
READ: Final = (Task, SharingRequest, User)
"""What the list's filter and order read besides the engagements."""
MINE, ALL, OPEN, DONE, DROPPED = "mine", "all", "open", "done", "dropped"


def whose_choices() -> list[tuple[str, str]]:
    return [(MINE, _("mine")), (ALL, _("everybody's"))]


def state_choices() -> list[tuple[str, str]]:
    return [(OPEN, _("to be done")), (DONE, _("done")), (DROPPED, _("dropped")), (ALL, _("all"))]


class TaskFilter(KeptFilter):
    """Filters live in the address; without any, the reader's own open tasks."""

    q = django_filters.CharFilter(label=gettext_lazy("Words"), field_name="text", lookup_expr="icontains", max_length=200)
    whose = django_filters.ChoiceFilter(label=gettext_lazy("Whose"), choices=whose_choices, empty_label=None, method="by_whose")
    state = django_filters.ChoiceFilter(
        label=gettext_lazy("How it stands"), choices=state_choices, empty_label=None, method="by_state"
    )

    class Meta:
        model = Task
        fields: list[str] = []

    def by_whose(self, rows: QuerySet[Task], name: str, value: str) -> QuerySet[Task]:
        return rows.filter(owner=self.request.user) if value == MINE else rows

    def by_state(self, rows: QuerySet[Task], name: str, value: str) -> QuerySet[Task]:
        if value == OPEN:
            return rows.filter(done_on=None, dropped_reason="")
        if value == DONE:
            return rows.exclude(done_on=None)
        return rows.exclude(dropped_reason="") if value == DROPPED else rows


@needs(Permission.SEE_OFFICE)
def listing(request: SignedInRequest) -> HttpResponseBase:
    """Tasks, the earliest due first; those without a day last."""
    asked = request.GET.copy()
    asked.setdefault("whose", MINE if request.user.may(Permission.WORK_ENGAGEMENTS) else ALL)
    asked.setdefault("state", OPEN)
    found = TaskFilter(asked, queryset=work_visible_to(request.user, Task.objects.all()), request=request)
    chosen = ordered(request, found.qs, ORDERS, (F("due_on").asc(nulls_last=True), "pk"))  # type: ignore[arg-type]
    listed = Listed.of(chosen)
    number = counted(listed, *READ)
    if name := request.GET.get(PARAMETER):
        return proof_for_so_many(request, number) or streamed_response(name, _listing(in_the_order_of(chosen, _shown())))
    page = keys_of(request, listed, number, *READ)
    context: dict[str, Any] = {
        "filter_fields": found.filled.fields,
        "page": page,
        "rows": [(row, file_words(file_of(row)), page_of_file(file_of(row), "tasks")) for row in read_by_keys(page, _shown())],
        "sorts": SORTS,
        "today": timezone.localdate(),
        "submission": fresh_key(),
        "downloads": download_links(request),
    }
    return render(request, "office/tasks.html", context)


def _shown() -> QuerySet[Task]:
    """With all that a row shows."""
    own = ("text", "due_on", "done_on", "dropped_reason")
    return Task.objects.select_related("engagement", "sharing_request__city", "owner").only(*own, *OF_FILE, *OF_PERSON)


def _listing(rows: Iterable[Task]) -> Listing:
    columns = (
        Column("id", _("Number"), ColumnKind.NUMBER),
        Column("text", _("What is to be done"), width=60),
        Column("owner", _("Who does it")),
        Column("due_on", _("Due"), ColumnKind.DATE),
        Column("done_on", _("Done on"), ColumnKind.DATE),
        Column("dropped", _("Dropped because"), width=40),
        Column("file", _("File it belongs to"), width=40),
    )
    return Listing(_("Tasks"), "tasks", columns, (_row(row) for row in rows))


def _row(row: Task) -> Row:
    return {
        "id": row.pk,
        "text": row.text,
        "owner": person_words(row.owner) if row.owner else "",
        "due_on": row.due_on,
        "done_on": row.done_on,
        "dropped": row.dropped_reason,
        "file": file_words(file_of(row)),
    }


@needs(Permission.WORK_ENGAGEMENTS)
@once
def add(request: SignedInRequest, code: str, of: str = "engagement") -> HttpResponse:
    """A task in this file."""
    about = about_of(request, of, code)
    page = FormPage(_("Make a task"), _("Make the task"), file_words(about), page_of_file(about, "tasks"))
    asked = request.GET.get("contact", "")
    if asked.isascii() and asked.isdigit() and len(asked) < 12:
        contact = work_of(request, Contact.objects.all(), int(asked))
        page = FormPage(page.heading, page.press, page.lead, reverse("office:contact", args=[contact.pk]))
    form = TaskForm(request.POST or None, initial={"owner": request.user})

    def act() -> str:
        services.make_task(about, by=request.user, **form.cleaned_data)
        messages.success(request, _("The task is made."))
        return page.back

    return page.taken(request, form, act)


@needs(Permission.WORK_ENGAGEMENTS)
@once
def edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Put right or handed over."""
    task = work_of(request, Task.objects.select_related("owner"), pk)
    page = FormPage(
        _("Change a task or hand it over"), _("Save"), file_words(file_of(task)), page_of_file(file_of(task), "tasks")
    )
    form = TaskEditForm(request.POST or None, initial=task_initial(task))

    def act() -> str:
        data = dict(form.cleaned_data)
        services.edit_task(task, seen_revision=data.pop("revision"), by=request.user, **data)
        messages.success(request, _("Saved."))
        return page.back

    return page.taken(request, form, act)


@needs(Permission.WORK_ENGAGEMENTS)
@require_POST
@once
def done(request: SignedInRequest, pk: int) -> HttpResponse:
    """Done, today; with an undo."""
    task = work_of(request, Task.objects.all(), pk)
    wrong = closed_or_done(request, lambda: services.finish_task(task, by=request.user, today=timezone.localdate()))
    if wrong:
        messages.error(request, wrong)
    else:
        undoable(request, _("The task is done."), reverse("office:task_reopen", args=[pk]))
    return back_to(task, "tasks", request)


@needs(Permission.WORK_ENGAGEMENTS)
@require_POST
@once
def drop(request: SignedInRequest, pk: int) -> HttpResponse:
    """Not to be done any more, with the reason and an undo."""
    task = work_of(request, Task.objects.all(), pk)
    reason = request.POST.get("reason", "")[:2000]
    wrong = closed_or_done(request, lambda: services.drop_task(task, reason=reason, by=request.user))
    if wrong:
        messages.error(request, wrong)
    else:
        undoable(request, _("The task is dropped; the reason is on record."), reverse("office:task_reopen", args=[pk]))
    return back_to(task, "tasks", request)


@needs(Permission.WORK_ENGAGEMENTS)
@require_POST
@once
def reopen(request: SignedInRequest, pk: int) -> HttpResponse:
    """Undo of both."""
    task = work_of(request, Task.objects.all(), pk)
    services.reopen_task(task, by=request.user)
    messages.success(request, _("The task is open again."))
    return back_to(task, "tasks", request)
