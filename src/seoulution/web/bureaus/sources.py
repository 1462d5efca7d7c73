"""The list of sources to choose from: those near at hand in the page, any other as soon as words of it are typed."""

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.network.models import Source
from seoulution.apps.network.queries import MOST, sources_like
from seoulution.formats.cleaning import clean_text
from seoulution.web.shared.access import SignedInRequest, needs


def sources_at_hand(row: PolicySolution) -> list[Source]:
    """Sources of this solution and of others of its owner, the documents, the owner's own word, and what people added."""
    codes: set[str] = {"owner-statement", "seoul-article", "seoul-briefing"}
    for data in PolicySolution.objects.filter(owner_id=row.owner_id).order_by().values_list("data", flat=True):
        codes |= _named(data)
    return list(Source.objects.filter(Q(code__in=codes) | Q(code__startswith="added-")))


def _named(value: object) -> set[str]:
    if isinstance(value, dict):
        here = {value["source"]} if isinstance(value.get("source"), str) else set()
        listed = value.get("sources")
        here |= {code for code in listed if isinstance(code, str)} if isinstance(listed, list) else set()
        return here.union(*(_named(held) for held in value.values()))
    if isinstance(value, list):
        return set().union(*(_named(held) for held in value))
    return set()


@needs(Permission.SEE_BUREAU_DESK)
def options(request: SignedInRequest) -> HttpResponse:
    """Entries of the list for the words typed so far."""
    fields = ("q", "another", "one_more", "figure__source")
    asked = next((words for name in fields if (words := clean_text(request.GET.get(name, "")).strip())), "")[:100]
    return render(request, "bureaus/_source_options.html", {"sources": sources_like(asked)[:MOST] if asked else ()})
