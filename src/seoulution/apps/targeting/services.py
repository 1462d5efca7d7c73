"""Loads the criteria for target cities."""

from datetime import date

from seoulution.apps.network.services import Stored, names, store_records
from seoulution.apps.targeting.models import Criterion
from seoulution.reference.load import Reference
from seoulution.reference.schema import programme


def load(reference: Reference, *, today: date) -> dict[str, Stored]:
    """The six criteria."""
    return {
        "criteria": store_records(
            Criterion, reference.of(programme.Criterion), lambda r: {"code": r.code, **names(r.name)}, today=today
        )
    }
