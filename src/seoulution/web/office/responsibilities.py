"""How the programme is governed: the control tower, the research centre, bureaus and corporations, and what each of them owns."""

from typing import Final

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.network.models import Agency, Responsibility
from seoulution.web.office.lists import sources_of
from seoulution.web.office.network_lists import kind_words
from seoulution.web.shared.access import needs
from seoulution.web.shared.component_values import Link

LIVE: Final = {
    "solution_count": Count("solutions", filter=Q(solutions__withdrawn_on=None), distinct=True),
    "course_count": Count("courses", filter=Q(courses__withdrawn_on=None), distinct=True),
}


@needs(Permission.SEE_OFFICE)
def page(request: HttpRequest) -> HttpResponse:
    """Duties in the documents' words beside what the records give each body today; owners without a duty on record follow."""
    rows = list(Responsibility.objects.filter(withdrawn_on=None))
    agencies = {row.pk: row for row in Agency.objects.annotate(**LIVE)}
    stated = [(row, agencies[row.agency_id], kind_words(agencies[row.agency_id].kind)) for row in rows]
    named = {row.agency_id for row in rows}
    owners = [row for row in agencies.values() if row.solution_count and row.withdrawn_on is None]  # type: ignore[attr-defined]
    context = {
        "rows": stated,
        "unstated": [row for row in owners if row.pk not in named],
        "trail": [Link(_("Network"), "../")],
        "sources": sources_of([row.data for row in rows]),
    }
    return render(request, "office/responsibilities.html", context)
