"""Changing several engagements at once: choose, look at what would change, confirm."""

from typing import Any, Final

from django import forms
from django.contrib import messages
from django.core import signing
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.access import visible_to
from seoulution.apps.engagements.services import bulk
from seoulution.apps.engagements.services.bulk import MOST, BulkChange, BulkField
from seoulution.apps.network.models import Agency
from seoulution.web.office.engagement_filter import EngagementFilter
from seoulution.web.office.engagements import PAGE_NAME
from seoulution.web.office.people_near import WORKERS
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.once import fresh_key, once
from seoulution.web.shared.people_near import PersonField, both_names
from seoulution.web.shared.tags.records import named

SALT: Final = "engagements-change"
SEEN_FOR_SECONDS: Final = 3600
"""What was seen in a preview counts for an hour."""


def field_choices() -> list[tuple[str, str]]:
    return [
        (BulkField.OWNER, _("Give them an owner")),
        (BulkField.RESPONSIBLE, _("Give them to a bureau or corporation")),
        (BulkField.DORMANT, _("End them as dormant")),
    ]


class BulkForm(forms.Form):
    """What to change in all of them, and why."""

    field = forms.ChoiceField(label=gettext_lazy("What changes"), choices=field_choices)
    owner = PersonField(
        label=gettext_lazy("New owner"),
        required=False,
        help_text=gettext_lazy("By name or sign-in name; empty is nobody yet."),
    )
    responsible = forms.ModelChoiceField(
        label=gettext_lazy("New responsible body"),
        queryset=Agency.objects.filter(withdrawn_on=None),
        required=False,
        empty_label=gettext_lazy("None"),
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason, kept in each history"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        owner: Any = self.fields["owner"]
        owner.among(WORKERS)
        responsible: Any = self.fields["responsible"]
        responsible.label_from_instance = named

    def change(self) -> BulkChange:
        """The change the form asks for."""
        given = self.cleaned_data
        return BulkChange(BulkField(given["field"]), given["reason"], given["owner"], given["responsible"])


@needs(Permission.WORK_ENGAGEMENTS)
@require_POST
@once
def change(request: SignedInRequest) -> HttpResponse:
    """First the form for the chosen rows, then the preview, then the deed; each step carries what the one before has seen."""
    step, seen = request.POST.get("step", ""), _seen(request)
    if not seen or len(seen) > MOST:
        messages.error(request, _too_many() if seen else _("Choose engagements first. Nothing was changed."))
        return _back(request)
    form = BulkForm(request.POST if step else None)
    if step and form.is_valid():
        if step == "apply":
            return _applied(request, form, seen)
        rows = visible_to(request.user).filter(pk__in=seen)
        lines = bulk.preview(rows, form.change(), by=request.user, today=timezone.localdate())
        sealed = signing.dumps({str(line.engagement.pk): line.engagement.revision for line in lines}, salt=SALT)
        return _page(request, form, sealed, len(seen), lines=lines)
    return _page(
        request, form, signing.dumps({str(pk): rev for pk, rev in seen.items()}, salt=SALT), len(seen), failed=bool(step)
    )


def _page(
    request: SignedInRequest, form: BulkForm, sealed: str, number: int, *, lines: Any = None, failed: bool = False
) -> HttpResponse:
    context = {
        "form": form,
        "sealed": sealed,
        "number": number,
        "lines": lines,
        "changing": sum(line.changes for line in lines) if lines else 0,
        "asked": _asked(form) if lines is not None else (),
        "list_query": request.POST.get("query", ""),
        "submission": fresh_key(),
    }
    return render(request, "office/engagements_change.html", context, status=422 if failed else 200)


def _asked(form: BulkForm) -> list[tuple[Any, str]]:
    """What the preview is of, in words: the change, its new owner or body, the reason."""
    change, fields = form.change(), form.fields
    asked = [(fields["field"].label, dict(field_choices())[change.field])]
    if change.field is BulkField.OWNER:
        asked.append((fields["owner"].label, both_names(change.owner) if change.owner else _("Nobody")))
    elif change.field is BulkField.RESPONSIBLE:
        asked.append((fields["responsible"].label, named(change.responsible) or _("None")))
    return [*asked, (fields["reason"].label, change.reason)]


def _applied(request: SignedInRequest, form: BulkForm, seen: dict[int, int]) -> HttpResponse:
    lines = bulk.apply(seen, form.change(), by=request.user, today=timezone.localdate())
    done, refused = sum(line.changes for line in lines), sum(bool(line.findings) for line in lines)
    told = ngettext("%(done)d engagement changed.", "%(done)d engagements changed.", done) % {"done": done}
    if refused:
        told += " " + ngettext("%(refused)d stayed as it was.", "%(refused)d stayed as they were.", refused) % {
            "refused": refused
        }
    messages.success(request, told)
    return _back(request)


def _seen(request: SignedInRequest) -> dict[int, int]:
    """The rows and the revision each was seen at: sealed by the step before, or as they are now."""
    if sealed := request.POST.get("sealed"):
        try:
            seen = signing.loads(sealed, salt=SALT, max_age=SEEN_FOR_SECONDS)
        except signing.BadSignature:
            return {}
        return {int(pk): int(revision) for pk, revision in seen.items()}
    rows = visible_to(request.user)
    if request.POST.get("all"):
        rows = EngagementFilter(QueryDict(request.POST.get("query", "")), queryset=rows, request=request).qs
    else:
        keys = [int(pk) for pk in request.POST.getlist("row") if pk.isascii() and pk.isdigit() and len(pk) < 19]
        rows = rows.filter(pk__in=keys)
    return _revisions(rows)


def _revisions(rows: Any) -> dict[int, int]:
    """One more than may be changed tells that there are too many."""
    found: dict[int, int] = dict(rows.order_by("pk").values_list("pk", "revision")[: MOST + 1])
    return found


def _too_many() -> str:
    return _(
        "At most %(most)d engagements are changed at once, so that the preview can be read. Narrow the list first. Nothing was changed."
    ) % {"most": MOST}


def _back(request: SignedInRequest) -> HttpResponseRedirect:
    query = QueryDict(request.POST.get("query", "")).urlencode()
    return HttpResponseRedirect(reverse(PAGE_NAME) + (f"?{query}" if query else ""))
