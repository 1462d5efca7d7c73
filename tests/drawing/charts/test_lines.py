import re

from lxml import etree

from seoulution.drawing.charts import Event, Point, Series, aligned_chart, line_chart

BUSES = Series("Buses", (Point(2000, 60.0), Point(2004, 68.0), Point(2012, 88.0)))


def texts(svg: str) -> list[str]:
    return [text.text or "" for text in etree.fromstring(svg).iter("{*}text")]


def test_first_and_last_values_are_written_at_their_points() -> None:
    written = texts(line_chart([BUSES], title="t", unit="%", language="en"))
    assert {"60", "88", "%"} <= set(written)


def test_what_happened_is_named_with_its_year() -> None:
    assert "2004 reform" in texts(line_chart([BUSES], title="t", unit="%", language="en", events=[Event(2004, "reform")]))


def test_the_description_says_every_value_in_words() -> None:
    root = etree.fromstring(line_chart([BUSES], title="t", unit="%", language="en"))
    assert root.findtext("desc") == "Buses: 2000 60, 2004 68, 2012 88 (%)"


def test_beside_a_city_seoul_keeps_its_own_years() -> None:
    city = Series("Hanoi", (Point(2010, 2e6), Point(2020, 4e6)))
    seoul = Series("Seoul", (Point(1965, 2.5e6), Point(1975, 4.5e6)))
    svg = aligned_chart(city, seoul, offset=45, title="t", unit="people", language="en")
    titles = [title.text for title in etree.fromstring(svg).iter("title")]
    assert "Seoul 1965: 2.5 million" in titles
    assert {"1966", "2010"} <= set(texts(svg))


def test_lines_differ_in_dash_as_well_as_in_colour() -> None:
    svg = line_chart([BUSES, Series("Metro", BUSES.points)], title="t", unit="%", language="en")
    assert "stroke-dasharray" in svg


def test_a_standalone_chart_is_complete_by_itself() -> None:
    root = etree.fromstring(line_chart([BUSES], title="t", unit="%", language="ko", standalone=True))
    assert root.get("font-family") and root.get("width") == "600"
    assert not [element for element in root.iter() if element.get("class")]


def test_a_line_of_many_points_says_only_its_ends_and_extremes() -> None:
    points = tuple(Point(1990 + step, float(100 + (step % 7) * 10)) for step in range(20))
    drawn = line_chart([Series("Seoul", points)], title="t", unit="", language="en")
    written = re.findall(r"<text[^>]*font-weight=\"600\"[^>]*>([^<]+)<", drawn)
    assert set(written) == {"100", "150", "160"}
