"""Readings against their bound."""

from datetime import date

from lxml import etree

from seoulution.drawing.charts.readings import Read, readings_chart

READS = (Read(date(2026, 1, 1), 95, True), Read(date(2026, 6, 1), 88, False))


def chart(*reads: Read) -> str:
    return readings_chart(
        reads, bound=90, bound_label="at least 90", title="On time", unit="%", language="en", description="as said"
    )


def test_what_missed_the_bound_has_another_mark_and_the_last_value_is_written() -> None:
    drawn = etree.fromstring(chart(*READS))
    assert len(list(drawn.iter("{*}circle"))) == 1
    assert {"at least 90", "88", "2026-01-01", "2026-06-01"} <= {text.text for text in drawn.iter("{*}text")}


def test_one_reading_alone_is_drawn() -> None:
    assert chart(READS[0]).count("2026-01-01") == 2


def test_the_words_of_the_bound_stand_over_the_line_of_the_readings() -> None:
    drawn = chart(*READS)
    assert drawn.index("at least 90") > drawn.index("<rect")
