"""The rules as an interface: what the law answers, and what a gate asks of an engagement, as the pages and services have it."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language_from_request, override
from ninja import Router, Schema

from seoulution.apps.engagements.access import visible_to
from seoulution.apps.engagements.queries import gate_findings, legal_rules
from seoulution.apps.publishing.finding_texts import sentence
from seoulution.engine.engagements.legal_routes import LegalRoute, legal_answer
from seoulution.engine.findings import Finding, blocking
from seoulution.engine.vocabulary import Activity, MoneyFlow, Party, Stage
from seoulution.web.api.days import Day
from seoulution.web.api.schemas import NamesOut, Problem
from seoulution.web.shared.access import SignedInRequest
from seoulution.web.shared.reading import note_reading

router = Router()


class FindingOut(Schema):
    """Why a step cannot simply be taken; the sentence is in the language asked for."""

    code: str
    severity: str
    subject: str
    parameters: dict[str, str]
    sentence: str


class RouteOut(Schema):
    """Who does what for which money."""

    actor: Party
    activity: Activity
    money_flow: MoneyFlow


class WayOut(Schema):
    """A lawful way; `parts_changed` says how near it lies. A way that was computed has no words of its own."""

    route: RouteOut
    parts_changed: int
    text: NamesOut | None


class LegalAnswerOut(Schema):
    """Decision support, not advice: the office and its legal counsel decide."""

    route: RouteOut
    on: date
    answer: str
    rule: str | None
    basis: NamesOut | None
    article: NamesOut | None
    quotation: str | None
    decided_by: NamesOut | None
    sources: list[str]
    known_as_of: date
    valid_from: date | None
    valid_to: date | None
    alternatives: list[WayOut]
    findings: list[FindingOut]


class GateOut(Schema):
    """The gate before a stage, for one engagement, today."""

    engagement: str
    stage: Stage
    is_open: bool
    findings: list[FindingOut]


@router.get("/legal-route", response=LegalAnswerOut, url_name="legal-route")
def legal_route(
    request: HttpRequest, actor: Party, activity: Activity, money_flow: MoneyFlow, on: Day | None = None
) -> dict[str, Any]:
    """What the rules on record answer on a day (today unless said), with the nearest lawful ways first."""
    answer = legal_answer(actor, activity, money_flow, legal_rules(), on or timezone.localdate())
    return {
        "route": _route(answer.route),
        "on": answer.on,
        "answer": answer.answer.value,
        "rule": answer.rule,
        "basis": answer.basis or None,
        "article": answer.article,
        "quotation": answer.quotation,
        "decided_by": answer.decided_by,
        "sources": answer.sources,
        "known_as_of": answer.as_of,
        "valid_from": answer.validity.valid_from,
        "valid_to": answer.validity.valid_to,
        "alternatives": [
            {
                "route": _route(other.route),
                "parts_changed": answer.route.parts_changed(other.route),
                "text": other.text or None,
            }
            for other in answer.alternatives
        ],
        "findings": _said(answer.findings, request),
    }


@router.get("/engagements/{slug:code}/gate", response={200: GateOut, 404: Problem}, url_name="gate")
def gate(request: SignedInRequest, code: str, stage: Stage) -> tuple[int, dict[str, Any]]:
    """For the office's signed-in people: every finding of the gate, the very ones that refuse the step and explain its button."""
    row = visible_to(request.user).filter(code=code).first()
    if row is None:
        return 404, {"detail": f"No engagement has the code {code!r}."}
    if row.is_sensitive:
        note_reading(request, about="engagement", about_code=row.code, whose=f"engagement {row.code}")
    findings = gate_findings(row, stage, today=timezone.localdate())
    return 200, {
        "engagement": row.code,
        "stage": stage,
        "is_open": not blocking(findings),
        "findings": _said(findings, request),
    }


def _route(route: LegalRoute) -> dict[str, str]:
    return {"actor": route.actor.value, "activity": route.activity.value, "money_flow": route.money_flow.value}


def _said(findings: tuple[Finding, ...], request: HttpRequest) -> list[dict[str, Any]]:
    with override(get_language_from_request(request)):
        return [
            {
                "code": finding.code,
                "severity": finding.severity.value,
                "subject": finding.subject,
                "parameters": dict(finding.parameters),
                "sentence": sentence(finding),
            }
            for finding in findings
        ]
