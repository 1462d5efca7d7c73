"""Tags that put drawings made on the server into a page."""

from typing import Any

from django.template import Library
from django.utils.safestring import SafeString

from seoulution.drawing.programme_map import ProgrammeMap
from seoulution.drawing.worldmap import WorldMap
from seoulution.web.shared.embedding import embedded

register = Library()


@register.simple_tag
def sign(svg: str) -> SafeString:
    """A small drawing beside words, as in a legend."""
    return embedded(svg)


@register.inclusion_tag("shared/components/drawing.html")
def drawing(svg: str) -> dict[str, Any]:
    """SVG made by `charts`, `worldmap` or `programme_map`; on a phone it scrolls sideways within itself, by keyboard too."""
    return {"svg": embedded(svg)}


@register.inclusion_tag("shared/components/programme_map.html")
def programme_map(chart: ProgrammeMap, caption: str = "") -> dict[str, Any]:
    """The flow chart and cooperation network: a drawing on wide screens, a list on small ones and for screen readers."""
    return {"chart": chart, "caption": caption}


@register.inclusion_tag("shared/components/world_map.html")
def world_map(world: WorldMap, caption: str = "") -> dict[str, Any]:
    """The world with its legend; on a phone it scrolls sideways within itself."""
    return {"world": world, "caption": caption}
