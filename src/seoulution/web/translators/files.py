"""Files for agencies: what goes out, by language, state, solution and sector; what came back earlier."""

from typing import Any, Final

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.languages import TranslationState
from seoulution.apps.catalogue.models import ImportRun, PolicySolution
from seoulution.apps.catalogue.models.imports import ImportKind
from seoulution.apps.catalogue.translation_exports import sheet_of, xliff_of
from seoulution.apps.catalogue.translators import languages_of
from seoulution.engine.vocabulary import Language
from seoulution.formats import xliff, xlsx
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.choices import sector_choices
from seoulution.web.shared.once import fresh_key
from seoulution.web.translators.imports import KINDS, FileForm
from seoulution.web.translators.paging import page_of
from seoulution.web.translators.words import STATES, language_choices
from seoulution.web.translators.worklist import solution_choices

FORMATS: Final = {"xliff": ("xlf", xliff.CONTENT_TYPE), "xlsx": ("xlsx", xlsx.CONTENT_TYPE)}


class ExportForm(forms.Form):
    """What goes into the file; everything that is not finished, unless the states are chosen."""

    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=language_choices)
    solution = forms.ChoiceField(label=gettext_lazy("Solution"), choices=solution_choices, required=False)
    sector = forms.ChoiceField(
        label=gettext_lazy("Sector"), choices=lambda: [("", gettext_lazy("Any sector")), *sector_choices()], required=False
    )
    state = forms.MultipleChoiceField(
        label=gettext_lazy("States"),
        choices=[(state.value, words) for state, (words, _tone) in STATES.items()],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=gettext_lazy("None chosen: all texts."),
    )
    format = forms.ChoiceField(
        label=gettext_lazy("Format"),
        choices=[("xliff", "XLIFF 2.0"), ("xlsx", "XLSX")],
        widget=forms.RadioSelect,
        initial="xliff",
    )


@needs(Permission.SEE_TRANSLATIONS)
def page(request: SignedInRequest) -> HttpResponse:
    """Both ways, and every import so far."""
    return render(request, "translators/files.html", files_context(request, FileForm()))


def files_context(request: SignedInRequest, form: FileForm) -> dict[str, Any]:
    """What the page shows, with the form as it was filled in."""
    own = languages_of(request.user)
    first = {"language": own[0].value} if own else {}
    wanted = ExportForm(initial={"format": "xliff", "state": ["missing", "outdated", "machine"], **first})
    runs = ImportRun.objects.filter(kind__in=KINDS.values()).select_related("by").defer("report")
    names = {ImportKind.TRANSLATIONS_XLIFF.value: "XLIFF", ImportKind.TRANSLATIONS_XLSX.value: "XLSX"}
    return {
        "export": wanted,
        "form": form,
        "page": page_of(request, runs),
        "formats": names,
        "has_own": bool(own),
        "submission": fresh_key(),
    }


@needs(Permission.SEE_TRANSLATIONS)
def export(request: SignedInRequest) -> HttpResponse:
    """The file itself; a choice that does not exist shows the form with what is wrong."""
    form = ExportForm(request.GET)
    if not form.is_valid():
        return render(request, "translators/files.html", {**files_context(request, FileForm()), "export": form}, status=422)
    asked = form.cleaned_data
    solutions = PolicySolution.objects.offered()
    if asked["solution"]:
        solutions = solutions.filter(code=asked["solution"])
    if asked["sector"]:
        solutions = solutions.filter(sector=asked["sector"])
    states = frozenset(map(TranslationState, asked["state"])) or frozenset(TranslationState)
    language = Language(asked["language"])
    made = (xliff_of if asked["format"] == "xliff" else sheet_of)(solutions, language, states)
    suffix, content_type = FORMATS[asked["format"]]
    name = "-".join(("seoulution", asked["solution"] or asked["sector"] or "all", language.value))
    response = HttpResponse(made, content_type=content_type)
    response["Content-Disposition"] = (
        content_disposition_header(as_attachment=True, filename=f"{name}.{suffix}") or "attachment"
    )
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
