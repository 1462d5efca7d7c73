"""Who may lawfully do what with which flow of money: the answer of the rules on a day, with the nearest lawful ways.

The rule of the domain is a lack of legal basis, not a ban, so an answer says which basis carries a step, which one it still needs
and who decides, or that there is none and which lawful route lies nearest. It is decision support: the law is applied by people.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from seoulution.engine.engagements.legal_rules import (
    ALWAYS,
    LAWFUL_FIRST,
    Basis,
    LegalAlternative,
    LegalRoute,
    LegalRule,
    LegalWay,
    every_route,
    ruling,
)
from seoulution.engine.findings import Finding, Severity
from seoulution.engine.provenance import AS_OF_PROGRAMME, Validity
from seoulution.engine.vocabulary import Activity, MoneyFlow, Party

__all__ = [
    "ALWAYS",
    "Basis",
    "LegalAlternative",
    "LegalAnswer",
    "LegalRoute",
    "LegalRule",
    "LegalWay",
    "answers_for",
    "every_route",
    "has_basis",
    "legal_answer",
    "nearest_lawful",
    "ruling",
]

DECISION_SUPPORT: Final = Finding("route.decision-support", Severity.NOTE)
"""Stands beside every answer: the office or its counsel decides, not the rule."""
RULES_STAY_FRESH_DAYS: Final = 365
"""A rule known only to a day more than a year back is shown with that day, and counsel is asked; our setting."""
MOST_COMPUTED: Final = 3
"""How many lawful routes are looked for where the rule names none that holds on the day; our setting."""

CODES: Final[Mapping[Basis, str]] = {Basis.NEEDS_BASIS: "route.needs-basis", Basis.NO_BASIS: "route.no-basis"}


@dataclass(frozen=True, slots=True)
class LegalAnswer:
    """What the rules say of one route on one day, with the nearest lawful routes first.

    rule : code of the rule that answered; None where no rule covers the route
    as_of, validity : the day to which the rule is known, and between which days it is in force
    """

    route: LegalRoute
    on: date
    answer: Basis
    rule: str | None
    basis: Mapping[str, str] = field(default_factory=dict, hash=False)
    sources: tuple[str, ...] = ()
    article: Mapping[str, str] | None = field(default=None, hash=False)
    quotation: str | None = None
    decided_by: Mapping[str, str] | None = field(default=None, hash=False)
    alternatives: tuple[LegalAlternative, ...] = ()
    as_of: date = AS_OF_PROGRAMME
    validity: Validity = ALWAYS

    @property
    def is_lawful(self) -> bool:
        """True where the step may be taken on the basis named."""
        return self.answer is Basis.HAS_BASIS

    @property
    def finding(self) -> Finding | None:
        """Why the step cannot simply be taken; None where it has a basis."""
        if self.is_lawful:
            return None
        code = "route.no-rule" if self.rule is None else CODES[self.answer]
        parameters = {
            "actor": self.route.actor.value,
            "activity": self.route.activity.value,
            "money_flow": self.route.money_flow.value,
            "rule": self.rule or "",
            "on": self.on.isoformat(),
        }
        severity = Severity.BLOCKING if self.answer is Basis.NO_BASIS else Severity.WARNING
        return Finding(code, severity, self.route.actor.value, parameters)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The finding, if any, whether the rule is old, and always the note that this supports a decision and does not take it."""
        old = (self.on - self.as_of).days > RULES_STAY_FRESH_DAYS
        dated = (
            Finding("route.rule-dated", Severity.WARNING, self.rule or "", {"as_of": self.as_of.isoformat()}) if old else None
        )
        return tuple(finding for finding in (self.finding, dated, DECISION_SUPPORT) if finding is not None)


def legal_answer(actor: Party, activity: Activity, money_flow: MoneyFlow, rules: Sequence[LegalRule], on: date) -> LegalAnswer:
    """The answer of the most specific rule in force on the day; where no rule covers the route, a basis is still to be found."""
    route = LegalRoute(actor, activity, money_flow)
    rule = ruling(route, rules, on)
    if rule is None:
        return LegalAnswer(route, on, Basis.NEEDS_BASIS, None, alternatives=nearest_lawful(route, (), rules, on))
    lawful = () if rule.answer is Basis.HAS_BASIS else nearest_lawful(route, rule.alternatives, rules, on)
    return LegalAnswer(
        route,
        on,
        rule.answer,
        rule.code,
        rule.basis,
        rule.sources,
        rule.article,
        rule.quotation,
        rule.decided_by,
        lawful,
        rule.as_of,
        rule.validity,
    )


def nearest_lawful(
    asked: LegalRoute, ways: Iterable[LegalWay], rules: Sequence[LegalRule], on: date
) -> tuple[LegalAlternative, ...]:
    """The ways a rule names that have a basis themselves on the day: fewest parts changed first, then as given.

    Where none of them has one, the nearest routes with a basis are looked for among all: another actor for the same work first.
    """
    offered: dict[LegalRoute, LegalAlternative] = {}
    for way in ways:
        other = way.instead_of(asked)
        if other.route != asked and has_basis(other.route, rules, on):
            offered.setdefault(other.route, other)
    if offered:
        return tuple(sorted(offered.values(), key=lambda other: asked.parts_changed(other.route)))
    found = [route for route in every_route() if route != asked and has_basis(route, rules, on)]
    return tuple(LegalAlternative(route) for route in sorted(found, key=lambda route: _away(asked, route))[:MOST_COMPUTED])


def _away(asked: LegalRoute, route: LegalRoute) -> tuple[int, bool, bool]:
    """At equal distance the work itself changes last, and the flow of money before it: the end stays the same."""
    return (asked.parts_changed(route), asked.activity is not route.activity, asked.money_flow is not route.money_flow)


def has_basis(route: LegalRoute, rules: Sequence[LegalRule], on: date) -> bool:
    """True where the rule in force says that the route rests on a basis."""
    found = ruling(route, rules, on)
    return found is not None and found.answer is Basis.HAS_BASIS


def answers_for(
    actors: Iterable[Party], activity: Activity, money_flow: MoneyFlow, rules: Sequence[LegalRule], on: date
) -> tuple[LegalAnswer, ...]:
    """One answer per actor, those with a basis first, otherwise in the order given."""
    answers = [legal_answer(actor, activity, money_flow, rules, on) for actor in actors]
    return tuple(sorted(answers, key=lambda answer: LAWFUL_FIRST[answer.answer]))
