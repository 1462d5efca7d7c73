"""Situations that anybody can read and write, judged by the rules that ship: `tests/situations/*.yaml`."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from seoulution.engine.engagements.facts import Approval, Document, EngagementFacts
from seoulution.engine.engagements.legal_routes import LegalRoute, LegalRule, legal_answer
from seoulution.engine.engagements.stages import findings_before
from seoulution.engine.vocabulary import Activity, MoneyFlow, Party, Sector, SolutionKind, Stage
from seoulution.reference.load import read
from seoulution.reference.rules import legal_rules
from seoulution.reference.schema.programme import LegalRule as LegalRecord

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
    """The facts told; `approvals` as a plain list are those of the stage to be entered."""
    read_as: dict[str, Any] = {
        "sector": Sector,
        "lead": Party,
        "activity": Activity,
        "money_flow": MoneyFlow,
        "operator": Party,
        "aim": Stage,
    }
    collections: dict[str, Any] = {
        "kinds": SolutionKind,
        "documents": Document,
        "done": Stage,
        "bases_decided": str,
    }
    told: dict[str, Any] = {}
    for name, value in values.items():
        if name in read_as:
            told[name] = None if value is None else read_as[name](value)
        elif name in collections:
            told[name] = frozenset(map(collections[name], value))
        elif name == "approvals":
            of_stages = value if isinstance(value, Mapping) else {before.value: value}
            told[name] = {Stage(stage): frozenset(map(Approval, taken)) for stage, taken in of_stages.items()}
        elif name == "solutions":
            told[name] = tuple(value)
        elif name in ("funding", "skipped"):
            told[name] = {Stage(stage): tuple(held) if name == "funding" else held for stage, held in value.items()}
        else:
            told[name] = value
    return EngagementFacts(on=PROGRAMME_DAY, rules=shipped_rules(), **told)


@pytest.mark.parametrize("case", LEGAL, ids=[case["case"] for case in LEGAL])
def test_the_law_answers(case: Mapping[str, Any]) -> None:
    day = case.get("on", PROGRAMME_DAY)
    answer = legal_answer(Party(case["who"]), Activity(case["does"]), MoneyFlow(case["money"]), shipped_rules(), day)
    assert (answer.answer.value, answer.rule) == (case["answer"], case["by"])
    if "instead" in case:
        assert route(case["instead"]) in [other.route for other in answer.alternatives]
    if "warns" in case:
        assert case["warns"] in [finding.code for finding in answer.findings]


@pytest.mark.parametrize("case", GATES["cases"], ids=[case["case"] for case in GATES["cases"]])
def test_the_gate_says(case: Mapping[str, Any]) -> None:
    before = Stage(case["before"])
    told = facts({**GATES["situations"][case["given"]], **case.get("but", {})}, before)
    assert sorted(finding.code for finding in findings_before(before, told)) == sorted(case["findings"])


def test_there_are_at_least_thirty_situations_of_each_kind() -> None:
    assert len(LEGAL) >= 30
    assert len(GATES["cases"]) >= 30
