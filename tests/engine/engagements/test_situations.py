"""Situations that anybody can read and write, judged by the rules that ship: `tests/situations/*.yaml`."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from seoulution.engine.engagements import checks
from seoulution.engine.engagements.decisions import Decision, given_by_others
from seoulution.engine.engagements.facts import Approval, Document, EngagementFacts
from seoulution.engine.engagements.legal_routes import LegalRoute, LegalRule, legal_answer
from seoulution.engine.engagements.stages import findings_before
from seoulution.engine.vocabulary import Activity, Ending, MoneyFlow, Party, Sector, SolutionKind, Stage
from seoulution.reference.load import read
from seoulution.reference.rules import legal_rules
from seoulution.reference.schema.programme import LegalRule as LegalRecord

ENGINE = Path(checks.__file__).parent
NOT_OF_A_GATE = {"route.no-rule", "route.rule-dated", "route.decision-support"}
"""What stands beside an answer of the law, or where no rule is on record at all."""
SITUATIONS = Path(__file__).parents[2] / "situations"
PROGRAMME_DAY = date(2014, 6, 1)


def situations(name: str) -> Any:
    return yaml.safe_load((SITUATIONS / f"{name}.yaml").read_text(encoding="utf-8"))


LEGAL = situations("legal")
GATES = situations("gates")


@cache
def shipped_rules() -> tuple[LegalRule, ...]:
    records, problems = read("legal", LegalRecord)
    assert not problems
    return legal_rules(records)


def route(words: str) -> LegalRoute:
    actor, activity, money_flow = words.split("/")
    return LegalRoute(Party(actor), Activity(activity), MoneyFlow(money_flow))


def facts(values: Mapping[str, Any], before: Stage) -> EngagementFacts:
    """The facts told; `approvals` as a plain list, and `decisions` of others, are those of the stage to be entered."""
    read_as: dict[str, Any] = {
        "sector": Sector,
        "lead": Party,
        "activity": Activity,
        "money_flow": MoneyFlow,
        "operator": Party,
        "aim": Stage,
        "stage": Stage,
        "ending": Ending,
    }
    collections: dict[str, Any] = {
        "kinds": SolutionKind,
        "documents": Document,
        "done": Stage,
        "bases_decided": str,
    }
    told: dict[str, Any] = {}
    decided: frozenset[Approval] = frozenset()
    for name, value in values.items():
        if name in read_as:
            told[name] = None if value is None else read_as[name](value)
        elif name in collections:
            told[name] = frozenset(map(collections[name], value))
        elif name == "approvals":
            of_stages = value if isinstance(value, Mapping) else {before.value: value}
            told[name] = {Stage(stage): frozenset(map(Approval, taken)) for stage, taken in of_stages.items()}
        elif name == "decisions":
            decided = given_by_others(decision(number, before, **one) for number, one in enumerate(value)).get(
                before, frozenset()
            )
        elif name == "solutions":
            told[name] = tuple(value)
        elif name in ("funding", "skipped"):
            told[name] = {Stage(stage): tuple(held) if name == "funding" else held for stage, held in value.items()}
        else:
            told[name] = value
    if decided:
        told["approvals"] = {**told["approvals"], before: told["approvals"].get(before, frozenset()) | decided}
    return EngagementFacts(on=PROGRAMME_DAY, rules=shipped_rules(), **told)


def decision(number: int, stage: Stage, *, of: str, by: str, day: date, granted: bool) -> Decision:
    return Decision(number, Approval(of), stage, by, day, granted=granted)


@pytest.mark.parametrize("case", LEGAL, ids=[case["case"] for case in LEGAL])
def test_the_law_answers(case: Mapping[str, Any]) -> None:
    day = case.get("on", PROGRAMME_DAY)
    answer = legal_answer(Party(case["who"]), Activity(case["does"]), MoneyFlow(case["money"]), shipped_rules(), day)
    assert (answer.answer.value, answer.rule) == (case["answer"], case["by"])
    if "instead" in case:
        assert route(case["instead"]) in [other.route for other in answer.alternatives]
    if "nearest" in case:
        assert route(case["nearest"]) == answer.alternatives[0].route
    if "says" in case:
        assert case["says"] in answer.alternatives[0].text["en"]
    if "decides" in case:
        assert answer.decided_by is not None and case["decides"] in answer.decided_by["en"]
    beside = [finding.code for finding in answer.findings]
    assert case.get("warns", beside[0]) in beside and case.get("silent") not in beside


def test_every_actor_activity_and_rule_stands_in_a_situation_of_the_law() -> None:
    assert {case["who"] for case in LEGAL} == set(Party)
    assert {case["does"] for case in LEGAL} == set(Activity)
    assert {case["money"] for case in LEGAL} == set(MoneyFlow)
    asked = {rule.code for rule in shipped_rules()}
    assert asked - {case["by"] for case in LEGAL} == {"city-hall-general"}, "it answers only where another rule has ended"


@pytest.mark.parametrize("case", GATES["cases"], ids=[case["case"] for case in GATES["cases"]])
def test_the_gate_says(case: Mapping[str, Any]) -> None:
    before = Stage(case["before"])
    told = facts({**GATES["situations"][case["given"]], **case.get("but", {})}, before)
    assert sorted(finding.code for finding in findings_before(before, told)) == sorted(case["findings"])


def test_every_finding_of_the_gates_is_met_in_a_situation_and_every_stage_opens_in_one() -> None:
    """`gate.no-request` and `gate.no-own-budget` are words for papers that no stage of this version asks for."""
    met = {code for case in GATES["cases"] for code in case["findings"]}
    source = "".join((ENGINE / f"{name}.py").read_text(encoding="utf-8") for name in ("checks", "legal_routes"))
    known = set(re.findall(r'"((?:gate|stage|route)\.[a-z-]+)"', source))
    assert known - met == {"gate.no-request", "gate.no-own-budget", *NOT_OF_A_GATE}
    assert {Stage(case["before"]) for case in GATES["cases"] if not case["findings"]} == set(Stage)


def test_there_are_at_least_sixty_situations_of_each_kind() -> None:
    assert len({case["case"] for case in LEGAL}) == len(LEGAL) >= 60
    assert len({case["case"] for case in GATES["cases"]}) == len(GATES["cases"]) >= 60
