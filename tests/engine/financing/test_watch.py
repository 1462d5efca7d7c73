"""The watch over funds: closed, closing, known from old terms."""

from dataclasses import replace
from datetime import date, timedelta

from seoulution.engine.financing.terms import FundTerms, Instrument, Region
from seoulution.engine.financing.watch import CLOSING_DAYS, fund_watch
from seoulution.engine.provenance import Validity
from seoulution.engine.vocabulary import Stage

TODAY = date(2014, 6, 1)
OPEN = FundTerms(
    code="open",
    administrator="world-bank",
    sectors=frozenset(),
    stages=frozenset({Stage.CONSULTING}),
    region=Region.WORLD,
    dac_recipients_only=True,
    instrument=Instrument.TRUST_FUND,
    as_of=date(2014, 5, 31),
    words="words",
    source="seoul-briefing",
)


def test_a_fund_with_fresh_terms_needs_no_word() -> None:
    assert fund_watch((OPEN,), TODAY) == ()


def test_each_fund_shows_its_gravest_finding_and_closed_ones_come_first() -> None:
    closed = replace(OPEN, code="closed", validity=Validity(None, TODAY - timedelta(days=1)))
    closing = replace(OPEN, code="closing", validity=Validity(None, TODAY + timedelta(days=CLOSING_DAYS)))
    coming = replace(OPEN, code="coming", validity=Validity(TODAY + timedelta(days=1), None))
    old = replace(OPEN, code="old", as_of=date(2012, 1, 1))
    found = [(finding.code, finding.subject) for finding in fund_watch((old, closing, OPEN, coming, closed), TODAY)]
    assert found == [
        ("fund.closed", "closed"),
        ("fund.not-yet-open", "coming"),
        ("fund.closing", "closing"),
        ("fund.terms-dated", "old"),
    ]


def test_the_last_day_of_a_fund_is_not_yet_closed() -> None:
    (finding,) = fund_watch((replace(OPEN, validity=Validity(None, TODAY)),), TODAY)
    assert finding.code == "fund.closing"
    assert finding.parameters["days"] == "0"
