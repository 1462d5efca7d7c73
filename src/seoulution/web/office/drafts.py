"""Drafting a paper for signing (기안), changing it, choosing who signs, sending it, drafting it again, taking it back."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.names import name_of
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.demand.services import StaleEdit
from seoulution.apps.engagements.models import ApprovalCase, DocumentVersion, Engagement
from seoulution.apps.engagements.papers import papers_for
from seoulution.apps.engagements.services import approvals as services
from seoulution.apps.engagements.services.approvals import Writing
from seoulution.apps.engagements.services.rights import AlreadyOver, NotAllowed, ReasonMissing
from seoulution.apps.engagements.signing import candidates, draft_of
from seoulution.apps.publishing.decision_words import decision_words
from seoulution.apps.publishing.labels import label
from seoulution.engine.engagements.codes import CaseState, Rank
from seoulution.engine.engagements.facts import Approval
from seoulution.engine.engagements.signing_table import ABROAD
from seoulution.engine.findings import Finding
from seoulution.engine.vocabulary import Stage
from seoulution.web.office.engagement_file import file_context, found
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.once import once
from seoulution.web.shared.signing.pages import case_of, case_page
from seoulution.web.shared.tags.records import named


class DraftForm(forms.Form):
    """What the drafter writes. The amount decides who signs."""

    kind = forms.ChoiceField(label=gettext_lazy("What is to be decided"))
    stage = forms.ChoiceField(label=gettext_lazy("For which stage"))
    title = forms.CharField(label=gettext_lazy("Title"), max_length=300)
    text = forms.CharField(
        label=pgettext_lazy("official paper", "Text"),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    amount = forms.DecimalField(label=gettext_lazy("Amount"), min_value=0, max_digits=20, decimal_places=2, required=False)
    currency = forms.CharField(label=gettext_lazy("Currency"), max_length=3, required=False, initial="KRW")
    attached = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Papers that go with it"),
        queryset=DocumentVersion.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, user: User, row: Engagement, case: ApprovalCase | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds: Any = self.fields["kind"]
        kinds.choices = [(each.value, decision_words(each)) for each in Approval if each not in ABROAD]
        stages: Any = self.fields["stage"]
        stages.choices = [(each.value, label(Stage, each)) for each in Stage]
        attached: Any = self.fields["attached"]
        held = papers_for(user, row).filter(withdrawn_at=None)
        latest = held.order_by("pk", "-versions__number").distinct("pk").values("versions")
        chosen = case.attached.values("pk") if case else DocumentVersion.objects.none().values("pk")
        versions = DocumentVersion.objects.filter(Q(pk__in=latest) | Q(pk__in=chosen))
        attached.queryset = versions.select_related("document").order_by("document", "number")
        attached.label_from_instance = lambda v: f"{v.document.title} ({v.original_name}, {v.number})"

    def writing(self) -> Writing:
        """The form as the service takes it."""
        given = self.cleaned_data
        return Writing(
            Approval(given["kind"]),
            Stage(given["stage"]),
            given["title"],
            given["text"],
            given["amount"],
            given["currency"].upper() if given["amount"] is not None else "",
            tuple(given["attached"]),
        )


@needs(Permission.WORK_ENGAGEMENTS)
@once
def draft(request: SignedInRequest, code: str) -> HttpResponse:
    """A new draft."""
    row = found(request, code)
    initial = {"kind": request.GET.get("kind"), "stage": request.GET.get("stage") or row.stage, "currency": "KRW"}
    form = DraftForm(request.POST or None, user=request.user, row=row, initial=initial)
    refused: tuple[Finding, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            case = services.draft(row, form.writing(), by=request.user)
        except NotAllowed as no:
            refused = no.findings
        except AlreadyOver:
            messages.error(request, _("This engagement has ended. Nothing was changed."))
            return redirect("office:engagement_papers", code=code)
        else:
            messages.success(request, _("The draft is kept. Choose who signs, then send it."))
            return redirect("office:signing_case", pk=case.pk)
    return _form_page(request, row, form, refused)


@needs(Permission.WORK_ENGAGEMENTS)
@once
def edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """The draft, changed by its drafter."""
    case = case_of(request, pk)
    if case.state != CaseState.DRAFT:
        return redirect("office:signing_case", pk=pk)
    row = found(request, case.engagement.code)
    names = ("kind", "stage", "title", "text", "amount", "currency")
    initial = {name: getattr(case, name) for name in names} | {"attached": case.attached.all()}
    form = DraftForm(request.POST or None, user=request.user, row=row, case=case, initial=initial)
    refused: tuple[Finding, ...] = ()
    stale = False
    if request.method == "POST" and form.is_valid():
        try:
            services.edit(case, form.writing(), by=request.user, seen_revision=_seen(request))
        except NotAllowed as no:
            refused = no.findings
        except StaleEdit:
            stale = True
        else:
            messages.success(request, _("The draft is kept."))
            return redirect("office:signing_case", pk=pk)
    return _form_page(request, row, form, refused, case=case, stale=stale)


def _form_page(
    request: SignedInRequest,
    row: Engagement,
    form: DraftForm,
    refused: tuple[Finding, ...],
    *,
    case: ApprovalCase | None = None,
    stale: bool = False,
) -> HttpResponse:
    context = {
        **file_context(request, row, "office:engagement_papers"),
        "form": form,
        "refused": refused,
        "case": case,
        "stale": stale,
    }
    status = 409 if stale else 422 if request.method == "POST" else 200
    return render(request, "office/paper_draft.html", context, status=status)


def _seen(request: SignedInRequest) -> int:
    written = request.POST.get("revision", "")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else 0


def places_to_choose(case: ApprovalCase, chosen: dict[str, str] | None = None) -> list[dict[str, Any]]:
    """A select for each place after the drafter's; the only person of the own body is chosen already."""
    places = []
    for number, step in enumerate(draft_of(case, timezone.localdate()).steps[1:]):
        taken: set[int] = set()
        for place, rank in enumerate(step):
            name = f"place-{number}-{place}"
            people = candidates(rank, case.engagement, but=case.drafted_by)
            own = [each.user.pk for each in people if each.of_own_body and each.user.pk not in taken]
            preset = str(own[0]) if len(own) == 1 or (own and place > 0) else ""
            value = (chosen or {}).get(name, preset)
            taken |= {int(value)} if value.isdigit() else set()
            places.append(
                {
                    "name": name,
                    "rank": label(Rank, rank),
                    "beside": place > 0,
                    "people": [(str(each.user.pk), name_of(each.user), _body(each.user)) for each in people],
                    "value": value,
                }
            )
    return places


