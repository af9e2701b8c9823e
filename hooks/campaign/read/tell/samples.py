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
PLAIN = {bool: "true", time: "__:__", Localized: ""}


def sample_line(model: type[Record], steps: tuple[str | int, ...], around: Surroundings) -> str:
    """`starts: 2024-__-__ __:__` for a key that is missing at these steps of a file's model."""
    record = model_at(model, steps[:-1])
    key = str(steps[-1])
    annotation = record.model_fields[key].annotation if record and key in record.model_fields else None
    return f"{key}: {_value(annotation, around)}".rstrip()


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
