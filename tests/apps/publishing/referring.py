"""A solution whose texts refer to its claims, and claims at each point of their life."""

from datetime import date, timedelta
from typing import Any

from django.db.models import F
from django.utils import timezone

from seoulution.apps.catalogue.models import Claim, PolicySolution

SOLUTION = "revenue-water"
BEFORE, AFTER = "rwr-1989", "rwr-2013"
TEXT = {
    "ko": f"유수율은 [55.2 %](claim:{BEFORE})에서 [](claim:{AFTER})로 올랐다.",
    "en": f"It rose from [55.2 %](claim:{BEFORE}) to [](claim:{AFTER}).",
}


def referring(code: str = SOLUTION, text: dict[str, str] | None = None) -> PolicySolution:
    """The solution with references in its result, every section, condition, level and place that received it."""
    row = PolicySolution.objects.get(code=code)
    said = text or TEXT
    data: dict[str, Any] = {**row.data, "result": {**row.data["result"], **said}}
    data["sections"] = {key: {**section, **said} for key, section in row.data["sections"].items()}
    for part in ("conditions", "levels", "shared"):
        data[part] = [{**entry, "text": {**entry["text"], **said}} for entry in row.data[part]]
    PolicySolution.objects.filter(pk=row.pk).update(data=data, revision=F("revision") + 1)
    return PolicySolution.objects.select_related("owner").get(pk=row.pk)


def ended(claim: str, code: str = SOLUTION) -> None:
    """May not be quoted since yesterday."""
    _stands(claim, code, valid_until=timezone.localdate() - timedelta(1))


def doubted(claim: str, code: str = SOLUTION) -> None:
    _stands(claim, code, questioned_at=timezone.now(), question="Is this the whole city?")


def due(claim: str, code: str = SOLUTION) -> None:
    _stands(claim, code, confirmed_on=date(2025, 1, 1), review_on=date(2026, 1, 1))


def _stands(claim: str, code: str, **how: Any) -> None:
    assert Claim.objects.filter(solution__code=code, code=claim).update(revision=F("revision") + 1, **how)
