"""What a record's sheets say, field by field, so that two printings can be compared; and what tells it from another."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from campaign.kinds import Campaign, Record, addressed, posters

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
HOTLINE = "hotline."
"""What begins the facts that stand on some of a record's sheets alone, each named by its sheet."""
LATER = frozenset({"number"})
"""Other facts that sheets of released campaigns didn't say yet: a board's number."""
LONGEST = 80
"""Characters kept word for word; of a longer text its beginning and its fingerprint are kept."""


def facts(campaign: Campaign, kind: str, record_id: str = "") -> dict[str, str]:
    """Every fact on the sheets of a record or page, by field path (`starts`, `venue.zh`, `zone.name.zh`), sorted."""
    printed = addressed(kind).printed
    if printed is None:
        raise KeyError(f"{kind} has no printed address")
    record = campaign.record(kind, record_id) if record_id else None
    found = dict(_common(campaign, printed.heads))
    if record is not None:
        found |= dict(_record(campaign, record, printed.fields))
    for place, other, fields in printed.more(campaign, record):
        found |= {place + path: text for path, text in _record(campaign, other, fields)}
    found |= dict(_on_standing(campaign, kind, record_id)) if printed.rings else {}
    return dict(sorted(found.items()))


def _on_standing(campaign: Campaign, kind: str, record_id: str) -> Iterator[tuple[str, str]]:
    """The hotline, by each sheet of the record that gives it: `hotline.roll-up.phone`."""
    hotline, orders = campaign.contacts.hotline, campaign.posters
    if hotline is None or orders is None:
        return
    standing = {sheet.id for sheet in orders.sheets if sheet.stands}
    for one in orders.posters:
        if posters()[one.poster].name == kind and (not one.records or record_id in one.records):
            for sheet in standing.intersection(one.sheets):
                yield f"{HOTLINE}{sheet}.phone", str(hotline.phone)
                yield from _flat(f"{HOTLINE}{sheet}.name", hotline.name)


def alike(before: Mapping[str, str], now: Mapping[str, str], *, path: str | None = None) -> bool:
    """True where what was printed is still so.

    path: the file of one sheet; of `""`, which isn't one, nothing counts that only some sheets say; None stands for all
    of them. What sheets came to say later counts where it is on both: those from before say nothing that could be
    wrong.
    """
    return not any(differing(before, now, path=path))


def differing(before: Mapping[str, str], now: Mapping[str, str], *, path: str | None = None) -> Iterator[str]:
    """The paths of the facts that are so no more, as `alike` has it, sorted."""
    for one in sorted(before.keys() | now.keys()):
        if before.get(one) != now.get(one) and _counts(one, before, now, path):
            yield one


def _counts(fact: str, before: Mapping[str, str], now: Mapping[str, str], path: str | None) -> bool:
    if fact not in LATER and not fact.startswith(HOTLINE):
        return True
    sheet = fact.split(".")[1:2] if fact.startswith(HOTLINE) else []
    on_it = path is None or set(sheet) <= set(path.rpartition("/")[2].split("."))
    return on_it and fact in before and fact in now


def essence(campaign: Campaign, kind: str, record_id: str = "") -> dict[str, str]:
    """What a record is, by field path; nothing for a page there is one of, which is never another."""
    if not record_id:
        return {}
    record = campaign.record(kind, record_id)
    return dict(_record(campaign, record, tuple(path for path in ESSENCE if hasattr(record, path.partition(".")[0]))))


def _common(campaign: Campaign, heads: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """What stands on every sheet, or on most."""
    for name in heads:
        yield from _flat(f"campaign.{name}", getattr(campaign.campaign, name))
    if campaign.plan and campaign.plan.number:
        yield "plan.number", campaign.plan.number


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
