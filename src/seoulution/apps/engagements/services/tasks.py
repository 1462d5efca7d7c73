"""What changes tasks: made, put right or handed over, done, dropped with a reason, opened again."""

from datetime import date

import pghistory
from django.db import transaction

from seoulution.apps.accounts.models import User
from seoulution.apps.correspondence.services.notices import tell
from seoulution.apps.engagements.addresses import file_path
from seoulution.apps.engagements.models import Promise, Task
from seoulution.apps.engagements.services.about import About, columns, may_work_about, may_work_on, refuse, unseen_findings
from seoulution.apps.engagements.services.rights import AlreadyOver, current, reasoned
from seoulution.engine.findings import Finding
from seoulution.formats.cleaning import clean_text


@transaction.atomic
def make_task(
    about: About, *, text: str, owner: User, by: User, due_on: date | None = None, promise: Promise | None = None
) -> Task:
    """Something one person is to do; who gets it from another is told.

    raises NotOwnFile, NotAllowed : no text, or the file does not exist for who would do it
    """
    may_work_about(by, about)
    refuse(_findings(text) + unseen_findings(owner, about))
    with pghistory.context(reason="task made", by=by.username):
        row = Task.objects.create(
            **columns(about), promise=promise, text=clean_text(text).strip(), owner=owner, due_on=due_on, made_by=by
        )
    _tell_owner(row, by)
    return row


@transaction.atomic
def edit_task(task: Task, *, text: str, owner: User, due_on: date | None, seen_revision: int, by: User) -> Task:
    """Puts a task right or hands it over.

    raises NotOwnFile, StaleEdit, AlreadyOver, NotAllowed
    """
    row = _open_task(task, by, seen_revision)
    handed_over = row.owner_id != owner.pk
    refuse(_findings(text) + (unseen_findings(owner, row.engagement) if handed_over else []))
    with pghistory.context(reason="task handed over" if handed_over else "task put right", by=by.username):
        row.text, row.owner, row.due_on = clean_text(text).strip(), owner, due_on
        row.revision += 1
        row.save(update_fields=["text", "owner", "due_on", "revision"])
    if handed_over:
        _tell_owner(row, by)
    return row


@transaction.atomic
def finish_task(task: Task, *, by: User, today: date) -> Task:
    """Done today.

    raises NotOwnFile, AlreadyOver
    """
    row = _open_task(task, by)
    with pghistory.context(reason="task done", by=by.username):
        row.done_on = today
        row.revision += 1
        row.save(update_fields=["done_on", "revision"])
    return row


@transaction.atomic
def drop_task(task: Task, *, reason: str, by: User) -> Task:
    """It is not to be done any more; the reason stays on record.

    raises NotOwnFile, AlreadyOver, ReasonMissing
    """
    said = reasoned(reason)
    row = _open_task(task, by)
    with pghistory.context(reason=said, by=by.username):
        row.dropped_reason = said
        row.revision += 1
        row.save(update_fields=["dropped_reason", "revision"])
    return row


@transaction.atomic
def reopen_task(task: Task, *, by: User) -> Task:
    """Undo of `finish_task` and `drop_task`."""
    row = _mine_or_ours(task, by)
    with pghistory.context(reason="task opened again", by=by.username):
        row.done_on, row.dropped_reason = None, ""
        row.revision += 1
        row.save(update_fields=["done_on", "dropped_reason", "revision"])
    return row


def _findings(text: str) -> list[Finding]:
    return [] if clean_text(text).strip() else [Finding("task.no-text")]


def _mine_or_ours(task: Task, by: User) -> Task:
    """A task is changed by whoever it was given to, and by whoever may change the file."""
    row = Task.objects.select_for_update(of=("self",)).select_related("engagement", "sharing_request").get(pk=task.pk)
    if row.owner_id != by.pk or not by.is_active:
        may_work_on(by, row)
    return row


def _open_task(task: Task, by: User, seen_revision: int | None = None) -> Task:
    row = _mine_or_ours(task, by)
    if seen_revision is not None:
        current(row, seen_revision)
    if row.done_on is not None or row.dropped_reason:
        raise AlreadyOver("the task is closed")
    return row


def _tell_owner(task: Task, by: User) -> None:
    if task.owner is None or task.owner_id == by.pk:
        return
    tell(
        task.owner,
        kind="task-given",
        key=f"task-given:{task.pk}:{task.revision}",
        about="task",
        about_code=str(task.pk),
        path=file_path(task, "tasks"),
        why="task-owner",
        subject=task.text[:200],
    )
