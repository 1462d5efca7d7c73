"""Loads funds and the provider's own ODA."""

from datetime import date

from seoulution.apps.financing.models import Fund, OdaShare
from seoulution.apps.network.models import Agency
from seoulution.apps.network.services import Stored, names, store_records
from seoulution.reference.load import Reference
from seoulution.reference.schema import network, programme


def load(reference: Reference, *, today: date) -> dict[str, Stored]:
    """Funds as of the date of their source; ODA by type."""
    agency = {row.code: row for row in Agency.objects.all()}
    return {
        "funds": store_records(
            Fund,
            reference.of(programme.Fund),
            lambda r: {
                "code": r.code,
                "administrator": agency[r.administrator],
                "instrument": r.instrument,
                "region": r.region,
                "as_of": r.as_of,
                "valid_to": r.valid_to,
                **names(r.name),
            },
            today=today,
        ),
        "oda": store_records(
            OdaShare, reference.of(network.OdaShare), lambda r: {"code": r.code, **names(r.name)}, today=today
        ),
    }
