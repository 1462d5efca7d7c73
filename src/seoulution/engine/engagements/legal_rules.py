"""What the law says, as dated rows: which combinations a rule covers, when it holds, and which of several rules answers."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import product
from typing import Final

from seoulution.engine.provenance import AS_OF_PROGRAMME, Validity
from seoulution.engine.vocabulary import Activity, MoneyFlow, Party

ALWAYS: Final = Validity()


class Basis(StrEnum):
    """Whether a step rests on a legal basis."""

    HAS_BASIS = "has_basis"
    NEEDS_BASIS = "needs_basis"
    NO_BASIS = "no_basis"


LAWFUL_FIRST: Final[Mapping[Basis, int]] = {Basis.HAS_BASIS: 0, Basis.NEEDS_BASIS: 1, Basis.NO_BASIS: 2}


@dataclass(frozen=True, slots=True)
class LegalRoute:
    """One combination of actor, activity and flow of money."""

    actor: Party
    activity: Activity
    money_flow: MoneyFlow

    def parts_changed(self, other: "LegalRoute") -> int:
        """How many of the three parts differ: the fewer, the nearer the other route lies."""
        return (
            (self.actor is not other.actor) + (self.activity is not other.activity) + (self.money_flow is not other.money_flow)
        )


@dataclass(frozen=True, slots=True)
class LegalAlternative:
    """Another route to the same end, in words of both languages. A computed one has no words of its own."""

    route: LegalRoute
    text: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class LegalWay:
    """What a rule changes of the route that was asked for; a part left open stays as it was asked."""

    text: Mapping[str, str] = field(hash=False)
    actor: Party | None = None
    activity: Activity | None = None
    money_flow: MoneyFlow | None = None

    def instead_of(self, asked: LegalRoute) -> LegalAlternative:
        """The route that this way makes of the one asked for."""
        route = LegalRoute(self.actor or asked.actor, self.activity or asked.activity, self.money_flow or asked.money_flow)
        return LegalAlternative(route, self.text)


@dataclass(frozen=True, slots=True)
class LegalRule:
    """What the law answers for the combinations it covers, while it is in force. An empty set means any.

    basis, decided_by, article : in {ko, en}; quotation : the source's own Korean words
    """

    code: str
    answer: Basis
    basis: Mapping[str, str] = field(hash=False)
    actors: frozenset[Party] = frozenset()
    activities: frozenset[Activity] = frozenset()
    money_flows: frozenset[MoneyFlow] = frozenset()
    sources: tuple[str, ...] = ()
    article: Mapping[str, str] | None = field(default=None, hash=False)
    quotation: str | None = None
    decided_by: Mapping[str, str] | None = field(default=None, hash=False)
    alternatives: tuple[LegalWay, ...] = ()
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
