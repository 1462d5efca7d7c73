"""How a promise stands and what can be done to a task, in each row of a list.

Written here and not in templates: fifty rows of them are half of a page's cost.
"""

from collections.abc import Mapping
from typing import Final

from django.template import Context, Library
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from seoulution.apps.engagements.models import Task
from seoulution.apps.publishing.labels import label
from seoulution.engine.engagements.promises import PromiseState
from seoulution.web.shared.addresses import address
from seoulution.web.shared.tags.controls import button
from seoulution.web.shared.tags.pieces import badge

register = Library()

_HIDDEN: Final = (
    '<input type="hidden" name="csrfmiddlewaretoken" value="{}"><input type="hidden" name="submission" value="{}">'
    '<input type="hidden" name="from" value="{}">'
)
_ACTS: Final = (
    '<div class="row no-print"><form method="post" action="{to_done}">{hidden}{done}</form> <a class="small" href="{to_edit}">{edit}</a>'
    ' <details class="disclosure"><summary>{drop_it}</summary><div><form method="post" class="form" action="{to_drop}">{hidden}'
    '<div class="field"><label class="field__label" for="drop-{pk}">{why}</label>'
    '<input class="input" id="drop-{pk}" name="reason" maxlength="2000" required></div><div>{drop}</div></form></div></details></div>'
)


_TONES: Final[Mapping[str, str]] = {"overdue": "blocked", "due_soon": "warning", "kept_late": "warning", "kept": "good"}


@register.simple_tag
def promise_state(state: str) -> SafeString:
    """How a promise stands, in a word with its sign."""
    return badge(label(PromiseState, state), tone=_TONES.get(state, "neutral"))


@register.simple_tag(takes_context=True)
def task_acts(context: Context, task: Task) -> SafeString:
    """Done; changed or handed over; dropped with the reason. `back_list` in the context is the list that it leads back to."""
    pk = str(task.pk)
    return format_html(
        _ACTS,
        pk=pk,
        hidden=format_html(_HIDDEN, context.get("csrf_token", ""), context.get("submission", ""), context.get("back_list", "")),
        to_done=address("office:task_done", pk),
        to_edit=address("office:task_edit", pk),
        to_drop=address("office:task_drop", pk),
        done=button(_("Done"), kind="quiet", small=True, icon="check"),
        edit=_("Change or hand over"),
        drop_it=_("Drop it"),
        why=_("Why it is not to be done any more"),
        drop=button(_("Drop"), kind="quiet", small=True),
    )
