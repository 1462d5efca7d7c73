"""A calendar read back by the library that calendar programs use: names, times of Seoul, whole days, what was called off."""

from datetime import UTC, date, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from seoulution.formats.ics import Entry, ics_bytes

NOW = datetime(2026, 11, 29, 1, tzinfo=UTC)


def read(*entries: Entry) -> Any:
    return Calendar.from_ical(ics_bytes("Seoulution", entries, now=NOW))


def events(*entries: Entry) -> list[Any]:
    return list(read(*entries).walk("VEVENT"))


def test_a_visit_has_its_time_in_seoul_its_place_and_its_page() -> None:
    visit = Entry(
        "contact-7@host",
        "Visit",
        datetime(2026, 12, 1, 1, tzinfo=UTC),
        datetime(2026, 12, 1, 3, tzinfo=UTC),
        "Hanoi",
        "https://h/x",
    )
    calendar = read(visit)
    (event,) = calendar.walk("VEVENT")
    assert event["UID"] == "contact-7@host" and event["DTSTAMP"].dt == NOW and event["URL"] == "https://h/x"
    assert event["DTSTART"].dt.isoformat() == "2026-12-01T10:00:00+09:00" and event["DTSTART"].params["TZID"] == "Asia/Seoul"
    assert event["DTEND"].dt.isoformat() == "2026-12-01T12:00:00+09:00" and event["LOCATION"] == "Hanoi"
    assert [zone["TZID"] for zone in calendar.walk("VTIMEZONE")] == ["Asia/Seoul"]


def test_a_day_is_all_of_that_day_and_blocks_no_time() -> None:
    (event,) = events(Entry("task-1@host", "To do", date(2026, 12, 24)))
    assert (event["DTSTART"].dt, event["DTEND"].dt, event["TRANSP"]) == (date(2026, 12, 24), date(2026, 12, 25), "TRANSPARENT")


def test_what_was_called_off_stays_and_says_so() -> None:
    planned, off = events(
        Entry("a@h", "A", date(2026, 12, 1)), Entry("b@h", "B", date(2026, 12, 1), sequence=3, is_cancelled=True)
    )
    assert (planned["STATUS"], off["STATUS"], off["SEQUENCE"]) == ("CONFIRMED", "CANCELLED", 3)


def test_an_empty_calendar_is_one_too() -> None:
    calendar = read()
    assert calendar["VERSION"] == "2.0" and calendar["PRODID"] and not list(calendar.walk("VEVENT"))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=300))
def test_any_title_comes_back_as_it_was_and_makes_no_line_of_its_own(title: str) -> None:
    """Long lines are folded, commas and semicolons escaped; nothing written by people adds an entry or a property."""
    (event,) = events(Entry("a@h", title, date(2026, 12, 1)))
    assert str(event["SUMMARY"]) == title
