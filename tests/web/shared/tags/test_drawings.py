from collections.abc import Callable

import pytest

from seoulution.drawing.charts import Bar, bar_chart
from seoulution.drawing.worldmap import Marker, MarkerKind, world_map

Render = Callable[..., str]


def test_a_drawing_can_be_reached_and_scrolled_by_keyboard(render: Render) -> None:
    shown = render("{% drawing svg %}", svg=bar_chart([Bar("a", 1)], title="Amounts", unit="", language="en"))
    assert "<svg " in shown and 'tabindex="0"' in shown


def test_markup_that_is_no_drawing_is_refused(render: Render) -> None:
    with pytest.raises(ValueError, match="not a drawing"):
        render("{% drawing svg %}", svg="<script>alert(1)</script>")


def test_the_map_comes_with_its_legend(render: Render) -> None:
    kinds = [MarkerKind("done", "Done", "circle", "one")]
    world = world_map([Marker("hanoi", "Hanoi", 105.85, 21.03, "done", "/hanoi/")], kinds, title="Where", description="")
    shown = render("{% world_map world %}", world=world)
    assert "Done 1" in shown and 'href="/hanoi/"' in shown
