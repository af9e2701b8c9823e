"""What the models allow: the files there are, the records inside each other, and the keys they may have."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, get_args, get_origin

from campaign.core.language import Localized
from campaign.kinds import Record, files, kinds
from campaign.read.tell.languages import LANGUAGES


def model_of(name: str) -> type[Record]:
    """The model of a file by its name, `theme` or `outreach/yongjing`; KeyError for a name no file has."""
    return files()[name.partition("/")[0]].model


def stands_in(kind: str, name: str) -> bool:
    """True for a file that holds records of a kind: the kind's own, or any in the kind's folder."""
    home = kinds()[kind].file
    return name == home or name.startswith(f"{home}/")


def record_in(annotation: Any) -> tuple[type[Record] | None, bool]:
    """The kind of record a field holds, and whether it holds a list of them: `tuple[Zone, ...]` is (Zone, True)."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation, False
    listed = get_origin(annotation) is tuple
    for inner in get_args(annotation):
        found, _ = record_in(inner) if inner is not ... else (None, False)
        if found:
            return found, listed
    return None, False


@cache
def record_under(model: type[Record] | None, key: str) -> tuple[type[Record] | None, bool]:
    """The same for a key of a model; (None, False) for a key it doesn't have."""
    field = model.model_fields.get(key) if model else None
    return record_in(field.annotation) if field else (None, False)


def model_at(model: type[Record], steps: Iterable[str | int]) -> type[Record] | None:
    """The kind of record at the end of these steps from a file's root; None where no record stands."""
    record: type[Record] | None = model
    for step in steps:
        if isinstance(step, str):
            record, _ = record_under(record, step)
    return record


@cache
def all_records() -> tuple[type[Record], ...]:
    """Every kind of record there is, however deep in a file."""
    waiting: list[type[Record]] = [one.model for one in files().values()]
    seen: dict[type[Record], None] = {}
    while waiting:
        record = waiting.pop()
        if record not in seen:
            seen[record] = None
            inner = (record_under(record, key)[0] for key in record.model_fields)
            waiting += [found for found in inner if found]
    return tuple(seen)


@cache
def known_keys() -> frozenset[str]:
    """Every key of every record there is, and the usual language tags."""
    return frozenset(LANGUAGES).union(*(record.model_fields for record in all_records()))


@cache
def text_keys() -> frozenset[str]:
    """Every key that holds text for people, in any record."""
    return frozenset(
        name for record in all_records() for name, field in record.model_fields.items() if _holds_text(field.annotation)
    )


def _holds_text(annotation: Any) -> bool:
    return annotation is Localized or any(map(_holds_text, get_args(annotation)))
