"""What a partner agency or firm sees: its own record as the programme keeps it, and what is shared with it."""

from django.http import HttpResponse
from django.shortcuts import render

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.network.models import Affiliation, Source
from seoulution.web.partner_portal.engagements import engagements_of
from seoulution.web.shared.access import SignedInRequest, needs


@needs(Permission.SEE_PARTNER_PORTAL)
def desk(request: SignedInRequest) -> HttpResponse:
    """Nothing is shared by default; what is stands first. The own record can be corrected by telling the office."""
    row = Affiliation.objects.select_related("agency", "firm").filter(user_id=request.user.pk).first()
    body = (row.agency or row.firm) if row else None
    is_agency = bool(row and row.agency)
    record = body.record if body else None
    texts = [] if record is None else [record.role] if is_agency else list(record.references)
    codes = [code for text in texts for code in text.sources]
    context = {
        "body": body,
        "record": record,
        "is_agency": is_agency,
        "engagements": engagements_of(request.user),
        "sources": {source.code: source for source in Source.objects.filter(code__in=codes)},
    }
    return render(request, "partner_portal/desk.html", context)
