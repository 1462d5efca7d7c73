"""Loads the promotion materials and channels that ship."""

from datetime import date
from typing import Any

from seoulution.apps.network.models import Agency
from seoulution.apps.network.services import Stored, names, store_records
from seoulution.apps.publishing.models import PromotionChannel, PromotionMaterial
from seoulution.reference.load import Reference
from seoulution.reference.schema import network


def load(reference: Reference, *, today: date) -> dict[str, Stored]:
    """Promotion materials and the channels they go through."""
    agency = {row.code: row for row in Agency.objects.all()}
    return {
        "materials": store_records(
            PromotionMaterial, reference.of(network.PromotionMaterial), lambda r: _named(r.code, r.name), today=today
        ),
        "channels": store_records(
            PromotionChannel,
            reference.of(network.PromotionChannel),
            lambda r: {**_named(r.code, r.name), "agency": agency[r.agency]},
            today=today,
        ),
    }


def _named(code: str, name: Any) -> dict[str, Any]:
    return {"code": code, **names(name)}
