"""Which flows of the cooperation network the programme map draws, and between which of its boxes."""

from collections.abc import Mapping
from typing import Final

from seoulution.engine.vocabulary import NetworkFlow, Stage

Flow = tuple[str, str, str]
"""(place it comes from, `NetworkFlow`, place it goes to); places are the map's slots."""
Line = tuple[str, str, str]
"""(box the line leaves, box or stage it enters, `NetworkFlow`)."""

_ACROSS: Final[Mapping[frozenset[str], tuple[str, str]]] = {
    frozenset(("institutes", "provider")): ("institutes", "provider"),
    frozenset(("international", "provider")): ("provider", "international"),
    frozenset(("agencies", "provider")): ("provider", "agencies"),
}
_INTO_STAGES: Final[Mapping[tuple[str, str], tuple[str, Stage]]] = {
    (NetworkFlow.FUNDING, "agencies"): ("agencies", Stage.CONSULTING),
    (NetworkFlow.FUNDING, "international"): ("international", Stage.FEASIBILITY),
    (NetworkFlow.CONSORTIUM, "firms"): ("firms", Stage.MAIN_PROJECT),
}
"""The flow chart names the money of agencies and banks at these stages, and the firms' consortium at the main project."""


def drawn_line(flow: Flow) -> Line | None:
    """Both directions between two places share one line; what pays for or builds a stage enters that stage.

    None for what is not drawn: flows within one place, and those between Seoul and partner cities, which are the stages themselves.
    """
    tail, kind, head = flow
    for place in sorted((tail, head)):
        if (kind, place) in _INTO_STAGES:
            start, stage = _INTO_STAGES[kind, place]
            return start, stage.value, kind
    across = _ACROSS.get(frozenset((tail, head)))
    return (*across, kind) if across else None
