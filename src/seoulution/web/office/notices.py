"""What the person was told: unread first; read, muted by kind or by record, and how often a digest comes."""

from typing import Any, Final

from django import forms
from django.contrib import messages
from django.core.exceptions import BadRequest
from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.correspondence.kinds import NOTICES
from seoulution.apps.correspondence.models import Mute, Notice, Rhythm
from seoulution.apps.correspondence.services import digests
from seoulution.apps.publishing.mail_texts import ABOUT_TEXTS, KIND_TEXTS
from seoulution.apps.publishing.notice_reach import readable, worded
from seoulution.web.office.lists import page_of
from seoulution.web.shared.access import SignedInRequest, signed_in
from seoulution.web.shared.component_values import Link

_BASES: Final = (
    (Permission.SEE_OFFICE, "office/base.html"),
    (Permission.SEE_BUREAU_DESK, "bureaus/base.html"),
    (Permission.SEE_TRANSLATIONS, "translators/base.html"),
)
"""Everybody with an account is told things; the page stands among the person's own."""
_ALL: Final = "all"


def _base(user: User) -> str:
    return next((template for permission, template in _BASES if user.may(permission)), "shared/base.html")


@signed_in
def listing(request: SignedInRequest) -> HttpResponse:
    """The person's notices, unread first; `show=all` adds the read ones, `kind` narrows."""
    shows_all, kind = request.GET.get("show") == _ALL, request.GET.get("kind", "")
    rows = Notice.objects.filter(user=request.user).order_by(F("read_at").asc(nulls_first=True), "-at", "-pk")
    unread = rows.filter(read_at=None)
    chosen = rows if shows_all else unread
    if kind in NOTICES:
        chosen = chosen.filter(kind=kind)
    page = page_of(request, chosen)
    open_to = set(readable(request.user, list(page)))
    kinds = rows.order_by().values_list("kind", flat=True).distinct()
    context: dict[str, Any] = {
        "base": _base(request.user),
        "page": page,
        "rows": [(row, worded(row) if row.pk in open_to else None) for row in page],
        "unread": unread.count(),
        "shows_all": shows_all,
        "kind": kind if kind in NOTICES else "",
        "kinds": [Link(kind_words(code), f"?kind={code}", code == kind) for code in sorted(set(kinds) & set(NOTICES))],
    }
    return render(request, "office/notices.html", context)


@signed_in
@require_POST
def read(request: SignedInRequest) -> HttpResponse:
    """One notice, or all of them, have been seen."""
    one = request.POST.get("notice", "")
    if one and not _is_number(one):
        raise BadRequest
    digests.mark_read(request.user, [int(one)] if one else None)
    return redirect("office:notices")


def _is_number(written: str) -> bool:
    return written.isascii() and written.isdigit() and len(written) < 18


@signed_in
def mute(request: SignedInRequest) -> HttpResponse:
    """Where the links of a digest lead: says what would be muted, and does it when the person says so."""
    given = request.POST if request.method == "POST" else request.GET
    notice = given.get("notice", "")
    row = get_object_or_404(Notice, user=request.user, pk=int(notice)) if _is_number(notice) else None
    kind = given.get("kind", "")
    if row is None and kind not in NOTICES:
        return redirect("office:notices_settings")
    if request.method == "POST":
        if row is not None:
            digests.mute(request.user, about=row.about, about_code=row.about_code)
        else:
            digests.mute(request.user, kind=kind)
        messages.success(request, _("No more mail of this. It goes on standing among your notices."))
        return redirect("office:notices_settings")
    context = {"base": _base(request.user), "row": row, "kind": kind, "words": _muted_words(row, kind)}
    return render(request, "office/notice_mute.html", context)


def _muted_words(row: Notice | None, kind: str) -> str:
    return record_words(row.about, row.about_code) if row is not None else kind_words(kind)


def kind_words(code: str) -> str:
    """A kind of notice by its short name."""
    return str(KIND_TEXTS.get(code, code))


def record_words(about: str, code: str) -> str:
    """A record as it is muted."""
    return f"{ABOUT_TEXTS.get(about, about)}: {code}"


class RhythmForm(forms.Form):
    """How often at most a digest comes."""

    rhythm = forms.ChoiceField(
        label=gettext_lazy("How often"),
        widget=forms.RadioSelect,
        choices=[
            (Rhythm.DAILY, gettext_lazy("Once a day, at eight in the morning")),
            (Rhythm.HOURLY, gettext_lazy("At most once an hour")),
            (Rhythm.NONE, gettext_lazy("Never")),
        ],
    )


@signed_in
def settings(request: SignedInRequest) -> HttpResponse:
    """How often a digest comes, and what is muted; each can be wanted again."""
    form = RhythmForm(request.POST or None, initial={"rhythm": digests.rhythm_of(request.user)})
    if request.method == "POST" and form.is_valid():
        digests.choose_rhythm(request.user, Rhythm(form.cleaned_data["rhythm"]))
        messages.success(request, _("Kept."))
        return redirect("office:notices_settings")
    mutes = [
        (row, kind_words(row.kind) if row.kind else record_words(row.about, row.about_code))
        for row in Mute.objects.filter(user=request.user)
    ]
    context = {"base": _base(request.user), "form": form, "mutes": mutes, "has_address": bool(request.user.email)}
    return render(request, "office/notices_settings.html", context, status=422 if request.method == "POST" else 200)


@signed_in
@require_POST
def unmute(request: SignedInRequest, pk: int) -> HttpResponse:
    """The person wants that mail again."""
    digests.unmute(request.user, pk)
    messages.success(request, _("It comes by mail again."))
    return redirect("office:notices_settings")
