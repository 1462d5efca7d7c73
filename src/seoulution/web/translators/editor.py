"""One text in one language: the Korean and English beside it, what was written before, our terms, the claims to keep."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.languages import TranslatedField, TranslationState, fields_of
from seoulution.apps.catalogue.models import PolicySolution, Translation
from seoulution.apps.catalogue.refusals import Refused, StaleText
from seoulution.apps.catalogue.services import machine_drafts
from seoulution.apps.catalogue.services.translations import accept_machine, translate, translate_repeats
from seoulution.apps.catalogue.translation_checks import figures_of, translation_findings
from seoulution.apps.catalogue.translation_exports import terms_for
from seoulution.apps.catalogue.translation_memory import remembered
from seoulution.apps.catalogue.translation_worklist import after
from seoulution.apps.publishing.part_titles import path_words
from seoulution.engine.catalogue.differences import word_differences
from seoulution.engine.catalogue.references import plain
from seoulution.engine.findings import Finding, Severity
from seoulution.engine.vocabulary import Language
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.once import fresh_key, once
from seoulution.web.shared.vain_fields import needs_no_field
from seoulution.web.translators.chips import chips_of
from seoulution.web.translators.words import LIKENESS, STATES, language_named
from seoulution.web.translators.worklist import WorklistFilter, editor_address, filtered, language_context


@dataclass(frozen=True, slots=True)
class Place:
    """What an address names."""

    solution: PolicySolution
    language: Language
    field: TranslatedField


def _place(language: str, code: str, path: str) -> Place:
    chosen = language_named(language)
    solution = get_object_or_404(PolicySolution.objects.readable(), code=code)
    field = next((one for one in fields_of(solution, chosen) if one.path == path), None)
    if field is None:
        raise Http404(path)
    return Place(solution, chosen, field)


@needs(Permission.SEE_TRANSLATIONS)
def page(request: SignedInRequest, language: str, code: str, path: str) -> HttpResponse:
    """The text as it stands; who may not translate reads it."""
    place = _place(language, code, path)
    found: tuple[Finding, ...] = ()
    if place.field.text:
        figures = figures_of(place.solution)
        found = translation_findings(place.field.source, place.field.text, place.language, figures, path)
    return _shown(request, place, place.field.text, found)


@needs(Permission.TRANSLATE)
@require_POST
@once
def save(request: SignedInRequest, language: str, code: str, path: str) -> HttpResponse:
    """Keeps the text and goes on; what is refused stays in the field with everything that stops it."""
    return _kept(request, _place(language, code, path))


def _kept(request: SignedInRequest, place: Place) -> HttpResponse:
    text = request.POST.get("text", "")
    seen = _revision(request.POST.get("seen", ""))
    try:
        row = translate(
            place.solution,
            path=place.field.path,
            language=place.language,
            text=text,
            seen_source=_line_ends(request.POST.get("source", "")),
            seen_revision=seen,
            by=request.user,
        )
    except Refused as refused:
        return _shown(request, place, text, refused.findings, status=422)
    except StaleText as stale:
        return _shown(request, place, text, (), theirs=stale.current, status=409)
    repeats = translate_repeats(row, by=request.user) if request.POST.get("repeats") else 0
    messages.success(
        request, _("Saved. It also went into %(count)d more texts.") % {"count": repeats} if repeats else _("Saved.")
    )
    return _onward(request, place)


@needs(Permission.TRANSLATE)
@require_POST
@once
def accept(request: SignedInRequest, language: str, code: str, path: str) -> HttpResponse:
    """A person read the machine's text and answers for it; one who changed it in the field keeps the change, not the machine's."""
    place = _place(language, code, path)
    row = place.field.row
    if row is not None and _line_ends(request.POST.get("text", row.text)).strip() != row.text:
        return _kept(request, place)
    needs_no_field(request)
    try:
        if row is None:
            raise Refused((Finding("translation.nothing-to-accept", subject=path),))
        accept_machine(row, seen_revision=_revision(request.POST.get("seen", "")), by=request.user)
    except Refused as refused:
        return _shown(request, place, place.field.text, refused.findings, status=422)
    except StaleText as stale:
        return _shown(request, place, place.field.text, (), theirs=stale.current, status=409)
    messages.success(request, _("Accepted as it stands."))
    return _onward(request, place)


@needs(Permission.TRANSLATE)
@require_POST
def draft(request: SignedInRequest, language: str, code: str, path: str) -> HttpResponse:
    """A machine's draft of this one text; pressed twice it is made anew."""
    place = _place(language, code, path)
    try:
        machine_drafts.draft_field(place.solution, path=path, language=place.language, by=request.user)
    except Refused as refused:
        return _shown(request, place, place.field.text, refused.findings, status=422)
    except StaleText as stale:
        return _shown(request, place, place.field.text, (), theirs=stale.current, status=409)
    messages.success(request, _("A machine’s draft, marked as such until a person accepts it."))
    return HttpResponseRedirect(_here(request, place))


