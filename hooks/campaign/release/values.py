"""Every value of a campaign with the way to it in its file, so that a problem can point at the line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from campaign.core.language import Localized
from campaign.kinds import OUTREACH, Campaign, Record, files

Steps = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """A Localized, a text, a flag, a figure. file: as `campaign.read.Places` takes it; owner: the record it is of."""

    file: str
    steps: Steps
    value: Any
    owner: str

    @property
    def name(self) -> str:
        """The key it stands under."""
        return next((step for step in reversed(self.steps) if isinstance(step, str)), "")


def values(campaign: Campaign, outreach: Mapping[str, str]) -> Iterator[Value]:
    """Every value, file by file in the order of the model; outreach: each county's file, by the county's id."""
    for one in files().values():
        for record in () if one.folder else campaign.of_file(one.name):
            yield from _within(one.name, (), record, one.name)
    for file in campaign.outreach:
        name = outreach.get(file.county, f"{OUTREACH}/{file.county}")
        yield from _within(name, (), file, name)


def _within(file: str, steps: Steps, value: Any, owner: str) -> Iterator[Value]:
    if isinstance(value, Record):
        named = [step for step in steps if isinstance(step, str)]
        owner = _called(value) or (named[-1] if named else owner)
        for name in type(value).model_fields:
            yield from _within(file, (*steps, name), getattr(value, name), owner)
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from _within(file, (*steps, number), one, owner)
    elif isinstance(value, Mapping) and not isinstance(value, Localized):
        for key, one in value.items():
            yield from _within(file, (*steps, key), one, owner)
    elif value is not None:
        yield Value(file, steps, value, owner)


def _called(record: Record) -> str:
    """What staff call a record: its kind and id."""
    kind, record_id = getattr(record, "kind", ""), getattr(record, "id", "")
    return f"{kind} {record_id}".strip()
