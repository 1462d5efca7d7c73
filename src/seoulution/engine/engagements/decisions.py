"""Decisions of others, a fund or the partner city, over time: of each body the newest about the same thing counts."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from seoulution.engine.engagements.codes import Approval
from seoulution.engine.vocabulary import Stage


@dataclass(frozen=True, slots=True)
class Decision:
    """What a body decided for one stage on a day, as recorded.

    number : grows with each record, so that of two decisions of one day the later record is the newer
    """

    number: int
    kind: Approval
    stage: Stage
    body: str
    on: date
    granted: bool


def same_body(name: str) -> str:
    """Bodies are typed freely: the same whatever their case and spaces, and however their letters are stored."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return " ".join(unicodedata.normalize("NFKC", folded).split())


def given_by_others(decisions: Iterable[Decision]) -> Mapping[Stage, frozenset[Approval]]:
    """For each stage what was granted and not refused since by the very body that had granted it."""
    given: dict[Stage, frozenset[Approval]] = {}
    for *_earlier, newest in _each_thing(decisions):
        if newest.granted:
            given[newest.stage] = given.get(newest.stage, frozenset()) | {newest.kind}
    return given


def overtaken(decisions: Iterable[Decision]) -> Mapping[Decision, Decision]:
    """Each decision that counts no more, with the newest of the same body about the same thing."""
    return {old: newest for *earlier, newest in _each_thing(decisions) for old in earlier}


def _each_thing(decisions: Iterable[Decision]) -> Iterable[list[Decision]]:
    """What each body decided about each thing, the newest last."""
    in_order = sorted(decisions, key=lambda each: (*_thing(each), each.on, each.number))
    return (list(same) for _thing_decided, same in groupby(in_order, key=_thing))


def _thing(decision: Decision) -> tuple[str, str, str]:
    return decision.stage, decision.kind, same_body(decision.body)