def _revision(written: str) -> int:
    return int(written) if written.isdecimal() and len(written) < 10 else 0


def _line_ends(text: str) -> str:
    """Browsers send CRLF."""
    return text.replace("\r\n", "\n")


def _here(request: SignedInRequest, place: Place) -> str:
    address = reverse("translators:editor", args=[place.language.value, place.solution.code, place.field.path])
    return f"{address}?{request.GET.urlencode()}" if request.GET else address


def _onward(request: SignedInRequest, place: Place) -> HttpResponse:
    """Back to the text, or to the next that asks for a person within the filters; where none is left, to the list."""
    if request.POST.get("then") != "next":
        return HttpResponseRedirect(_here(request, place))
    items = filtered(request, place.language, WorklistFilter(request.GET), keeping=(place.solution.code, place.field.path))
    following = after(items, place.solution.code, place.field.path)
    if following is None:
        messages.info(request, _("Nothing is left to translate within these filters."))
        address = reverse("translators:worklist", args=[place.language.value])
        return HttpResponseRedirect(f"{address}?{request.GET.urlencode()}" if request.GET else address)
    return HttpResponseRedirect(editor_address(place.language, following, request))


def _shown(
    request: SignedInRequest,
    place: Place,
    text: str,
    findings: tuple[Finding, ...],
    *,
    theirs: Any = None,
    status: int = 200,
) -> HttpResponse:
    field, row = place.field, place.field.row
    korean = {path: words.ko for path, words in place.solution.manuscript.texts()}
    was = row.source_text if row is not None and field.state is TranslationState.OUTDATED else ""
    if any(one.code == "translation.source-changed" for one in findings):
        was = _line_ends(request.POST.get("source", ""))
    words, tone = STATES[field.state]
    others = _others(place)
    context = {
        **language_context(request, place.language),
        "row": place.solution,
        "field": field,
        "title": path_words(field.path),
        "korean": korean[field.path],
        "text": text,
        "state": (str(words), tone),
        "translation": row,
        "revision": theirs.revision if isinstance(theirs, Translation) else (row.revision if row else 0),
        "theirs": theirs if isinstance(theirs, Translation) else None,
        "difference": word_differences(plain(was, {}), plain(field.source, {})) if was else (),
        "refused": [one for one in findings if one.severity is Severity.BLOCKING],
        "warnings": [one for one in findings if one.severity is not Severity.BLOCKING],
        "remembered": [(one, str(LIKENESS[one.likeness])) for one in remembered(field.source, place.language, but=row)],
        "terms": terms_for(field.source, place.language),
        "chips": chips_of(field.source, place.language),
        "repeats": others,
        "machine": machine_drafts.machine(),
        "query": request.GET.urlencode(),
        "submission": fresh_key(),
    }
    return render(request, "translators/editor.html", context, status=status)


def _others(place: Place) -> int:
    """How many more texts of the solution have this English and no translation."""
    return sum(
        one.source == place.field.source and one.path != place.field.path and one.state is TranslationState.MISSING
        for one in fields_of(place.solution, place.language)
    )
