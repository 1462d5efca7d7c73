"""Keeping, renaming and deleting one's own views of the list of engagements."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.models import SavedView
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.accounts.services import saved_views as services
from seoulution.apps.accounts.services.saved_views import NameMissing
from seoulution.web.office.engagements import PAGE_NAME
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.once import once


def _list(query: str = "") -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse(PAGE_NAME) + (f"?{query}" if query else ""))


def _own(request: SignedInRequest, pk: int) -> SavedView:
    """Another person's view does not exist here."""
    return get_object_or_404(SavedView.objects.filter(user=request.user), pk=pk)


@needs(Permission.SEE_OFFICE)
@require_POST
@once
def save(request: SignedInRequest) -> HttpResponse:
    """Keeps what the address shows under a name."""
    query = request.POST.get("query", "")
    try:
        view = services.save_view(request.user, page=PAGE_NAME, name=request.POST.get("name", ""), query=query)
    except NameMissing:
        messages.error(request, _("A view needs a name. Nothing was kept."))
    else:
        messages.success(request, _("Kept as “%(name)s”.") % {"name": view.name})
    return _list(query)


@needs(Permission.SEE_OFFICE)
@require_POST
def rename(request: SignedInRequest, pk: int) -> HttpResponse:
    """Another name for an own view."""
    view = _own(request, pk)
    try:
        services.rename_view(view, name=request.POST.get("name", ""))
    except NameMissing:
        messages.error(request, _("A view needs a name. Nothing was changed."))
    return _list(view.query)


@needs(Permission.SEE_OFFICE)
@require_POST
def delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """An own view goes."""
    view = _own(request, pk)
    services.delete_view(view)
    messages.success(request, _("“%(name)s” is deleted. The engagements stay.") % {"name": view.name})
    return _list()
