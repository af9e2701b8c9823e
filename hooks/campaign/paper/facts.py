"""What a record's sheets say, field by field, so that two printings can be compared; and what tells it from another."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from campaign.kinds import Campaign, Record
from campaign.paper.ledger import Print

SAID: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "priority": ("name", "official_title"),
        "activity": ("name", "dates", "place"),
        "place_kind": ("name", "entry", "meaning"),
        "county": ("name",),
        "event": ("title", "place_kind.entry", "starts", "ends", "venue", "address", "audience", "status", "change"),
        "booth": ("number", "exhibitor.name", "zone.name", "ask", "offers"),
        "board": ("title", "priority.name", "text"),
    }
)
"""The fields of a record that its sheets say, and of those it names; tests/paper/test_facts.py holds them to it."""
ROW = ("title", "place_kind.name", "starts", "ends", "venue", "audience", "status")
"""The same for an event's line in its county's timetable."""
PAGES_SAID = MappingProxyType(
    {
        "theme": ("theme", ("official", "lines")),
        "exhibition": ("exhibition", ("name", "venue", "openings")),
    }
)
"""The same for pages there is one of: the file of the campaign, and its fields."""
PLAN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "zones": ("name", "area"),
        "booths": ("number", "zone", "area"),
        "boards": ("number", "area"),
        "features": ("feature", "name", "area"),
    }
)
"""What the exhibition's plan says, where it has booths: a booth that was moved makes the plan on paper wrong."""
SHORTLY = frozenset(("home", "booth"))
"""The kinds whose sheets name the campaign by its short name."""
WITH_WEEK = frozenset(("home", "theme", "place_kind", "exhibition", "county"))
"""The kinds whose sheets say when the campaign is."""
ESSENCE = (
    "name",
    "title",
    "exhibitor.name",
    "entry",
    "official_title",
    "official_text",
    "summary",
    "text",
    "offers",
    "meaning",
)
"""Fields that say what a record is, not when or where: it is another one when they all say something else. No numbers:
a booth's or a board's says where it stands, and stays there when everything else is exchanged."""
LONGEST = 80
"""Characters kept word for word; of a longer text its beginning and its fingerprint are kept."""


def facts(campaign: Campaign, kind: str, record_id: str = "") -> dict[str, str]:
    """Every fact on the sheets of a record or page, by field path (`starts`, `venue.zh`, `zone.name.zh`), sorted."""
    found = dict(_common(campaign, kind))
    if record_id:
        found |= dict(_record(campaign, campaign.record(kind, record_id), SAID[kind]))
    elif kind in PAGES_SAID:
        file, fields = PAGES_SAID[kind]
        found |= dict(_record(campaign, getattr(campaign, file), fields))
    if kind == "exhibition" and campaign.booths:
        found |= dict(_plan(campaign))
    if kind == "county":
        for event in campaign.events:
            if campaign.county_of[event.id].id == record_id:
                found |= {f"events.{event.id}.{path}": text for path, text in _record(campaign, event, ROW)}
    return dict(sorted(found.items()))


def essence(campaign: Campaign, kind: str, record_id: str = "") -> dict[str, str]:
    """What a record is, by field path; nothing for a page there is one of, which is never another."""
    if not record_id:
        return {}
    record = campaign.record(kind, record_id)
    return dict(_record(campaign, record, tuple(path for path in ESSENCE if hasattr(record, path.partition(".")[0]))))


def another(printed: Print, now: Mapping[str, str]) -> bool:
    """True where what was printed has nothing in common with the essence now.

    What its sheets said counts too: lines of older ledgers keep a booth's exhibitor there alone.
    """
    said = {**printed.facts, **printed.essence}
    return bool(printed.essence and now) and not said.items() & now.items()


def _common(campaign: Campaign, kind: str) -> Iterator[tuple[str, str]]:
    """What stands on every sheet, or on most."""
    names = ("short_name" if kind in SHORTLY else "name", "organisers", *(["week"] if kind in WITH_WEEK else []))
    for name in names:
        yield from _flat(f"campaign.{name}", getattr(campaign.campaign, name))
    if campaign.plan:
        yield "plan.number", campaign.plan.number


def _plan(campaign: Campaign) -> Iterator[tuple[str, str]]:
    """What stands on the plan and where, by the id of each record; boards without a place aren't on it."""
    for name, fields in PLAN.items():
        for one in getattr(campaign.exhibition, name):
            if one.area is not None:
                yield from ((f"{name}.{one.id}.{path}", text) for path, text in _record(campaign, one, fields))


def _record(campaign: Campaign, record: Record, fields: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Fields as pairs of path and text; `zone.name` is the name of the zone that the record names."""
    for path in fields:
        name, _, other = path.partition(".")
        value = getattr(record, name)
        if other:
            value = getattr(campaign.record(name, value), other)
        yield from _flat(path, value)


def _flat(path: str, value: Any) -> Iterator[tuple[str, str]]:
    """A value as pairs of path and text: fields and languages by name, list items by number."""
    if isinstance(value, Record):
        value = {name: getattr(value, name) for name in type(value).model_fields if name != "sample"}
    if isinstance(value, Mapping):
        for key, one in value.items():
            yield from _flat(f"{path}.{key}", one)
    elif isinstance(value, tuple):
        for number, one in enumerate(value, 1):
            yield from _flat(f"{path}.{number}", one)
    elif value is not None:
        yield path, _kept(str(value))


def _kept(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:40]}… sha256:{hashlib.sha256(text.encode()).hexdigest()[:16]}"
