"""Solutions offered for a city's request, each written for that city; only those of its own request exist here."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from seoulution.apps.catalogue.languages import SOURCE_LANGUAGES
from seoulution.apps.catalogue.models import PolicySolution, Translation
from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.matching.models import Match, Verdict
from seoulution.apps.publishing.editions import city_edition
from seoulution.engine.vocabulary import Language
from seoulution.web.city_portal.holder import for_holder, language_of
from seoulution.web.shared import page_language
from seoulution.web.shared.edition_page import edition_context


@dataclass(frozen=True, slots=True)
class Offered:
    """A solution for the request. `chosen` : a person accepted it; otherwise the programme found it and nobody has looked yet."""

    solution: PolicySolution
    chosen: bool


def offered_for(row: SharingRequest) -> tuple[Offered, ...]:
    """Accepted solutions first, then those found and not set aside; none of a need for which a person said that none fits."""
    matches = (
        Match.objects.filter(need__sharing_request=row, need__removed_at=None, solution__in=PolicySolution.objects.offered())
        .exclude(verdict=Verdict.REJECTED)
        .exclude(weak=True, verdict=Verdict.PROPOSED)
        .exclude(need__none_fits=True, verdict=Verdict.PROPOSED)
        .select_related("solution__owner")
        .order_by("need", "rank")
    )
    found: dict[str, Offered] = {}
    for match in matches:
        chosen = match.verdict == Verdict.ACCEPTED
        if chosen or match.solution.code not in found:
            found[match.solution.code] = Offered(match.solution, chosen)
    return tuple(sorted(found.values(), key=lambda each: not each.chosen))


@dataclass(frozen=True, slots=True)
class Titled:
    """An offered solution by its name in the city's language; English, marked as such, where it is not translated."""

    offered: Offered
    name: str
    language: Language


def titled(offered: Sequence[Offered], language: Language) -> tuple[Titled, ...]:
    """The list of the file."""
    if language in SOURCE_LANGUAGES:
        korean = language is Language.KO
        return tuple(Titled(each, each.solution.name_ko if korean else each.solution.name_en, language) for each in offered)
    rows = Translation.objects.filter(solution__in=[each.solution for each in offered], language=language.value, path="name")
    names = {row.solution_id: row.text for row in rows}
    return tuple(
        Titled(each, names[each.solution.pk], language)
        if each.solution.pk in names
        else Titled(each, each.solution.name_en, Language.EN)
        for each in offered
    )


@for_holder
def edition(request: HttpRequest, row: SharingRequest, code: str) -> HttpResponse:
    """One of them, for the city of the request, in the language the city reads."""
    offered = next((each for each in offered_for(row) if each.solution.code == code), None)
    if offered is None or row.city is None:
        raise Http404
    language = language_of(request, row)
    found = city_edition(offered.solution, row.city, language, today=timezone.localdate())
    context = {**edition_context(found), "offered": offered, "ask_href": reverse("city_portal:file") + "#messages-of-file"}
    return page_language.page(request, language, "city_portal/edition.html", context)
