"""One solution, for a city that might adopt it."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from seoulution.apps.catalogue.languages import in_language
from seoulution.apps.catalogue.manuscripts import read_plainly
from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.catalogue.services import filled_parts
from seoulution.apps.engagements.access import shown_to_all
from seoulution.apps.network.models import Agency, Correction
from seoulution.apps.publishing.compose.changes import changes, drawn
from seoulution.apps.publishing.compose.solution_paper import COSTS, TITLES, solution_paper
from seoulution.apps.publishing.edition_words import translation_notes
from seoulution.apps.publishing.quoting import Quote, printing_findings, quotes_of
from seoulution.engine.catalogue.completeness import completeness
from seoulution.engine.catalogue.evidence import EvidenceGrade
from seoulution.engine.vocabulary import Language
from seoulution.reference.schema import catalogue
from seoulution.web.public.downloads import PAPERS
from seoulution.web.public.fit import fit_of
from seoulution.web.public.sources_used import sources_of
from seoulution.web.shared.access import open_to_all
from seoulution.web.shared.claim_links import doubt_address, with_ways
from seoulution.web.shared.documents import document_response
from seoulution.web.shared.editorial.explained import explained, grade_meaning
from seoulution.web.shared.place_map import map_of
from seoulution.web.shared.tags.records import named

CHARTS_IN_VIEW = 4


def _solution(code: str) -> PolicySolution:
    return get_object_or_404(PolicySolution.objects.readable().select_related("owner"), code=code)


@open_to_all
def page(request: HttpRequest, code: str) -> HttpResponse:
    """The whole template: sections, figures, gaps with who to ask, and the way to the edition for one city."""
    row = _solution(code)
    told = in_language(row, Language(get_language() or Language.EN))
    record = read_plainly(told.record)
    today = timezone.localdate()
    quotes = quotes_of(row, today)
    engagements = list(shown_to_all().filter(solutions=row).select_related("city__country"))
    drawings = [(change, drawn(change, record)) for change in changes(record, without=_withheld(quotes))]
    context = {
        "row": row,
        "record": record,
        "written": told.record,
        "translation": list(translation_notes(told)),
        "left_in_english": told.left_in_english,
        "quotes": quotes,
        "doubts": {code: doubt_address(quote, named(row)) for code, quote in quotes.items()},
        "withheld": with_ways(printing_findings([row], today), request.user),
        "sections": _sections(told.record, record, quotes),
        "awards": _entries("award", record.awards),
        "patents": _entries("patent", record.patents),
        "drawings": drawings[:CHARTS_IN_VIEW],
        "more_drawings": drawings[CHARTS_IN_VIEW:],
        "missing_parts": [_part_words(part) for part in completeness(filled_parts(record)).missing],
        "explained": explained(row.manuscript, today=today),
        "grade": grade_meaning(EvidenceGrade(row.evidence_grade)),
        "cost": COSTS[row.cost_class],
        "engagements": engagements,
        "map": map_of(engagements, title=_("Where it was shared")) if engagements else None,
        "corrections": Correction.objects.filter(data__touches__contains=[code], withdrawn_on=None),
        "fit": fit_of(request.GET.get("city", "")),
        "papers": PAPERS,
        "sources": sources_of(row.data, row.owner.data),
        "agencies": {agency.code: agency for agency in Agency.objects.filter(code__in={gap.ask for gap in record.gaps})},
    }
    return render(request, "public/solution.html", context)


def _withheld(quotes: Mapping[str, Quote]) -> set[str]:
    return {code for code, quote in quotes.items() if quote.withheld}


def _entries(kind: str, entries: Sequence[Any]) -> list[tuple[str, Any]]:
    """Awards or patents with the codes of their claims."""
    return [(f"{kind}-{place}", entry) for place, entry in enumerate(entries, start=1)]


def _sections(
    written: catalogue.PolicySolution, record: catalogue.PolicySolution, quotes: Mapping[str, Quote]
) -> list[dict[str, Any]]:
    """Each section with its text, its figures and its gaps, in the template's order."""
    drawn_series = {claim.code for change in changes(record, without=_withheld(quotes)) for claim in change.claims}
    return [
        {
            "key": key.value,
            "title": TITLES[key],
            "text": written.sections.get(key),
            "claims": [claim for claim in record.claims if claim.section is key],
            "all_drawn": all(claim.code in drawn_series for claim in record.claims if claim.section is key),
            "gaps": [gap for gap in record.gaps if gap.about == key.value],
        }
        for key in catalogue.SectionKey
    ]


def _part_words(part: str) -> str:
    titles = {key.value: str(title) for key, title in TITLES.items()}
    others = {"claims": _("Figures"), "levels": _("Levels"), "conditions": _("Conditions")}
    return titles.get(part) or others[part]


@open_to_all
def download(request: HttpRequest, code: str, name: str) -> HttpResponse:
    """The solution as a paper in the reader's language; refused as long as it would quote an expired claim."""
    if name not in PAPERS:
        raise Http404
    row = _solution(code)
    if findings := printing_findings([row], timezone.localdate()):
        context = {"row": row, "findings": with_ways(findings, request.user)}
        return render(request, "public/not_printed.html", context, status=409)
    language = Language.KO if (get_language() or "").startswith("ko") else Language.EN
    paper = solution_paper(row, language, now=timezone.localtime())
    return document_response(paper, name, f"{row.code}-{language}")
