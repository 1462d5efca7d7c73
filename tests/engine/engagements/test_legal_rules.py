"""Which rule answers: the more of a route it names the better, then the narrower, then the newer; ways keep what they leave open."""

from datetime import date

import pytest

from seoulution.engine.engagements.legal_rules import Basis, LegalRoute, LegalRule, LegalWay, ruling
from seoulution.engine.provenance import Validity
from seoulution.engine.vocabulary import Activity, MoneyFlow, Party

ON = date(2014, 6, 1)
TENDER = LegalRoute(Party.CITY_HALL, Activity.TENDER, MoneyFlow.FOR_PROFIT)


def rule(code: str, **told: object) -> LegalRule:
    return LegalRule(code, Basis.NO_BASIS, {"ko": "가", "en": "a"}, **told)  # type: ignore[arg-type]


def test_the_rule_that_names_more_of_the_route_answers() -> None:
    broad = rule("broad", actors=frozenset({Party.CITY_HALL}))
    named = rule("named", actors=frozenset({Party.CITY_HALL}), activities=frozenset({Activity.TENDER}))
    assert ruling(TENDER, (broad, named), ON) is named


@pytest.mark.parametrize(("day", "code"), [(date(2014, 6, 1), "old"), (date(2021, 1, 1), "new")])
def test_a_rule_answers_only_while_it_is_in_force(day: date, code: str) -> None:
    rules = (rule("old", validity=Validity(None, date(2020, 11, 26))), rule("new", validity=Validity(date(2020, 11, 27), None)))
    found = ruling(TENDER, rules, day)
    assert found is not None and found.code == code


def test_no_rule_covers_what_none_names() -> None:
    assert ruling(TENDER, (rule("other", actors=frozenset({Party.AGENCY})),), ON) is None


def test_a_way_changes_what_it_names_and_keeps_the_rest_as_asked() -> None:
    way = LegalWay({"ko": "공사가", "en": "a corporation"}, actor=Party.MUNICIPAL_CORPORATION)
    instead = way.instead_of(TENDER)
    assert instead.route == LegalRoute(Party.MUNICIPAL_CORPORATION, Activity.TENDER, MoneyFlow.FOR_PROFIT)
    assert TENDER.parts_changed(instead.route) == 1 and TENDER.parts_changed(TENDER) == 0
