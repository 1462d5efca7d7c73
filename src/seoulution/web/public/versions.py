"""Every text of a solution that was ever public, at its own address for good, and what changed between two of them."""

from itertools import pairwise
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from seoulution.apps.catalogue.manuscripts import plain_data
from seoulution.apps.catalogue.models import PolicySolution, SolutionVersion
from seoulution.apps.publishing.part_titles import PART_TITLES
from seoulution.reference.schema import catalogue
from seoulution.reference.schema.catalogue import SectionKey
from seoulution.web.public.sources_used import sources_of
from seoulution.web.shared.access import open_to_all
from seoulution.web.shared.editorial.comparing import also_changed, compared


def _versions(code: str) -> tuple[PolicySolution, list[SolutionVersion]]:
    row = get_object_or_404(PolicySolution.objects.readable().select_related("owner"), code=code)
    return row, list(row.versions.defer("data"))


@open_to_all
def listing(request: HttpRequest, code: str) -> HttpResponse:
    """The approved texts, newest first, each with what it changed; any two chosen lead to what changed between them."""
    row, versions = _versions(code)
    chosen = sorted(int(number) for name in ("one", "other") if (number := request.GET.get(name, "")).isdecimal())
    if len(set(chosen)) == 2:
        return redirect("public:solution-difference", code=code, older=chosen[0], newer=chosen[1])
    before = {version.number: earlier.number for version, earlier in pairwise(versions)}
    compare = (("one", _("Earlier text")), ("other", _("Later text")))
    shown = [(version, before.get(version.number)) for version in versions]
    return render(request, "public/versions.html", {"row": row, "versions": shown, "compare": compare})


@open_to_all
def page(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """One approved text as it was, figures as they stood then."""
    row, versions = _versions(code)
    version = _of(versions, number)
    record = _read(version)
    context = {
        "row": row,
        "version": version,
        "record": record,
        "current": version.number == row.version,
        "sections": [_section(record, key) for key in SectionKey],
        "earlier": next((each for each in versions if each.number < number), None),
        "later": next((each for each in reversed(versions) if each.number > number), None),
        "sources": sources_of(version.data),
    }
    return render(request, "public/version.html", context)


@open_to_all
def difference(request: HttpRequest, code: str, older: int, newer: int) -> HttpResponse:
    """What changed from one text to a later one, word by word."""
    row, versions = _versions(code)
    before, after = _of(versions, older), _of(versions, newer)
    if older >= newer:
        raise Http404
    context = {
        "row": row,
        "before": before,
        "after": after,
        "compared": compared(_read(before), _read(after)),
        "also_changed": also_changed(before.data, after.data),
    }
    return render(request, "public/version_difference.html", context)


def _of(versions: list[SolutionVersion], number: int) -> SolutionVersion:
    for version in versions:
        if version.number == number:
            return version
    raise Http404


def _read(version: SolutionVersion) -> catalogue.PolicySolution:
    return catalogue.PolicySolution.model_validate(plain_data(version.data))


def _section(record: catalogue.PolicySolution, key: SectionKey) -> dict[str, Any]:
    return {
        "key": key.value,
        "title": PART_TITLES[key],
        "text": record.sections.get(key),
        "claims": [claim for claim in record.claims if claim.section is key],
        "gaps": [gap for gap in record.gaps if gap.about == key.value],
    }
