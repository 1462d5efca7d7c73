"""What the programme map is given, and what it gives back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActorNode:
    """A kind of actor: `slot` is a key of `SLOTS`; `members` are a few names, shown as far as they fit."""

    code: str
    slot: str
    label: str
    count: int
    href: str
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StageNode:
    """One stage of the flow with the engagements in it now."""

    code: str
    label: str
    count: int
    href: str


@dataclass(frozen=True, slots=True)
class FlowEdge:
    """What flows between two actors, or from an actor to a stage, with the records behind it."""

    source: str
    target: str
    label: str
    count: int
    href: str


@dataclass(frozen=True, slots=True)
class ListedEdge:
    label: str
    to: str
    count: int
    href: str


@dataclass(frozen=True, slots=True)
class ListedNode:
    label: str
    count: int
    href: str
    members: tuple[str, ...]
    edges: tuple[ListedEdge, ...]


@dataclass(frozen=True, slots=True)
class ProgrammeMap:
    """The drawing, and the same as a list: stages in order, then actors with what flows from them."""

    svg: str
    stages: tuple[StageNode, ...]
    nodes: tuple[ListedNode, ...]
