"""Engagements of which something is shared with the own agency or firm: what, since when, and what was answered."""

from django.contrib import messages
from django.db.models import Count, Max, Q, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.accounts.services.limits import take
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.services.rights import NotAllowed
from seoulution.apps.publishing.models import Opening, Proposal, SharedItem
from seoulution.apps.publishing.parties import Counterpart, belonging_to, of_user
from seoulution.apps.publishing.services.openings import record_opening
from seoulution.apps.publishing.services.proposals import Said, Sender, receive
from seoulution.engine.engagements.codes import ProposalKind
from seoulution.engine.vocabulary import Language
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.component_values import Link
from seoulution.web.shared.limits import by_account, too_many
from seoulution.web.shared.once import fresh_key, once
from seoulution.web.shared.said_back import said_back
from seoulution.web.shared.shared_items import item_context, item_file


def shared_with(user: User) -> QuerySet[SharedItem]:
    """What the person's body may read today; without a body there is nothing."""
    body = of_user(user)
    if body is None:
        return SharedItem.objects.none()
    rows = SharedItem.objects.filter(belonging_to(body), ended_at=None, engagement__withdrawn_on=None)
    return rows.select_related("engagement__city", "document_version__document", "dossier", "solution", "shared_by")


def engagements_of(user: User) -> QuerySet[Engagement]:
    """Those with something shared, the latest sharing first."""
    standing = Q(shared_items__in=shared_with(user))
    rows = Engagement.objects.filter(pk__in=shared_with(user).values("engagement")).select_related("city").defer("data")
    return rows.annotate(
        shared_count=Count("shared_items", filter=standing), last_shared=Max("shared_items__shared_at", filter=standing)
    ).order_by("-last_shared", "pk")


def _body(user: User) -> Counterpart:
    body = of_user(user)
    if body is None:
        raise Http404
    return body


@needs(Permission.SEE_PARTNER_PORTAL)
def listing(request: SignedInRequest) -> HttpResponse:
    """All of them."""
    return render(request, "partner_portal/engagements.html", {"engagements": engagements_of(request.user)})


@needs(Permission.SEE_PARTNER_PORTAL)
def engagement(request: SignedInRequest, code: str) -> HttpResponse:
    """One: what was shared and when, and what was sent back."""
    return _page(request, get_object_or_404(engagements_of(request.user), code=code))


def _page(request: SignedInRequest, row: Engagement, *, status: int = 200, **more: object) -> HttpResponse:
    items = list(shared_with(request.user).filter(engagement=row))
    read = set(Opening.objects.filter(item__in=items).values_list("item_id", flat=True))
    proposals = Proposal.objects.filter(belonging_to(_body(request.user)), engagement=row)
    context = {
        "row": row,
        "items": [(each, reverse("partner_portal:item", args=[each.pk]), each.pk in read) for each in items],
        "said_back": said_back(proposals),
        "submission": fresh_key(),
        "trail": [Link(_("Engagements"), reverse("partner_portal:engagements"))],
        **more,
    }
    return render(request, "partner_portal/engagement.html", context, status=status)


@needs(Permission.SEE_PARTNER_PORTAL)
@require_POST
@once
def answer(request: SignedInRequest, code: str) -> HttpResponse:
    """An answer or an offer: a proposal that the office takes up or sets aside."""
    row = get_object_or_404(engagements_of(request.user), code=code)
    exhausted = take(("link-written", by_account(request)))
    if exhausted is not None:
        return too_many(request, exhausted)
    kind = ProposalKind.OFFER if request.POST.get("kind") == ProposalKind.OFFER else ProposalKind.ANSWER
    said = Said(kind, request.POST.get("text", ""))
    try:
        receive(row, said, sender=Sender(_body(request.user), user=request.user))
    except NotAllowed as refused:
        return _page(request, row, status=422, refused=refused.findings, typed=said)
    messages.success(request, _("Sent. The office looks at it; you see here what became of it."))
    return redirect("partner_portal:engagement", code=row.code)


@needs(Permission.SEE_PARTNER_PORTAL)
def item(request: SignedInRequest, pk: int) -> HttpResponse:
    """One shared thing; opening it is recorded."""
    row = get_object_or_404(shared_with(request.user), pk=pk)
    language = Language.KO if (get_language() or "").startswith("ko") else Language.EN
    back = reverse("partner_portal:engagement", args=[row.engagement.code])
    response = render(
        request, "partner_portal/item.html", {**item_context(row, language), "back": back, "ask_href": back + "#say"}
    )
    _opened(request, row)
    return response


@needs(Permission.SEE_PARTNER_PORTAL)
def download(request: SignedInRequest, pk: int, name: str) -> HttpResponse:
    """The same as a file."""
    row = get_object_or_404(shared_with(request.user), pk=pk)
    response = item_file(row, name)
    _opened(request, row)
    return response


def _opened(request: SignedInRequest, row: SharedItem) -> None:
    if request.method == "GET":
        record_opening(row, user=request.user)
