"""Reading funds as the engine wants them."""

from dataclasses import replace

from seoulution.apps.cities.models import Country
from seoulution.apps.financing.models import Fund
from seoulution.engine.financing.terms import FundingAsk, FundTerms
from seoulution.reference import rules
from seoulution.reference.schema import base, cities


def fund_terms() -> tuple[FundTerms, ...]:
    """Every fund on record with its parsed terms."""
    return rules.fund_terms(row.record for row in Fund.objects.filter(withdrawn_on=None))


def membership(figure: base.Figure | None) -> bool | None:
    """A yes/no fact of a country; None where nobody has sourced it."""
    if figure is None:
        return None
    return str(figure.value).strip().lower() in ("yes", "true", "1", "1.0")


def with_country(ask: FundingAsk, country: Country) -> FundingAsk:
    """The asking with what is known of the country's memberships."""
    record: cities.Country = country.record
    return replace(
        ask,
        country=record.code,
        dac_recipient=membership(record.dac_recipient_2014),
        adb_member=membership(record.adb_developing_member),
        idb_member=membership(record.idb_borrowing_member),
    )
