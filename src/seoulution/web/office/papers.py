"""Adding a paper or a version, withdrawing one, and handing a version out."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.access import visible_to
from seoulution.apps.engagements.models import DocumentVersion, EngagementDocument
from seoulution.apps.engagements.papers import papers_for
from seoulution.apps.engagements.services import papers as services
from seoulution.apps.engagements.services.rights import NotAllowed, ReasonMissing
from seoulution.apps.publishing.labels import label
from seoulution.engine.engagements.facts import Document
from seoulution.engine.findings import Finding
from seoulution.engine.vocabulary import Stage
from seoulution.web.office.engagement_file import file_context, found
from seoulution.web.office.engagement_papers import papers_page
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.limits import brings_a_file, limited, uploads
from seoulution.web.shared.once import once
from seoulution.web.shared.paper_downloads import version_response


class VersionForm(forms.Form):
    """A file with a note on what changed."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("PDF, DOCX, XLSX, HWP, HWPX, PNG, JPG, TXT, CSV or EML. It is judged by its content."),
    )
    note = forms.CharField(
        label=gettext_lazy("Note"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class PaperForm(VersionForm):
    """A new paper: what it is, for which gate and stage, and its first file."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=300)
    kind = forms.ChoiceField(label=gettext_lazy("What a gate asks for"), required=False)
    stage = forms.ChoiceField(label=gettext_lazy("Stage"), required=False)
    is_sensitive = forms.BooleanField(
        label=gettext_lazy("Sensitive: only the people of this file see it, and each download is recorded"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others: Any = self.fields["kind"]
        others.choices = [("", _("any other paper")), *((each.value, label(Document, each)) for each in Document)]
        stages: Any = self.fields["stage"]
        stages.choices = [("", _("no stage in particular")), *((each.value, label(Stage, each)) for each in Stage)]


@needs(Permission.WORK_ENGAGEMENTS)
@limited(uploads, only=brings_a_file)
@once
def add(request: SignedInRequest, code: str) -> HttpResponse:
    """A new paper; the address may say for which gate."""
    row = found(request, code)
    form = PaperForm(request.POST or None, request.FILES or None, initial=_initial(request))
    refused: tuple[Finding, ...] = ()
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            services.add_paper(
                row,
                title=given["title"],
                name=given["file"].name,
                data=given["file"].read(settings.ATTACHMENT_LIMIT_BYTES + 1),
                kind=Document(given["kind"]) if given["kind"] else None,
                stage=Stage(given["stage"]) if given["stage"] else None,
                note=given["note"],
                is_sensitive=given["is_sensitive"],
                by=request.user,
            )
        except NotAllowed as no:
            refused = no.findings
        else:
            messages.success(request, _("The paper is on file."))
            return redirect("office:engagement_papers", code=code)
    context = {**file_context(request, row, "office:engagement_papers"), "form": form, "refused": refused}
    return render(request, "office/paper_add.html", context, status=422 if request.method == "POST" else 200)


def _initial(request: SignedInRequest) -> dict[str, str]:
    """The title of a paper that a gate asks for is its kind in words, to be written over."""
    kind = request.GET.get("kind", "")
    titled = label(Document, kind) if kind in set(Document) else ""
    return {"kind": kind, "stage": request.GET.get("stage", ""), "title": titled[:1].upper() + titled[1:]}


@needs(Permission.WORK_ENGAGEMENTS)
@limited(uploads, only=brings_a_file)
@once
def version(request: SignedInRequest, pk: int) -> HttpResponse:
    """A further version of a paper."""
    document = _document(request, pk)
    row = found(request, document.engagement.code)
    form = VersionForm(request.POST or None, request.FILES or None)
    refused: tuple[Finding, ...] = ()
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        data = given["file"].read(settings.ATTACHMENT_LIMIT_BYTES + 1)
        try:
            services.add_version(document, name=given["file"].name, data=data, note=given["note"], by=request.user)
        except NotAllowed as no:
            refused = no.findings
        else:
            messages.success(request, _("The new version is on file; the earlier ones stay."))
            return redirect("office:engagement_papers", code=row.code)
    context = {
        **file_context(request, row, "office:engagement_papers"),
        "form": form,
        "refused": refused,
        "document": document,
    }
    return render(request, "office/paper_version.html", context, status=422 if request.method == "POST" else 200)


@needs(Permission.WORK_ENGAGEMENTS)
@require_POST
@once
def withdraw(request: SignedInRequest, pk: int) -> HttpResponse:
    """The paper counts no more; it stays visible with the reason."""
    document = _document(request, pk)
    row = found(request, document.engagement.code)
    try:
        services.withdraw_paper(document, reason=request.POST.get("reason", "")[:2000], by=request.user)
    except NotAllowed as no:
        return papers_page(request, row, status=422, refused=no.findings)
    except ReasonMissing:
        messages.error(request, _("A paper is withdrawn with a reason. Nothing was changed."))
        return papers_page(request, row, status=422)
    messages.success(request, _("The paper is withdrawn; it stays visible with its reason."))
    return redirect("office:engagement_papers", code=row.code)


@needs(Permission.SEE_OFFICE)
def download(request: SignedInRequest, pk: int, number: int) -> HttpResponse:
    """One version, as it may leave."""
    document = _document(request, pk)
    return version_response(
        request,
        get_object_or_404(DocumentVersion.objects.select_related("document__engagement"), document=document, number=number),
    )


def _document(request: SignedInRequest, pk: int) -> EngagementDocument:
    """The paper, where its file exists for the person and the paper is not hidden from them."""
    document = get_object_or_404(
        EngagementDocument.objects.select_related("engagement"), pk=pk, engagement__in=visible_to(request.user)
    )
    return get_object_or_404(papers_for(request.user, document.engagement).select_related("engagement"), pk=pk)
