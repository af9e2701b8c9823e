"""What every record is: a frozen value with known keys; and what its values are checked against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

from pydantic import BaseModel, ConfigDict, ValidationInfo
from pydantic_core import PydanticCustomError

from campaign.core.pictures import PictureFault


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """What a value is checked against besides itself.

    languages: the site's tags, first first; spare_languages: others a text may have ready;
    ids: for each record kind the ids that exist anywhere in the folder; week: first and last day, None while unknown;
    images, films: files below campaign_data/ that may be shown; picture_faults: why one of them can't be.
    """

    languages: tuple[str, ...] = ("zh", "en")
    spare_languages: tuple[str, ...] = ("zh", "en")
    ids: Mapping[str, frozenset[str]] = field(default_factory=dict)
    week: tuple[date, date] | None = None
    images: frozenset[str] = frozenset()
    films: frozenset[str] = frozenset()
    picture_faults: Mapping[str, PictureFault] = field(default_factory=dict)


class Record(BaseModel):
    """A frozen value whose every key is known."""

    # A validator is built when it is first asked: a process that is handed finished records asks for none.
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)


WRITTEN = {date: "%Y-%m-%d", time: "%H:%M", datetime: "%Y-%m-%d %H:%M"}
"""How staff type a day, a time and a moment."""


def refuse(name: str, /, **figures: object) -> PydanticCustomError:
    """The error to raise for a value: its key in the reader's sentences, and the figures its sentence needs."""
    return PydanticCustomError(f"campaign.{name}", name, figures)


def surroundings(info: ValidationInfo) -> Surroundings:
    """What the reader handed along; an empty one where a model is made by hand."""
    return info.context if isinstance(info.context, Surroundings) else Surroundings()


def require_order(end: date | time, info: ValidationInfo, *, start: str = "starts") -> None:
    """Refuse an end that isn't after its start; whole days may be the same, as both are included."""
    begin = info.data.get(start)
    if begin and (end < begin or (end == begin and type(end) is not date)):
        late = "end_before_start" if type(end) is not date else "last_day_before_first"
        raise refuse(late, starts=f"{begin:{WRITTEN[type(begin)]}}")
