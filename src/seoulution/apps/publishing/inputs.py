"""What a dossier was computed from, as one hash: when it differs from today's, the dossier is out of date and says so."""

import hashlib
import json

from django.db.models import Q, Value

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.cities.models import City, Country, Indicator, Milestone, Observation, ProviderSeries
from seoulution.apps.demand.models import Need, SharingRequest
from seoulution.apps.engagements.models import LegalRule
from seoulution.apps.financing.models import Fund
from seoulution.apps.matching.models import Match
from seoulution.apps.network.models import Agency, Firm, NetworkEdge, NetworkNode
from seoulution.apps.training.models import TrainingCourse

_SHIPPED = (
    PolicySolution,
    City,
    Country,
    Indicator,
    Milestone,
    ProviderSeries,
    LegalRule,
    Fund,
    Agency,
    Firm,
    NetworkNode,
    NetworkEdge,
    TrainingCourse,
)


def inputs_hash(request: SharingRequest) -> str:
    """Equal as long as the request, its needs and matches, and every record a dossier draws on are the same."""
    needs = Need.objects.filter(sharing_request=request, removed_at=None).values_list("id", "revision")
    matches = Match.objects.filter(need__sharing_request=request, need__removed_at=None)
    offered = matches.order_by("need", "solution").values_list("need", "solution", "rank", "weak", "verdict", "revision")
    parts = {
        "request": [request.pk, request.revision],
        "needs": [list(row) for row in needs],
        "matches": [list(row) for row in offered],
        "figures": _figures(request),
        "records": _records(),
    }
    return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()


def _figures(request: SharingRequest) -> list[list[object]]:
    """The figures of the city and its country as they are, so that a correction counts and another city's does not."""
    if request.city is None:
        return []
    rows = Observation.objects.filter(Q(city=request.city) | Q(country=request.city.country_id))
    columns = ("indicator__code", "value", "words", "unit", "year", "boundary", "source__code", "confidence")
    return [list(row) for row in rows.order_by(*columns, "id").values_list(*columns)]


def _records() -> list[list[object]]:
    """Every shipped record's digest, all kinds in one question, and the revisions of those that people edit."""
    digests: list[list[object]] = [[model.__name__] for model in _SHIPPED]
    first, *rest = (
        model._default_manager.order_by()
        .annotate(of_kind=Value(kind))
        .values_list("of_kind", "code", "shipped_digest", "withdrawn_on")
        for kind, model in enumerate(_SHIPPED)
    )
    for kind, *record in first.union(*rest, all=True).order_by("of_kind", "code"):
        digests[kind].append(record)
    return [*digests, list(PolicySolution.objects.order_by("code").values_list("code", "revision"))]
