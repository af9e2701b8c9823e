"""What the models of the files allow: the records inside each other, and the keys they may have."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from functools import cache
from typing import Any, get_args, get_origin

from campaign.kinds import FILES, Record
from campaign.kinds.event import OutreachFile


def record_in(annotation: Any) -> tuple[type[Record] | None, bool]:
    """The kind of record a field holds, and whether it holds a list of them: `tuple[Zone, ...]` is (Zone, True)."""
    return _record_in(annotation)


@cache
def _record_in(annotation: Hashable) -> tuple[type[Record] | None, bool]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation, False
    listed = get_origin(annotation) is tuple
    for inner in get_args(annotation):
        found, _ = record_in(inner) if inner is not ... else (None, False)
        if found:
            return found, listed
    return None, False


@cache
def all_records() -> tuple[type[Record], ...]:
    """Every kind of record there is, however deep in a file."""
    waiting: list[type[Record]] = [*FILES.values(), OutreachFile]
    seen: dict[type[Record], None] = {}
    while waiting:
        record = waiting.pop()
        if record not in seen:
            seen[record] = None
            inner = (record_in(field.annotation)[0] for field in record.model_fields.values())
            waiting += [found for found in inner if found]
    return tuple(seen)


@cache
def known_keys() -> frozenset[str]:
    """Every key of every record there is, and the usual language tags."""
    return frozenset({"zh", "en"}.union(*(record.model_fields for record in all_records())))


def model_at(model: type[Record], steps: Iterable[str | int]) -> type[Record] | None:
    """The kind of record at the end of these steps from a file's root; None where no record stands."""
    record: type[Record] | None = model
    for step in steps:
        if isinstance(step, str):
            record = (
                record_in(record.model_fields[step].annotation)[0] if record and step in record.model_fields else None
            )
    return record
