"""The work list: how far each language is, and the texts of one, narrowed in the address."""

from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.languages import TranslationState
from seoulution.apps.catalogue.models import PolicySolution, Translation
from seoulution.apps.catalogue.services import machine_drafts
from seoulution.apps.catalogue.translation_worklist import OPEN, WorkItem, after, counts, worklist
from seoulution.apps.catalogue.translators import languages_of
from seoulution.engine.catalogue.references import plain
from seoulution.engine.vocabulary import Language
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.choices import LANGUAGE_NAMES, sector_choices
from seoulution.web.shared.once import fresh_key
from seoulution.web.shared.page_language import direction
from seoulution.web.shared.tags.records import named
from seoulution.web.translators.paging import page_of
from seoulution.web.translators.words import SECTIONS, STATES, language_named, section_words

EXCERPT: Final = 160


def solution_choices() -> list[tuple[str, str]]:
    """Every solution on offer, and all of them."""
    rows = PolicySolution.objects.offered().only("code", "name_ko", "name_en", "position")
    return [("", _("All solutions")), *((row.code, named(row)) for row in rows)]


def _state_choices() -> list[tuple[str, str]]:
    return [
        ("", _("Any state")),
        ("open", _("All that ask for a person")),
        *((s.value, str(w)) for s, (w, _tone) in STATES.items()),
    ]


class WorklistFilter(forms.Form):
    """Filters live in the address; the editor keeps them, so that "next" stays within them."""

    state = forms.ChoiceField(label=gettext_lazy("State"), choices=_state_choices, required=False)
    solution = forms.ChoiceField(label=gettext_lazy("Solution"), choices=solution_choices, required=False)
    sector = forms.ChoiceField(
        label=gettext_lazy("Sector"), choices=lambda: [("", _("Any sector")), *sector_choices()], required=False
    )
    section = forms.ChoiceField(
        label=gettext_lazy("Kind of text"),
        choices=lambda: [("", _("Any kind of text")), *((name, section_words(name)) for name in SECTIONS)],
        required=False,
    )


@dataclass(frozen=True, slots=True)
class LanguageLine:
    """One language of the overview."""

    code: str
    name: str
    counts: list[tuple[str, str, int]]
    share: float
    granted: bool


@needs(Permission.SEE_TRANSLATIONS)
def overview(request: SignedInRequest) -> HttpResponse:
    """Every language with how many texts are in which state; the person's own languages first."""
    own = set(languages_of(request.user))
    lines = [
        LanguageLine(
            language.value,
            LANGUAGE_NAMES[language],
            [(state.value, str(words), found[state]) for state, (words, _tone) in STATES.items()],
            found[TranslationState.HUMAN] / max(1, found.total()),
            language in own,
        )
        for language, found in counts(PolicySolution.objects.offered()).items()
    ]
    context = {
        "lines": sorted(lines, key=lambda line: not line.granted),
        "has_own": bool(own),
        "machine": machine_drafts.machine(),
    }
    return render(request, "translators/overview.html", context)


@needs(Permission.SEE_TRANSLATIONS)
def listing(request: SignedInRequest, language: str) -> HttpResponse:
    """The texts of one language, fifty on a page."""
    chosen = language_named(language)
    form = WorklistFilter(request.GET)
    items = filtered(request, chosen, form)
    page = page_of(request, items)
    first = after(items, "", "")
    context = {
        **language_context(request, chosen),
        "form": form,
        "page": page,
        "rows": _rows(page, chosen),
        "first": editor_address(chosen, first, request) if first else "",
        "query": request.GET.urlencode(),
        "solution": form.cleaned_data.get("solution") if form.is_valid() else "",
        "machine": machine_drafts.machine(),
        "submission": fresh_key(),
    }
    return render(request, "translators/worklist.html", context)


def filtered(
    request: HttpRequest, language: Language, form: WorklistFilter, *, keeping: tuple[str, str] = ("", "")
) -> list[WorkItem]:
    """The work list within the filters of the address; what is no filter is passed over.

    keeping : solution and path of a text that stays in the list, so that the one after it can be told
    """
    asked: dict[str, Any] = form.cleaned_data if form.is_valid() else {}
    solutions = PolicySolution.objects.offered()
    if asked.get("solution"):
        solutions = solutions.filter(code=asked["solution"])
    if asked.get("sector"):
        solutions = solutions.filter(sector=asked["sector"])
    items = worklist(solutions, language)
    if state := asked.get("state"):
        wanted = OPEN if state == "open" else {TranslationState(state)}
        items = [item for item in items if item.state in wanted or (item.solution.code, item.path) == keeping]
    if section := asked.get("section"):
        items = [item for item in items if item.section == section]
    return items


def language_context(request: SignedInRequest, language: Language) -> dict[str, Any]:
    """What every page of one language needs."""
    return {
        "language": language.value,
        "language_name": LANGUAGE_NAMES[language],
        "direction": direction(language),
        "granted": language in languages_of(request.user),
    }


def editor_address(language: Language, item: WorkItem, request: HttpRequest) -> str:
    """The editor of a text, within the filters of the address."""
    address = reverse("translators:editor", args=[language.value, item.solution.code, item.path])
    query = request.GET.copy()
    query.pop("page", None)
    return f"{address}?{query.urlencode()}" if query else address


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list."""

    item: WorkItem
    words: str
    tone: str
    english: str
    text: str
    engine: str


def _rows(page: Any, language: Language) -> list[Row]:
    paths = {(item.solution.pk, item.path) for item in page}
    rows = Translation.objects.filter(language=language.value, solution__in={pk for pk, _path in paths})
    kept = {(row.solution_id, row.path): row for row in rows if (row.solution_id, row.path) in paths}
    return [_row(item, kept.get((item.solution.pk, item.path))) for item in page]


def _row(item: WorkItem, row: Translation | None) -> Row:
    words, tone = STATES[item.state]
    text = plain(row.text, {})[:EXCERPT] if row else ""
    return Row(item, str(words), tone, plain(item.source, {})[:EXCERPT], text, row.engine if row else "")
