"""Results against baseline and target, which only the city can confirm; and, apart from them, what sources tell of later outcomes."""

from dataclasses import dataclass

from django import forms
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.cities.models import City
from seoulution.apps.cities.queries import sourced
from seoulution.apps.engagements.access import visible_to
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.outcomes.models import Result
from seoulution.engine.vocabulary import Stage, Standing
from seoulution.formats.tables import Column, Row
from seoulution.reference.schema.base import Cited
from seoulution.reference.schema.catalogue import Shared
from seoulution.web.office.lists import page_of, sources_of
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.choices import sector_choices
from seoulution.web.shared.list_downloads import PARAMETER, Listing, download_links, list_response
from seoulution.web.shared.tags.records import named, words

DELIVERED = (Stage.MAIN_PROJECT, Stage.OPERATION, Stage.FEEDBACK)
STANDS = (Standing.WON, Standing.RUNNING, Standing.DONE)


@dataclass(frozen=True, slots=True)
class Told:
    """What a source tells of one solution in one place. `city` has a page of its own where it is a place on record."""

    solution: PolicySolution
    shared: Shared
    city: City | None
    text: Cited


class ToldForm(forms.Form):
    """Filters live in the address."""

    q = forms.CharField(label=gettext_lazy("Words"), required=False)
    sector = forms.ChoiceField(
        label=gettext_lazy("Sector"), choices=lambda: [("", _("Any sector")), *sector_choices()], required=False
    )
    time = forms.ChoiceField(
        label=gettext_lazy("Time"),
        choices=lambda: [("", _("Any time")), ("until", _("Until mid-2014")), ("after", _("After mid-2014"))],
        required=False,
    )


@needs(Permission.SEE_OFFICE)
def page(request: SignedInRequest) -> HttpResponse:
    """Confirmed first; what sources tell stands apart; then where a result could be asked for, and what firms contracted."""
    form = ToldForm(request.GET)
    told = told_of(form.cleaned_data if form.is_valid() else {})
    if name := request.GET.get(PARAMETER):
        return list_response(name, _listing(told))
    seen = visible_to(request.user)
    delivered = seen.filter(standing__in=STANDS).select_related("city").defer("city__data")
    results = (
        Result.objects.filter(engagement__in=seen)
        .select_related("engagement__city")
        .order_by("-confirmed_on", "engagement", "id")
    )
    listed = page_of(request, told)
    contracts = [(row, sourced(row.record.amount)) for row in delivered.exclude(shipped_digest="") if row.record.amount]
    context = {
        "results": results,
        "confirmed": sum(result.confirmed_on is not None for result in results),
        "form": form,
        "page": listed,
        "downloads": download_links(request),
        "to_ask": page_of(request, _could_be_asked(delivered), parameter="ask"),
        "contracts": contracts,
        "sources": sources_of([each.solution.data["shared"] for each in listed], [row.data for row, _amount in contracts]),
    }
    return render(request, "office/results.html", context)


def told_of(asked: dict[str, str]) -> list[Told]:
    """Everything the catalogue tells of places that received a solution, newest first, as far as the filters leave it."""
    rows = PolicySolution.objects.offered()
    if sector := asked.get("sector"):
        rows = rows.filter(sector=sector)
    places = {row.code: row for row in City.objects.filter(withdrawn_on=None).defer("data")}
    found = [
        Told(row, each, places.get(each.city or ""), Cited(**each.text.model_dump(), sources=each.sources))
        for row in rows
        for each in row.record.shared
    ]
    if time := asked.get("time"):
        found = [each for each in found if each.shared.after_2014 == (time == "after")]
    if text := asked.get("q", "").casefold():
        found = [each for each in found if text in _searched(each)]
    return sorted(found, key=lambda each: each.shared.year, reverse=True)


def _searched(each: Told) -> str:
    place, text = each.shared.place, each.shared.text
    return " ".join((place.ko, place.en, text.ko, text.en, each.solution.name_ko, each.solution.name_en)).casefold()


def _could_be_asked(delivered: QuerySet[Engagement]) -> QuerySet[Engagement]:
    """Something was delivered there that may have changed something, and no result says so yet."""
    result = Result.objects.filter(engagement=OuterRef("pk"))
    return delivered.filter(~Exists(result), stage__in=DELIVERED).defer("data", "city__data")


def _listing(told: list[Told]) -> Listing:
    columns = (
        Column("place", _("Place")),
        Column("solution", _("Solution")),
        Column("year", _("Year")),
        Column("time", _("After mid-2014")),
        Column("text", _("What sources tell")),
        Column("sources", _("Sources")),
        Column("confirmed", _("Confirmed by the city")),
    )
    rows: list[Row] = [
        {
            "place": words(each.shared.place),
            "solution": named(each.solution),
            "year": each.shared.year,
            "time": _("yes") if each.shared.after_2014 else _("no"),
            "text": words(each.text),
            "sources": ", ".join(each.text.sources),
            "confirmed": _("no"),
        }
        for each in told
    ]
    return Listing(_("What sources tell"), "told-by-sources", columns, rows)
