"""The rows of the promise ledger and of tasks, and what can be done to a task.

Written here and not in templates: fifty rows of either are half of a page's cost.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from django.template import Context, Library
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from seoulution.apps.engagements.models import Promise, Task
from seoulution.apps.publishing.labels import label
from seoulution.engine.engagements.codes import Side
from seoulution.engine.engagements.promises import PromiseState
from seoulution.web.shared.addresses import address
from seoulution.web.shared.tags.controls import button
from seoulution.web.shared.tags.days import day_and_away
from seoulution.web.shared.tags.pieces import badge
from seoulution.web.shared.tags.records import named, person_name
from seoulution.web.shared.writing import written

register = Library()

SHORT: Final = 160
_TONES: Final[Mapping[str, str]] = {"overdue": "blocked", "due_soon": "warning", "kept_late": "warning", "kept": "good"}
_PROMISE: Final = (
    '<tr id="row-{}"><th scope="row"><a href="{}">{}</a>{}</th><td data-label="{}"><div>{}{}</div></td>'
    '<td data-label="{}"><div>{}{}</div></td><td data-label="{}" class="nowrap">{}</td><td data-label="{}">{}</td>'
    '<td data-label="{}"><div>{}{}</div></td></tr>'
)
_TASK: Final = (
    '<tr><th scope="row"><a href="{}">{}</a>{}</th><td data-label="{}">{}</td><td data-label="{}"><div>{}{}</div></td>'
    '<td data-label="{}"><div>{}</div></td></tr>'
)
_HIDDEN: Final = (
    '<input type="hidden" name="csrfmiddlewaretoken" value="{}"><input type="hidden" name="submission" value="{}">'
    '<input type="hidden" name="from" value="{}">'
)
_ACTS: Final = (
    '<div class="row no-print"><form method="post" action="{}">{}{}</form> <a class="small" href="{}">{}</a>'
    ' <details class="disclosure"><summary>{}</summary><div><form method="post" class="form" action="{}">{}'
    '<div class="field"><label class="field__label" for="drop-{}">{}</label>'
    '<input class="input" id="drop-{}" name="reason" maxlength="2000" required></div><div>{}</div></form></div></details></div>'
)


@register.simple_tag
def promise_rows(rows: Iterable[tuple[Promise, PromiseState, str, str]], today: date) -> SafeString:
    """A row for each promise with its state, its file in words, and where it stands there."""
    who, whom, made, due, stands = _("Who promised"), _("To whom"), _("Promised on"), _("Due"), _("How it stands")
    lines = (
        (
            *(promise.pk, href, _short(promise.text), _beneath(words)),
            *(who, promise.promised_by, _beneath(label(Side, promise.side)) if promise.side != Side.OURS else ""),
            *(whom, promise.promised_to, _beneath(promise.occasion) if promise.occasion else ""),
            *(made, _day(promise.made_on)),
            *(due, _day(promise.due_on) if promise.kept_on or promise.closed_reason else _due(promise.due_on, today)),
            *(stands, promise_state(state), _beneath(_how(promise))),
        )
        for promise, state, words, href in rows
    )
    return written(_PROMISE, lines)


def _how(promise: Promise) -> str:
    """How it was kept or let go; else who sees to it."""
    if promise.kept_on:
        return " · ".join(filter(None, (_day(promise.kept_on), promise.kept_note)))
    return promise.closed_reason or " · ".join(filter(None, (named(promise.responsible), person_name(promise.owner))))


@register.simple_tag
def promise_state(state: str) -> SafeString:
    """How a promise stands, in a word with its sign."""
    return badge(label(PromiseState, state), tone=_TONES.get(state, "neutral"))


@register.simple_tag(takes_context=True)
def task_rows(context: Context, rows: Iterable[tuple[Task, str, str]], today: date, may_work: bool) -> SafeString:
    """A row for each task with its file in words and where it stands there, and what can be done to it."""
    who, due, stands, overdue = _("Who does it"), _("Due"), _("How it stands"), badge(_("overdue"), tone="blocked")
    lines = (
        (
            *(href, _short(task.text), _beneath(words), who, person_name(task.owner), due, _due(task.due_on, today)),
            _spaced(overdue) if task.due_on and task.due_on < today and not task.done_on and not task.dropped_reason else "",
            *(stands, _standing(context, task, may_work)),
        )
        for task, words, href in rows
    )
    return written(_TASK, lines)


def _standing(context: Context, task: Task, may_work: bool) -> SafeString:
    if task.done_on:
        return _with_note(badge(_("done"), tone="good"), _day(task.done_on))
    if task.dropped_reason:
        return _with_note(badge(_("dropped"), tone="neutral"), task.dropped_reason)
    return task_acts(context, task) if may_work else badge(_("to be done"))


@register.simple_tag(takes_context=True)
def task_acts(context: Context, task: Task) -> SafeString:
    """Done; changed or handed over; dropped with the reason. `back_list` in the context is the list that it leads back to."""
    pk = str(task.pk)
    hidden = written(_HIDDEN, [(context.get("csrf_token", ""), context.get("submission", ""), context.get("back_list", ""))])
    line = (
        *(address("office:task_done", pk), hidden, button(_("Done"), kind="quiet", small=True, icon="check")),
        *(address("office:task_edit", pk), _("Change or hand over"), _("Drop it")),
        *(address("office:task_drop", pk), hidden, pk, _("Why it is not to be done any more"), pk),
        button(_("Drop"), kind="quiet", small=True),
    )
    return written(_ACTS, [line])


def _short(text: str) -> str:
    return text if len(text) <= SHORT else Truncator(text).chars(SHORT)


def _day(day: date | None) -> str:
    return date_format(day, "SHORT_DATE_FORMAT") if day else "–"


def _due(day: date | None, today: date) -> str:
    return day_and_away(day, today) or "–"


def _beneath(words: str) -> SafeString:
    return written('<br><span class="quiet small">{}</span>', [(words,)])


def _with_note(sign: SafeString, note: str) -> SafeString:
    return written('{} <span class="quiet small">{}</span>', [(sign, note)])


def _spaced(sign: SafeString) -> SafeString:
    return written(" {}", [(sign,)])
