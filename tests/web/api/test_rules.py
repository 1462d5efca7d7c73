"""The interface answers as the rules do, and tells of a file only whom it is shown to."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from seoulution.apps.accounts.models import AccessRecord
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.queries import gate_findings, legal_rules
from seoulution.engine.engagements.legal_routes import legal_answer
from seoulution.engine.vocabulary import Activity, MoneyFlow, Party, Stage

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
CODE = "metro-manila-transport-advice"


def asked(client: Client, name: str, *, language: str = "en", args: tuple[str, ...] = (), **query: str) -> Any:
    return client.get(reverse(f"api:{name}", args=args), query, headers={"Accept-Language": language})


def test_a_legal_route_is_answered_to_anybody_with_the_nearest_way_first() -> None:
    told = asked(Client(), "legal-route", actor="city_hall", activity="supply", money_flow="for_profit", on="2014-06-01").json()
    assert (told["answer"], told["rule"]) == ("no_basis", "city-hall-for-profit")
    assert told["quotation"] and told["basis"]["ko"] and told["known_as_of"] == "2014-05-31"
    nearest = told["alternatives"][0]
    assert nearest["route"]["actor"] == "municipal_corporation" and nearest["parts_changed"] == 1
    assert "in a consortium" in nearest["text"]["en"]
    day = date(2014, 6, 1)
    answer = legal_answer(Party.CITY_HALL, Activity.SUPPLY, MoneyFlow.FOR_PROFIT, legal_rules(), day)
    assert [finding["code"] for finding in told["findings"]] == [finding.code for finding in answer.findings]


def test_the_sentence_is_in_the_language_asked_for() -> None:
    parts = {"actor": "city_hall", "activity": "tender", "money_flow": "for_profit"}
    english, korean = (asked(Client(), "legal-route", language=one, **parts).json()["findings"] for one in ("en", "ko"))
    assert [finding["code"] for finding in english] == [finding["code"] for finding in korean]
    assert "no legal basis" in english[0]["sentence"] and english[0]["sentence"] != korean[0]["sentence"]


def test_a_code_that_is_none_is_refused_in_words() -> None:
    answer = asked(Client(), "legal-route", actor="nobody", activity="tender", money_flow="for_profit")
    assert answer.status_code == 422


@pytest.mark.parametrize("stage", list(Stage))
def test_a_gate_tells_the_very_findings(signed_in_as: SignIn, stage: Stage) -> None:
    told = asked(signed_in_as("auditor"), "gate", args=(CODE,), stage=stage.value).json()
    found = gate_findings(Engagement.objects.get(code=CODE), stage, today=timezone.localdate())
    assert [(one["code"], one["severity"], one["subject"], one["parameters"]) for one in told["findings"]] == [
        (one.code, one.severity.value, one.subject, dict(one.parameters)) for one in found
    ]
    assert all(one["sentence"] for one in told["findings"])
    assert told["is_open"] is not any(one.severity.value == "blocking" for one in found)


def test_a_sensitive_file_and_one_that_is_not_there_are_the_same_to_others(signed_in_as: SignIn) -> None:
    Engagement.objects.filter(code=CODE).update(is_sensitive=True)
    client = signed_in_as("officer")
    for code in (CODE, "no-such-engagement"):
        assert asked(client, "gate", args=(code,), stage="feasibility").status_code == 404
    assert asked(signed_in_as("manager"), "gate", args=(CODE,), stage="feasibility").status_code == 200


def test_a_gate_is_for_the_office(signed_in_as: SignIn) -> None:
    assert asked(Client(), "gate", args=(CODE,), stage="feasibility").status_code == 302
    assert asked(signed_in_as("partner"), "gate", args=(CODE,), stage="feasibility").status_code == 403


def test_asking_the_gate_of_a_sensitive_file_leaves_a_line(signed_in_as: SignIn) -> None:
    client = signed_in_as("manager")
    asked(client, "gate", args=(CODE,), stage="feasibility")
    assert not AccessRecord.objects.exists()
    Engagement.objects.filter(code=CODE).update(is_sensitive=True)
    asked(client, "gate", args=(CODE,), stage="feasibility")
    assert [(row.username, row.about, row.about_code) for row in AccessRecord.objects.all()] == [
        ("manager", "engagement", CODE)
    ]
