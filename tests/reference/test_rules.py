"""Shipped records as the engine's rules, and what they answer for real cases."""

from datetime import date
from decimal import Decimal

from seoulution.engine.financing.plan import CostRange, financing_plan
from seoulution.engine.financing.terms import Eligible, FundingAsk, eligibility, eligible_funds
from seoulution.engine.financing.watch import fund_watch
from seoulution.engine.vocabulary import Sector, Stage
from seoulution.reference.load import read
from seoulution.reference.rules import fund_terms, legal_rules
from seoulution.reference.schema import programme

FUNDS = fund_terms(read("funds", programme.Fund)[0])
RULES = legal_rules(read("legal", programme.LegalRule)[0])
ON = date(2014, 6, 1)
MANILA = FundingAsk(Sector.TRANSPORT, Stage.CONSULTING, ON, "PH", dac_recipient=True, adb_member=True, idb_member=False)
SHARJAH = FundingAsk(Sector.TRANSPORT, Stage.CONSULTING, ON, "AE", dac_recipient=False, adb_member=False, idb_member=False)


def test_nothing_is_lost_on_the_way_to_the_engine() -> None:
    funds, rules = read("funds", programme.Fund)[0], read("legal", programme.LegalRule)[0]
    assert [fund.code for fund in FUNDS] == [fund.code for fund in funds]
    assert [fund.words for fund in FUNDS] == [fund.words for fund in funds]
    assert [rule.code for rule in RULES] == [rule.code for rule in rules]
    assert all(set(rule.basis) == {"ko", "en"} for rule in RULES)


def test_the_disaster_fund_keeps_its_share_its_ceiling_and_its_size() -> None:
    mdptf = next(fund for fund in FUNDS if fund.code == "mdptf")
    assert mdptf.share is not None
    assert mdptf.share.at_most == Decimal("0.30")
    assert mdptf.per_project is not None
    assert mdptf.per_project.most == Decimal(9_999_999_999)
    assert mdptf.size is not None
    assert mdptf.size.amount == Decimal(14_900_000_000)


def test_transport_advice_for_manila_may_be_paid_by_these_funds() -> None:
    found = {answer.fund.code for answer in eligible_funds(FUNDS, MANILA)}
    assert {"kggtf", "climate-change-fund", "ksp", "koica-oda", "molit-master-plan"} <= found
    assert not found & {"e-asia", "water-partnership-programme", "riif", "edcf-loan"}


def test_a_country_outside_the_aid_list_is_left_with_what_is_not_aid() -> None:
    found = {answer.fund.code for answer in eligible_funds(FUNDS, SHARJAH)}
    assert found == {"seoul-external-cooperation-fund"}
    kggtf = next(fund for fund in FUNDS if fund.code == "kggtf")
    assert [finding.code for finding in eligibility(kggtf, SHARJAH).findings] == ["fund.not-aid-recipient"]


def test_what_is_not_known_of_a_country_is_unknown_and_not_refused() -> None:
    unknown = FundingAsk(Sector.TRANSPORT, Stage.CONSULTING, ON, "ZZ")
    kggtf = next(fund for fund in FUNDS if fund.code == "kggtf")
    assert eligibility(kggtf, unknown).answer is Eligible.UNKNOWN


def test_every_fund_known_from_2014_is_watched_in_2026() -> None:
    found = fund_watch(FUNDS, date(2026, 1, 1))
    assert {finding.subject for finding in found} == {fund.code for fund in FUNDS}
    assert {finding.code for finding in found} == {"fund.terms-dated"}
    assert fund_watch(FUNDS, ON) == ()


def test_a_plan_for_bogota_stacks_the_disaster_fund_under_thirty_percent() -> None:
    ask = FundingAsk(Sector.PLANNING, Stage.CONSULTING, ON, "CO", dac_recipient=True, adb_member=False, idb_member=True)
    billion = CostRange(Decimal(1_000_000_000), Decimal(1_000_000_000), "KRW")
    plan = financing_plan((Stage.CONSULTING,), FUNDS, ask, {Stage.CONSULTING: billion})
    (piece,) = plan.stages[0].stack
    assert (piece.fund, piece.amount) == ("mdptf", Decimal(300_000_000))
    assert plan.gap is not None
    assert (plan.gap.least, plan.gap.most) == (Decimal(0), Decimal(700_000_000))


def test_a_main_project_may_borrow_from_the_cooperation_fund_and_training_may_not() -> None:
    edcf = next(fund for fund in FUNDS if fund.code == "edcf-loan")
    main = FundingAsk(Sector.URBAN_RAIL, Stage.MAIN_PROJECT, ON, "BD", dac_recipient=True, adb_member=True, idb_member=False)
    training = FundingAsk(Sector.URBAN_RAIL, Stage.TRAINING, ON, "BD", dac_recipient=True, adb_member=True, idb_member=False)
    assert eligibility(edcf, main).answer is Eligible.YES
    assert [finding.code for finding in eligibility(edcf, training).findings] == ["fund.stage-outside"]
