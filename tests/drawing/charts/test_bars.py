import pytest
from lxml import etree

from seoulution.drawing.charts import Bar, bar_chart


def test_bars_are_as_long_as_their_values() -> None:
    svg = bar_chart([Bar("a", 40), Bar("b", 20)], title="t", unit="km", language="en")
    widths = [float(rect.get("width")) for rect in etree.fromstring(svg).iter("{*}rect")]
    assert widths[0] == pytest.approx(2 * widths[1], rel=1e-3)


def test_shares_are_written_as_per_cent() -> None:
    """Invited training was 73.9 % of the city's ODA in 2013 (seoul-article, ODA section)."""
    svg = bar_chart([Bar("초청연수", 0.739)], title="t", unit="share", language="ko")
    assert "73.9%" in svg


def test_negative_amounts_are_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        bar_chart([Bar("a", -1)], title="t", unit="", language="en")


def test_no_bars_make_an_empty_but_valid_chart() -> None:
    assert etree.fromstring(bar_chart([], title="t", unit="", language="en")).tag.endswith("svg")