def _body(user: User) -> str:
    affiliation = getattr(user, "affiliation", None)
    return named(affiliation.agency) if affiliation and affiliation.agency else ""


@needs(Permission.WORK_ENGAGEMENTS)
@require_POST
@once
def send(request: SignedInRequest, pk: int) -> HttpResponse:
    """Into signing, with everybody who signs; what is missing is said at once, and who was chosen is kept."""
    case = case_of(request, pk)
    steps = draft_of(case, timezone.localdate()).steps[1:]
    written = {name: request.POST[name] for name in request.POST if name.startswith("place-")}
    people = {str(user.pk): user for user in User.objects.filter(pk__in=[pk for pk in written.values() if pk.isdigit()][:50])}
    chosen = [
        [people.get(written.get(f"place-{number}-{place}", "")) for place in range(len(step))]
        for number, step in enumerate(steps)
    ]
    try:
        services.send(case, signatories=chosen, by=request.user, seen_revision=_seen(request), today=timezone.localdate())
    except NotAllowed as no:
        return signing_page(request, case, status=422, refused=no.findings, chosen=written)
    except AlreadyOver:
        messages.error(request, _("This engagement has ended. Nothing was changed."))
    except StaleEdit:
        messages.error(request, _("The draft was changed meanwhile. Read it as it is now; nothing was sent."))
        return signing_page(request, case_of(request, pk), status=409, chosen=written)
    else:
        messages.success(request, _("The paper is in signing. Whoever is next was told."))
    return redirect("office:signing_case", pk=pk)


def signing_page(
    request: SignedInRequest, case: ApprovalCase, *, chosen: dict[str, str] | None = None, **more: Any
) -> HttpResponse:
    """The paper's page of the office; the drafter of a draft chooses there who signs."""
    own = case.state == CaseState.DRAFT and case.drafted_by_id == request.user.pk
    return case_page(request, case, "office", places=places_to_choose(case, chosen) if own else [], **more)


@needs(Permission.WORK_ENGAGEMENTS)
@require_POST
@once
def redraft(request: SignedInRequest, pk: int) -> HttpResponse:
    """A sent-back paper is a draft again."""
    return _changed(request, pk, lambda case: services.redraft(case, by=request.user, seen_revision=_seen(request)))


@needs(Permission.WORK_ENGAGEMENTS)
@require_POST
@once
def withdraw(request: SignedInRequest, pk: int) -> HttpResponse:
    """The drafter takes it back."""
    reason = request.POST.get("reason", "")[:2000]
    return _changed(
        request, pk, lambda case: services.withdraw(case, reason=reason, by=request.user, seen_revision=_seen(request))
    )


def _changed(request: SignedInRequest, pk: int, change: Callable[[ApprovalCase], ApprovalCase]) -> HttpResponse:
    case = case_of(request, pk)
    try:
        change(case)
    except NotAllowed as no:
        return signing_page(request, case, status=422, refused=no.findings)
    except ReasonMissing:
        messages.error(request, _("A paper is taken back with a reason. Nothing was changed."))
        return signing_page(request, case, status=422)
    except StaleEdit:
        messages.error(request, _("Somebody was faster. Read the paper as it is now; nothing was changed."))
        return signing_page(request, case_of(request, pk), status=409)
    return redirect("office:signing_case", pk=pk)
