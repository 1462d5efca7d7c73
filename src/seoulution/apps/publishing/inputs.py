"""What a dossier was computed from, as one hash: when it differs from today's, the dossier is out of date and says so."""

import hashlib
import json

from django.db.models import Count, Max

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.cities.models import City, Milestone, Observation, ProviderSeries
from seoulution.apps.demand.models import Need, SharingRequest
from seoulution.apps.engagements.models import LegalRule
from seoulution.apps.financing.models import Fund
from seoulution.apps.matching.models import Match
from seoulution.apps.network.models import Agency, Firm, NetworkEdge
from seoulution.apps.training.models import TrainingCourse

_SHIPPED = (PolicySolution, City, Milestone, ProviderSeries, LegalRule, Fund, Agency, Firm, NetworkEdge, TrainingCourse)


def inputs_hash(request: SharingRequest) -> str:
    """Equal as long as the request, its needs and matches, and every record a dossier draws on are the same."""
    needs = Need.objects.filter(sharing_request=request, removed_at=None).values_list("id", "revision")
    matches = Match.objects.filter(need__sharing_request=request).values_list("id", "revision", "verdict")
    parts = {
        "request": [request.pk, request.revision],
        "needs": [list(row) for row in needs],
        "matches": [list(row) for row in matches],
        "records": _records(),
    }
    return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()


def _records() -> list[list[object]]:
    """Every shipped record's digest, and how many figures there are with the newest."""
    digests = [
        [model.__name__, *model._default_manager.order_by("code").values_list("code", "shipped_digest")] for model in _SHIPPED
    ]
    revisions = PolicySolution.objects.order_by("code").values_list("code", "revision")
    figures = Observation.objects.aggregate(Count("id"), Max("id"))
    return [*digests, list(revisions), [figures["id__count"], figures["id__max"]]]
