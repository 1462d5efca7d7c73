"""Who may lawfully do what with which flow of money. Rules are dated data; the most specific one in force answers.

The rule of the domain is a lack of legal basis, not a ban, so an answer says which basis carries a step, which one it still needs
and who decides, or that there is none and which lawful route lies nearest. It is decision support: the law is applied by people.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import product
from typing import Final

from seoulution.engine.findings import Finding, Severity
from seoulution.engine.provenance import AS_OF_PROGRAMME, Validity
from seoulution.engine.vocabulary import Activity, MoneyFlow, Party

ALWAYS: Final = Validity()
DECISION_SUPPORT: Final = Finding("route.decision-support", Severity.NOTE)
"""Stands beside every answer: the office or its counsel decides, not the rule."""
RULES_STAY_FRESH_DAYS: Final = 365
"""A rule known only to a day more than a year back is shown with that day, and counsel is asked; our setting."""


class Basis(StrEnum):
    """Whether a step rests on a legal basis."""

    HAS_BASIS = "has_basis"
    NEEDS_BASIS = "needs_basis"
    NO_BASIS = "no_basis"


LAWFUL_FIRST: Final[Mapping[Basis, int]] = {Basis.HAS_BASIS: 0, Basis.NEEDS_BASIS: 1, Basis.NO_BASIS: 2}

CODES: Final[Mapping[Basis, str]] = {Basis.NEEDS_BASIS: "route.needs-basis", Basis.NO_BASIS: "route.no-basis"}


@dataclass(frozen=True, slots=True)
class LegalRoute:
    """One combination of actor, activity and flow of money."""

    actor: Party
    activity: Activity
    money_flow: MoneyFlow


@dataclass(frozen=True, slots=True)
class LegalAlternative:
    """Another route to the same end, in words of both languages."""

    route: LegalRoute
    text: Mapping[str, str] = field(hash=False)


@dataclass(frozen=True, slots=True)
class LegalRule:
    """What the law answers for the combinations it covers, while it is in force. An empty set means any.

    basis, decided_by : in {ko, en}; quotation : the source's own Korean words
    """

    code: str
    answer: Basis
    basis: Mapping[str, str] = field(hash=False)
    actors: frozenset[Party] = frozenset()
    activities: frozenset[Activity] = frozenset()
    money_flows: frozenset[MoneyFlow] = frozenset()
    sources: tuple[str, ...] = ()
    quotation: str | None = None
    decided_by: Mapping[str, str] | None = field(default=None, hash=False)
    alternatives: tuple[LegalAlternative, ...] = ()
    validity: Validity = ALWAYS

    def covers(self, route: LegalRoute) -> bool:
        """True where each filled list holds the route's part."""
        return (
            (not self.actors or route.actor in self.actors)
            and (not self.activities or route.activity in self.activities)
            and (not self.money_flows or route.money_flow in self.money_flows)
        )

    @property
    def as_of(self) -> date:
        """The day to which the rule is known: the documents' day, or its own start where that is later."""
        return max(self.validity.valid_from or AS_OF_PROGRAMME, AS_OF_PROGRAMME)

    @property
    def width(self) -> int:
        """How many combinations the rule covers; fewer is more specific."""
        return (
            (len(self.actors) or len(Party))
            * (len(self.activities) or len(Activity))
            * (len(self.money_flows) or len(MoneyFlow))
        )

    @property
    def filled(self) -> int:
        """How many of the three lists are filled; more is more specific."""
        return sum(bool(listed) for listed in (self.actors, self.activities, self.money_flows))


@dataclass(frozen=True, slots=True)
class LegalAnswer:
    """What the rules say of one route on one day, with the nearest lawful routes first.

    rule : code of the rule that answered; None where no rule covers the route
    """

    route: LegalRoute
    on: date
    answer: Basis
    rule: str | None
    basis: Mapping[str, str] = field(default_factory=dict, hash=False)
    sources: tuple[str, ...] = ()
    quotation: str | None = None
    decided_by: Mapping[str, str] | None = field(default=None, hash=False)
    alternatives: tuple[LegalAlternative, ...] = ()
    as_of: date = AS_OF_PROGRAMME

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


def every_route() -> Iterator[LegalRoute]:
    """All combinations of actor, activity and flow of money."""
    return (LegalRoute(actor, activity, money_flow) for actor, activity, money_flow in product(Party, Activity, MoneyFlow))


def ruling(route: LegalRoute, rules: Iterable[LegalRule], on: date) -> LegalRule | None:
    """The most specific rule in force: most lists filled, then narrowest, then newest, then most cautious."""
    in_force = [rule for rule in rules if rule.validity.holds_on(on) and rule.covers(route)]
    return min(in_force, key=_precedence, default=None)


def _precedence(rule: LegalRule) -> tuple[int, int, int, int, str]:
    newest_first = -rule.validity.valid_from.toordinal() if rule.validity.valid_from else 0
    return (-rule.filled, rule.width, newest_first, -LAWFUL_FIRST[rule.answer], rule.code)


def legal_answer(actor: Party, activity: Activity, money_flow: MoneyFlow, rules: Sequence[LegalRule], on: date) -> LegalAnswer:
    """The answer of the most specific rule in force on the day; where no rule covers the route, a basis is still to be found.

    Alternatives that would themselves lack a basis on that day are left out.
    """
    route = LegalRoute(actor, activity, money_flow)
    rule = ruling(route, rules, on)
    if rule is None:
        return LegalAnswer(route, on, Basis.NEEDS_BASIS, None)
    lawful = tuple(other for other in rule.alternatives if _has_basis(other.route, rules, on))
    return LegalAnswer(
        route, on, rule.answer, rule.code, rule.basis, rule.sources, rule.quotation, rule.decided_by, lawful, rule.as_of
    )


def _has_basis(route: LegalRoute, rules: Sequence[LegalRule], on: date) -> bool:
    found = ruling(route, rules, on)
    return found is not None and found.answer is Basis.HAS_BASIS


def answers_for(
    actors: Iterable[Party], activity: Activity, money_flow: MoneyFlow, rules: Sequence[LegalRule], on: date
) -> tuple[LegalAnswer, ...]:
    """One answer per actor, those with a basis first, otherwise in the order given."""
    answers = [legal_answer(actor, activity, money_flow, rules, on) for actor in actors]
    return tuple(sorted(answers, key=lambda answer: LAWFUL_FIRST[answer.answer]))
