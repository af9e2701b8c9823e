"""A sender's calendar: each message at its hour, with a reminder ten minutes before (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from campaign.channels.messages.parcels.listing import Entry, Listing
from campaign.workshop.time_zones import rules

LASTS, BEFORE = timedelta(minutes=10), timedelta(minutes=-10)
"""How long sending takes, and when one is reminded of it."""
END = b"END:VCALENDAR\r\n"


def calendar(listing: Listing) -> bytes:
    """The .ics of one sender; each message has a UID that outlives every edit, once in all its languages."""
    made, head = Calendar(), f"{listing.name} {listing.sender}"
    made.add("prodid", f"-//campaign press//{listing.campaign}//MESSAGES")
    made.add("version", "2.0")
    made.add("name", head)
    made.add("x-wr-calname", head)
    made.add("x-wr-timezone", listing.time_zone)
    years = sorted(int(one.day[:4]) for one in listing.entries)
    zone = rules(listing.time_zone, years[0] - 1, years[-1] + 2)
    events = [event.to_ical() for event in _events(listing)]
    return b"".join([made.to_ical().removesuffix(END), zone, *events, END])


def _events(listing: Listing) -> Iterator[Event]:
    for _, found in groupby(listing.entries, key=lambda one: one.id):
        yield _event(listing, list(found))


def _event(listing: Listing, found: Sequence[Entry]) -> Event:
    first = found[0]
    at = datetime.fromisoformat(f"{first.day}T{first.clock}").replace(tzinfo=ZoneInfo(listing.time_zone))
    made = Event()
    made.add("uid", f"message-{first.id}@{listing.campaign}")
    made.add("dtstamp", datetime.combine(listing.day, time(), UTC))
    made.add("dtstart", at)
    made.add("dtend", at + LASTS)
    made.add("summary", first.summary)
    made.add("description", "\n\n".join(one.words for one in found))
    made.add("categories", [first.channel])
    made.add("transp", "TRANSPARENT")
    if listing.address:
        made.add("url", f"{listing.address}#m-{first.id}.{first.language}")
    made.add_component(_alarm(first.summary))
    return made


def _alarm(said: str) -> Alarm:
    made = Alarm()
    made.add("action", "DISPLAY")
    made.add("trigger", BEFORE)
    made.add("description", said)
    return made
