"""Building, reading, sharing and downloading dossiers."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.refusals import Refused
from seoulution.apps.publishing.inputs import inputs_hash
from seoulution.apps.publishing.models import Dossier
from seoulution.apps.publishing.services.dossiers import build_dossier, share_dossier
from seoulution.engine.dossier.own_words import paper_findings
from seoulution.engine.findings import Finding
from seoulution.engine.vocabulary import Language
from seoulution.formats import FORMATS
from seoulution.formats.html import html_fragment
from seoulution.formats.json_reader import document_from
from seoulution.language.wording import wording_rules
from seoulution.web.office.workspace import found, names_somebody
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.documents import document_response
from seoulution.web.shared.once import fresh_key, once
from seoulution.web.shared.reading import note_reading


def _dossier(pk: int) -> Dossier:
    return get_object_or_404(Dossier.objects.select_related("sharing_request__city", "built_by"), pk=pk)


@needs(Permission.BUILD_DOSSIERS)
@require_POST
@once
def build(request: SignedInRequest, code: str) -> HttpResponse:
    """Computes the dossier in Korean or English from live records and opens it."""
    language = Language.KO if request.POST.get("language") == "ko" else Language.EN
    dossier = build_dossier(found(code), language=language, by=request.user)
    messages.success(request, _("The dossier is built."))
    return redirect("office:dossier", pk=dossier.pk)


@needs(Permission.SEE_REQUESTS)
def read(request: SignedInRequest, pk: int) -> HttpResponse:
    """The dossier as a page of the system, saying whether an input has changed since."""
    dossier = _dossier(pk)
    _note(request, dossier, "view")
    return _page(request, dossier)


def _note(request: SignedInRequest, dossier: Dossier, action: str) -> None:
    """A dossier tells of the letter it answers; where a person wrote that, reading it leaves a line."""
    code = dossier.sharing_request.code
    if names_somebody(dossier.sharing_request):
        note_reading(
            request, about="dossier", about_code=code, whose=f"requester of {code}: dossier {dossier.pk}", action=action
        )


def _page(request: SignedInRequest, dossier: Dossier, *, refused: tuple[Finding, ...] = ()) -> HttpResponse:
    document = document_from(dossier.document)
    context = {
        "refused": refused,
        "wording": () if dossier.shared_with_city_at else paper_findings(document, wording_rules()),
        "dossier": dossier,
        "row": dossier.sharing_request,
        "body": mark_safe(html_fragment(document)),  # noqa: S308 - escapes every value it prints
        "out_of_date": dossier.inputs_hash != inputs_hash(dossier.sharing_request),
        "formats": list(FORMATS),
        "submission": fresh_key(),
    }
    return render(request, "office/dossier.html", context, status=422 if refused else 200)


@needs(Permission.SEE_REQUESTS)
def download(request: SignedInRequest, pk: int, name: str) -> HttpResponse:
    """The dossier as a file; exactly what the page shows."""
    if name not in FORMATS:
        raise Http404
    dossier = _dossier(pk)
    _note(request, dossier, "download")
    return document_response(document_from(dossier.document), name, f"{dossier.sharing_request.code}-{dossier.language}")


@needs(Permission.WORK_REQUESTS)
@require_POST
@once
def share(request: SignedInRequest, pk: int) -> HttpResponse:
    """Lets the city read this build in its file."""
    try:
        dossier = share_dossier(_dossier(pk), by=request.user, wording_reason=request.POST.get("wording_reason", "")[:2_000])
    except Refused as refused:
        return _page(request, _dossier(pk), refused=refused.findings)
    messages.success(request, _("The city can now read this dossier in its file."))
    return redirect("office:dossier", pk=dossier.pk)
