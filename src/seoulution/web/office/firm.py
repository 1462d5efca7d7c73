"""One firm: its name as printed, what it can do, where it was named, and the engagements it takes part in."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.engagements.access import visible_to
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.network.models import Agency, Correction, Firm
from seoulution.web.office.lists import sources_of
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.component_values import Link
from seoulution.web.shared.tags.records import words


@needs(Permission.SEE_OFFICE)
def page(request: SignedInRequest, code: str) -> HttpResponse:
    """A firm that no source says more of keeps its gaps in view."""
    row = get_object_or_404(Firm, code=code)
    record = row.record
    sources = sources_of(row.data)
    context = {
        "row": row,
        "record": record,
        "named_in": sources.get(record.source),
        "forums": Agency.objects.filter(code__in=record.forums).defer("data"),
        "engagements": _engagements(request.user, code),
        "deliverable": PolicySolution.objects.filter(
            withdrawn_on=None, is_exportable=True, sector__in=[sector.value for sector in record.sectors]
        ).defer("data"),
        "corrections": Correction.objects.filter(withdrawn_on=None, data__touches__contains=[code]),
        "trail": [Link(_("Network"), "../../"), Link(_("Firms"), "../../#firms")],
        "sources": sources,
    }
    return render(request, "office/firm.html", context)


def _engagements(user: User, code: str) -> list[tuple[Engagement, str]]:
    """Engagements with the firm's part in each."""
    rows = visible_to(user).filter(data__participants__contains=[{"firm": code}]).select_related("city")
    return [
        (row, "; ".join(words(each.role) for each in row.record.participants if each.firm == code))
        for row in rows.defer("city__data")
    ]
