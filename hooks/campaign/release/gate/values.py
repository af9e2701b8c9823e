"""Every value that authors typed, with the way to it in its file and the record it is of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from campaign.core.language import Localized, said_in
from campaign.core.problems import Message
from campaign.kinds import OUTREACH, Campaign, Record, files, kinds

Steps = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Owner:
    """The record that a value is of.

    steps: the way to it in its file; called: as staff know it; record: itself; sample: it, or what it is a part of, is
    marked as a sample.
    """

    file: str
    steps: Steps
    called: Message
    record: Record
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """A Localized, a text, a flag, a figure. steps: the way to it in its owner's file."""

    steps: Steps
    value: Any
    owner: Owner

    @property
    def name(self) -> str:
        """The key it stands under."""
        return next((step for step in reversed(self.steps) if isinstance(step, str)), "")

    @property
    def texts(self) -> Iterator[tuple[Steps, str]]:
        """Its texts, each with the way to it; what languages share, once."""
        if isinstance(self.value, str):
            yield self.steps, self.value
        elif isinstance(self.value, Localized):
            seen: dict[str, str] = {}
            for tag, text in self.value.items():
                seen.setdefault(text, tag)
            yield from (((*self.steps, tag), text) for text, tag in seen.items())


def values(campaign: Campaign, outreach: Mapping[str, str]) -> Iterator[Value]:
    """Every value, file by file in the order of the model; outreach: each county's file, by the county's id."""
    for one in files().values():
        for record in () if one.folder else campaign.of_file(one.name):
            yield from _of_record(campaign, one.name, record)
    for file in campaign.outreach:
        name = outreach.get(file.county, f"{OUTREACH}/{file.county}")
        yield from _of_record(campaign, name, file)


def _of_record(campaign: Campaign, file: str, record: Record) -> Iterator[Value]:
    top = Owner(file, (), _called(campaign, record, file), record, bool(getattr(record, "sample", False)))
    return _within(campaign, top, (), record)


def _within(campaign: Campaign, owner: Owner, steps: Steps, value: Any) -> Iterator[Value]:
    if isinstance(value, Record):
        owner = _owner(campaign, owner, steps, value)
        for name in type(value).model_fields:
            if name in value.model_fields_set:
                yield from _within(campaign, owner, (*steps, name), getattr(value, name))
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from _within(campaign, owner, (*steps, number), one)
    elif isinstance(value, Mapping) and not isinstance(value, Localized):
        for key, one in value.items():
            yield from _within(campaign, owner, (*steps, key), one)
    elif value is not None:
        yield Value(steps, value, owner)


def _owner(campaign: Campaign, above: Owner, steps: Steps, record: Record) -> Owner:
    """A record with an id, or one that can be a sample, owns its values; any other is a part of what it stands in."""
    if not steps or not {"id", "sample"}.intersection(type(record).model_fields):
        return above
    sample = bool(getattr(record, "sample", above.sample))
    named = next(step for step in reversed(steps) if isinstance(step, str))
    return Owner(above.file, steps, _called(campaign, record, named), record, sample)


def _called(campaign: Campaign, record: Record, key: str) -> Message:
    """A record by its kind, id and title; one without a kind, or that only names another's, by the key above it."""
    names_another = "kind" in type(record).model_fields
    kind, record_id = kinds().get(getattr(record, "kind", "")), str(getattr(record, "id", ""))
    if kind is None or names_another:
        return Message(*[f"{key} {record_id}".strip()] * 2)
    title = kind.title(campaign, record)
    zh, en = said_in(title, "zh"), said_in(title, "en")
    return Message(f"{kind.called.zh} {record_id}（{zh}）", f"{kind.called.en} {record_id} ({en})")
