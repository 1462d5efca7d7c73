"""Reading funds as the engine wants them."""

from decimal import Decimal

from seoulution.apps.cities.models import Country
from seoulution.apps.financing.models import Fund
from seoulution.engine.financing.terms import AmountLimit, FundingAsk, FundTerms, Instrument, Region, ShareLimit
from seoulution.engine.provenance import Money, Validity
from seoulution.reference.schema import base, cities, programme


def fund_terms() -> tuple[FundTerms, ...]:
    """Every fund on record with its parsed terms."""
    return tuple(_terms(row.record) for row in Fund.objects.filter(withdrawn_on=None))


def _terms(record: programme.Fund) -> FundTerms:
    amount, share = record.amount_per_project, record.share_of_project_cost
    return FundTerms(
        code=record.code,
        administrator=record.administrator,
        sectors=frozenset(record.sectors),
        stages=frozenset(record.stages),
        region=Region(record.region),
        dac_recipients_only=record.dac_recipients_only,
        instrument=Instrument(record.instrument),
        as_of=record.as_of,
        words=record.words,
        source=record.source,
        size=_money(record.size),
        per_project=AmountLimit(amount.currency, amount.words, amount.at_least, amount.at_most, amount.below, amount.average)
        if amount
        else None,
        share=ShareLimit(share.at_most, share.words) if share else None,
        validity=Validity(record.valid_from, record.valid_to),
    )


def _money(figure: base.Figure | None) -> Money | None:
    """A fund's size where its unit is a currency."""
    if figure is None or not isinstance(figure.value, Decimal) or len(figure.unit) != 3:
        return None
    return Money(figure.value, figure.unit)


def membership(figure: base.Figure | None) -> bool | None:
    """A yes/no fact of a country; None where nobody has sourced it."""
    if figure is None:
        return None
    return str(figure.value).strip().lower() in ("yes", "true", "1", "1.0")


def with_country(ask: FundingAsk, country: Country) -> FundingAsk:
    """The asking with what is known of the country's memberships."""
    record: cities.Country = country.record
    return FundingAsk(
        sector=ask.sector,
        stage=ask.stage,
        on=ask.on,
        country=record.code,
        dac_recipient=membership(record.dac_recipient_2014),
        adb_member=membership(record.adb_developing_member),
        idb_member=membership(record.idb_borrowing_member),
        amount=ask.amount,
    )
