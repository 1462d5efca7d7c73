"""What a dossier was computed from, as one hash: when it differs from today's, the dossier is out of date and says so."""

import hashlib
import json
from datetime import date

from django.db.models import Q, QuerySet, Value
from django.utils import timezone

from seoulution.apps.catalogue.models import Claim, PolicySolution
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


def inputs_hash(request: SharingRequest, *, today: date | None = None) -> str:
    """Equal as long as the request, its needs and matches, every record a dossier draws on and how claims stand are the same.

    today : the day on which claims are judged; the passing of a date lets a dossier turn out of date
    """
    needs = Need.objects.filter(sharing_request=request, removed_at=None).values_list("id", "revision")
    matches = Match.objects.filter(need__sharing_request=request, need__removed_at=None)
    offered = matches.order_by("need", "solution").values_list("need", "solution", "rank", "weak", "verdict", "revision")
    parts = {
        "request": [request.pk, request.revision],
        "needs": [list(row) for row in needs],
        "matches": [list(row) for row in offered],
        "figures": _figures(request),
        "records": _records(),
        "claims": _claims(matches, today or timezone.localdate()),
    }
    return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()


def _figures(request: SharingRequest) -> list[list[object]]:
    """The figures of the city and its country as they are, so that a correction counts and another city's does not."""
    if request.city is None:
        return []
    rows = Observation.objects.filter(Q(city=request.city) | Q(country=request.city.country_id))
    columns = ("indicator__code", "value", "words", "unit", "year", "boundary", "source__code", "confidence")
    return [list(row) for row in rows.order_by(*columns, "id").values_list(*columns)]


def _claims(matches: QuerySet[Match], today: date) -> list[list[object]]:
    """The claims of the solutions offered: how each stands, and how often its owner or a doubt changed that."""
    rows = Claim.objects.filter(solution__in=matches.values("solution")).order_by("solution", "code")
    life = ("confirmed_on", "review_on", "valid_until", "questioned_at")
    return [
        [row.solution_id, row.code, row.revision, row.state_on(today).value]
        for row in rows.only("solution", "code", "revision", *life)
    ]


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
