"""Promotion: materials, the channels they go through, and what was sent where once that is recorded."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.cities.queries import sourced
from seoulution.apps.publishing.models import PromotionChannel, PromotionMaterial
from seoulution.web.office.lists import sources_of
from seoulution.web.shared.access import needs


@needs(Permission.SEE_OFFICE)
def page(request: HttpRequest) -> HttpResponse:
    """All materials and channels of the documents."""
    materials = list(PromotionMaterial.objects.filter(withdrawn_on=None))
    channels = list(PromotionChannel.objects.filter(withdrawn_on=None).select_related("agency"))
    context = {
        "materials": materials,
        "channels": [(row, sourced(row.record.count) if row.record.count else None) for row in channels],
        "sources": sources_of([row.data for row in (*materials, *channels)]),
    }
    return render(request, "office/promotion.html", context)
