"""Entries: what calendars hold, as one language shows them, before it is settled which revision each is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from icalendar import Event

from campaign.history import Line, Revision
from campaign.kinds.status import Status
from campaign.say.words import Words

ONCE: Mapping[str, int] = {"count": 1}
DRAFT = Revision(sequence=0, at=datetime(1970, 1, 1, tzinfo=UTC))
STAMP, NUMBER = "\r\nDTSTAMP:{:%Y%m%dT%H%M%SZ}\r\n", "\r\nSEQUENCE:{}\r\n"
"""The two lines that say which revision an entry is; a text can't hold either, for in it a line break is escaped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One calendar entry in one language.

    record: its kind and what tells it from others of its kind; draft: the VEVENT but for its revision; named: the
    revision that the data alone names; the rest is what `campaign.history.Line` says of it.
    """

    uid: str
    record: str
    draft: bytes
    named: Revision
    state: str
    title: str
    starts: str
    ends: str
    parts: tuple[str, ...]
    sample: bool
    days: int

    def as_of(self, revision: Revision) -> bytes:
        """The VEVENT as it is published."""
        text = self.draft
        for form, former, now in (
            (STAMP, DRAFT.at, revision.at),
            (NUMBER, DRAFT.sequence, revision.sequence),
        ):
            text = text.replace(form.format(former).encode(), form.format(now).encode(), 1)
        return text

    def line(self, revision: Revision, shows: str, titles: Mapping[str, str]) -> Line:
        """What the history says of it; titles: in every language."""
        return Line(
            uid=self.uid,
            record=self.record,
            at=revision.at,
            sequence=revision.sequence,
            state=self.state,
            shows=shows,
            title=titles,
            starts=self.starts,
            ends=self.ends,
            parts=self.parts,
            sample=self.sample,
            days=self.days,
        )


def entry(
    made: Event,
    record: str,
    *,
    title: str,
    named: Revision,
    state: str = Status.PLANNED.value,
    parts: tuple[str, ...] = (),
    sample: bool = False,
) -> Entry:
    """The entry of a VEVENT whose UID, times and texts are set; title: its SUMMARY without marks."""
    made.add("dtstamp", DRAFT.at)
    made.add("sequence", DRAFT.sequence)
    return Entry(
        uid=str(made["uid"]),
        record=record,
        draft=bytes(made.to_ical()),
        named=named,
        state=state,
        title=title,
        starts=_iso(made.decoded("dtstart")),
        ends=_iso(made.decoded("dtend")),
        parts=parts,
        sample=sample,
        days=made.get("rrule", ONCE)["count"],
    )


def marked(title: str, state: str, said: Words, *, sample: bool) -> str:
    """A title after the marks of its state, where that needs saying, and of sample data."""
    marks = [Status(state).said(said)] if state != Status.PLANNED else []
    marks += [said.say("sample")] if sample else []
    return "".join(said.say("bracketed", mark=mark) for mark in marks) + title


def _iso(moment: object) -> str:
    """A day, or a wall-clock moment."""
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=None).isoformat(timespec="minutes")
    return str(moment)
