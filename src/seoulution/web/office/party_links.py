"""Links given to a party: issued, issued again, revoked. The link itself is shown once, to whoever issued it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.access import visible_to
from seoulution.apps.engagements.services.rights import AlreadyOver, NotAllowed, NotOwnFile, ReasonMissing
from seoulution.apps.publishing.models import PartyLink
from seoulution.apps.publishing.parties import named_by
from seoulution.apps.publishing.services.party_links import issue_party_link, reissue_party_link, revoke_party_link
from seoulution.engine.vocabulary import Language
from seoulution.web.office.engagement_file import found
from seoulution.web.office.engagement_sharing import sharing_page
from seoulution.web.office.sharing_form import LinkForm
from seoulution.web.shared import city_link
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.choices import LANGUAGE_NAMES


@needs(Permission.SHARE_WITH_PARTIES)
@require_POST
def issue(request: SignedInRequest, code: str) -> HttpResponse:
    """A new link. A repeated press makes another one and ends the first: a link that is shown once can't be led to again."""
    row = found(request, code)
    form = LinkForm(request.POST, engagement=row, languages=list(LANGUAGE_NAMES.items()))
    to = named_by(form.cleaned_data["to"]) if form.is_valid() else None
    if to is None:
        return sharing_page(request, row, status=422, link_form=form)
    try:
        link, token = issue_party_link(
            row,
            to=to,
            language=Language(form.cleaned_data["language"]),
            holder=form.cleaned_data["holder"],
            days=form.cleaned_data["days"],
            by=request.user,
        )
    except NotAllowed as refused:
        return sharing_page(request, row, status=422, link_form=form, refused=refused.findings)
    except NotOwnFile as refused:
        return sharing_page(request, row, status=422, link_form=form, refused=(refused.finding,))
    return sharing_page(request, row, issued=link, issued_href=city_link.address_of(request, token))


def _link(request: SignedInRequest, pk: int) -> PartyLink:
    rows = PartyLink.objects.filter(engagement__in=visible_to(request.user))
    return get_object_or_404(rows.select_related("engagement__city", "agency", "firm"), pk=pk)


@needs(Permission.SHARE_WITH_PARTIES)
@require_POST
def reissue(request: SignedInRequest, pk: int) -> HttpResponse:
    """The same again under a new link; the old one ends."""
    old = _link(request, pk)
    link, token = reissue_party_link(old, by=request.user)
    row = found(request, old.engagement.code)
    return sharing_page(request, row, issued=link, issued_href=city_link.address_of(request, token))


@needs(Permission.SHARE_WITH_PARTIES)
@require_POST
def revoke(request: SignedInRequest, pk: int) -> HttpResponse:
    """It opens nothing any more, with a reason."""
    link = _link(request, pk)
    _said(request, link)
    return redirect("office:engagement_sharing", code=link.engagement.code)


def _said(request: SignedInRequest | HttpRequest, link: PartyLink) -> None:
    try:
        revoke_party_link(link, reason=request.POST.get("reason", "")[:2_000], by=request.user)  # type: ignore[arg-type]
    except ReasonMissing:
        messages.error(request, _("A link is revoked with a reason. Nothing was changed."))
    except AlreadyOver:
        messages.error(request, _("It has ended already. Nothing was changed."))
    else:
        messages.success(request, _("The link opens nothing any more."))
