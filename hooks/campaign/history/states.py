"""The lines of the history: one published state of one calendar entry each, and its text with a seal of its own."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

REMOVED = "removed"
"""The state of an entry that was published and has left the campaign; every other state is a status of an event."""
SEALED = re.compile(r'(\{.*), "seal": "([0-9a-f]{16})"\}')
MOMENT = "%Y-%m-%dT%H:%M:%SZ"
SHAPE = {"sequence": int, "sample": bool, "title": dict, "parts": list, "days": int}
"""The fields that aren't text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One state of one calendar entry, from the moment it was published.

    uid: the entry's, with the campaign's id; record: its kind and id now, `event/x`; at: UTC; sequence: RFC 5545
    3.8.7.4; state: a status, or `removed`; shows: the fingerprint of what the entry shows in all languages; title: by
    language, without marks; starts, ends: as the calendar has them, a day or a wall-clock moment in ISO 8601; parts:
    the calendars it stands in besides the whole, `county/x`; days: on how many days, one after the other, it has these
    hours.
    """

    uid: str
    record: str
    at: datetime
    sequence: int
    state: str
    shows: str
    title: Mapping[str, str]
    starts: str
    ends: str
    parts: tuple[str, ...] = ()
    sample: bool = False
    days: int = 1

    @property
    def order(self) -> tuple[int, datetime]:
        """What a calendar goes by to find the newer of two."""
        return self.sequence, self.at


NAMES = tuple(one.name for one in fields(Line))
OPTIONAL = {"days": 1}
"""What a line says only where it is another value: earlier versions wrote none, and their lines stay as they are."""


def written(line: Line) -> str:
    """The line as it stands in the file, without its line break."""
    values: dict[str, Any] = {name: getattr(line, name) for name in NAMES}
    values |= {"at": f"{line.at:{MOMENT}}", "title": dict(line.title), "parts": list(line.parts)}
    values = {name: value for name, value in values.items() if name not in OPTIONAL or value != OPTIONAL[name]}
    body = json.dumps(values, ensure_ascii=False)[:-1]
    return f'{body}, "seal": "{_seal(body)}"}}'


def line(text: str) -> Line | None:
    """The line that a text says; None where its seal is broken. ValueError where it says something unknown."""
    found = SEALED.fullmatch(text)
    if not found or _seal(found[1]) != found[2]:
        return None
    values = OPTIONAL | json.loads(found[1] + "}")
    if set(values) != set(NAMES) or not all(isinstance(values[name], SHAPE.get(name, str)) for name in NAMES):
        raise ValueError("missing or unknown field")
    values |= {"at": datetime.strptime(values["at"], f"{MOMENT[:-1]}%z"), "parts": tuple(values["parts"])}
    return Line(**values)


def _seal(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()[:16]
