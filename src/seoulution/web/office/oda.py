"""The city's own development aid by type, as far as the documents give it."""

from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.cities.queries import sourced
from seoulution.apps.financing.models import OdaShare
from seoulution.reference.schema import network
from seoulution.web.office.lists import sources_of
from seoulution.web.shared.access import needs
from seoulution.drawing.charts import Bar, bar_chart
from seoulution.web.shared.tags.records import named

UNITS = {"percent": Decimal(100), "%": Decimal(100), "share": Decimal(1)}


@needs(Permission.SEE_OFFICE)
def page(request: HttpRequest) -> HttpResponse:
    """Every type; a share nobody gives stays unknown, and what the known ones leave is shown as one rest."""
    rows = list(OdaShare.objects.filter(withdrawn_on=None))
    known = [(row, share) for row in rows if (share := share_of(row)) is not None]
    rest = Decimal(1) - sum((share for _row, share in known), Decimal(0))
    unknown = [row for row in rows if share_of(row) is None]
    bars = [Bar(named(row), float(share)) for row, share in known]
    if unknown:
        bars.append(Bar(_("The other types together"), float(rest), strong=False))
    context = {
        "rows": [(row, _figure(row)) for row in rows],
        "chart": bar_chart(bars, title=_("Shares by type"), unit="share", language=get_language() or "en", most=1.0) if known else "",
        "unknown": unknown,
        "sources": sources_of([row.data for row in rows]),
    }
    return render(request, "office/oda.html", context)


def share_of(row: OdaShare) -> Decimal | None:
    """The share in [0, 1], whichever way the source writes it; None where it is not known."""
    record: network.OdaShare = row.record
    figure = record.share
    if figure is None or not isinstance(figure.value, Decimal) or figure.unit not in UNITS:
        return None
    return figure.value / UNITS[figure.unit]


def _figure(row: OdaShare) -> object:
    record: network.OdaShare = row.record
    return sourced(record.share) if record.share else None
