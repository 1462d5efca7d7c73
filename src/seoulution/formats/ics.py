"""A calendar as programs read it (iCalendar, RFC 5545): entries in, bytes out. Titles and places only."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vUri

CONTENT_TYPE: Final = "text/calendar; charset=utf-8"
ZONE: Final = ZoneInfo("Asia/Seoul")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in a calendar: a day for all of that day, or a time of Seoul.

    uid : the same for the same thing, always; sequence : raised with each change of it
    """

    uid: str
    title: str
    begins: date | datetime
    ends: datetime | None = None
    place: str = ""
    address: str = ""
    sequence: int = 0
    is_cancelled: bool = False


def ics_bytes(name: str, entries: Iterable[Entry], *, now: datetime) -> bytes:
    """The calendar with its time zone. A cancelled entry stays and says so, for programs that hold it already."""
    calendar = Calendar()
    calendar.add("prodid", "-//Seoulution//Calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", ZONE.key)
    calendar.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
    for entry in entries:
        calendar.add_component(_event(entry, now))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(entry: Entry, now: datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", now)
    event.add("summary", entry.title)
    event.add("sequence", entry.sequence)
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    if isinstance(entry.begins, datetime):
        begins = entry.begins.astimezone(ZONE)
        event.add("dtstart", begins)
        event.add("dtend", max(entry.ends.astimezone(ZONE) if entry.ends else begins + timedelta(hours=1), begins))
    else:
        event.add("dtstart", entry.begins)
        event.add("dtend", entry.begins + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    if entry.place:
        event.add("location", entry.place)
    if entry.address:
        event.add("url", vUri(entry.address))
    return event
