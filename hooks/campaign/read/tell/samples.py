"""The line to add where a key is missing: its name and a value of the right form."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any, get_origin

from campaign.core.language import Localized
from campaign.core.times import When
from campaign.kinds import Record, Surroundings
from campaign.read.tell.languages import LANGUAGES
from campaign.read.tell.models import model_at, record_in

BLANK = "……"
"""Stands for what the author must fill in; nobody takes it for a value: where it is left, the composer tells."""
MOST_KEYS = 3
"""A record of more keys is no single value that was put too shortly."""
PLAIN = {bool: "true", time: "__:__", Localized: ""}


def sample_line(model: type[Record], steps: tuple[str | int, ...], around: Surroundings) -> str:
    """`starts: 2024-__-__ __:__` for a key that is missing at these steps of a file's model."""
    record = model_at(model, steps[:-1])
    key = str(steps[-1])
    annotation = record.model_fields[key].annotation if record and key in record.model_fields else None
    return f"{key}: {_value(annotation, around)}".rstrip()


def as_record(model: type[Record], value: str, around: Surroundings) -> str:
    """A single value as the record it was to be, `{number: 0930-1234, why: ……}`; empty for records that say more.

    value: as it may stand in braces.
    """
    needed = [(key, field.annotation) for key, field in model.model_fields.items() if field.is_required()]
    if not 1 < len(needed) <= MOST_KEYS or any(record_in(annotation)[0] for _, annotation in needed):
        return ""
    (first, _), *others = needed
    rest = (f"{key}: {_value(annotation, around)}".rstrip() for key, annotation in others)
    return "{" + ", ".join([f"{first}: {value}", *rest]) + "}"


def _value(annotation: Any, around: Surroundings) -> str:
    """A blank of the right form."""
    year = f"{around.week[0]:%Y}" if around.week else "____"
    if annotation is Localized:
        return texts(around.languages or LANGUAGES)
    if annotation in (date, datetime, When):
        return f"{year}-__-__" + ("" if annotation is date else " __:__")
    if record_in(annotation)[0]:
        return ""
    if get_origin(annotation) is tuple:
        return f"[{BLANK}]"
    return PLAIN.get(annotation, BLANK)


def texts(languages: Iterable[str]) -> str:
    """A text to be filled in, in these languages."""
    return "{" + ", ".join(f"{tag}: {BLANK}" for tag in languages) + "}"
