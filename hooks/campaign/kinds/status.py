"""Status: where something that people were asked to stands, said with a reason when it isn't as planned any more."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Protocol

from pydantic import AfterValidator, Field, PlainValidator, ValidationInfo, WithJsonSchema

from campaign.core.language import Localized
from campaign.kinds.brief import State
from campaign.kinds.fields import Day, Line, refuse
from campaign.say.words import Words


class Status(StrEnum):
    """Where something dated stands; schema.org's eventStatus says the same in its words."""

    PLANNED = "planned"
    CHANGED = "changed"
    MOVED = "moved"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    REINSTATED = "reinstated"
    """It takes place after all, though it was announced that it wouldn't."""

    @property
    def holds(self) -> bool:
        """True where it takes place: its time and place may be told as such."""
        return self not in (Status.POSTPONED, Status.CANCELLED)

    def said(self, words: Words, *, short: bool = False) -> str:
        """What people call it; short: for paper and screens, where as planned is never said."""
        return str(getattr(words, f"status_short_{self.value}" if short else f"status_{self.value}"))


def _status(value: object) -> Status:
    try:
        return Status(str(value))
    except ValueError:
        raise refuse("choice", allowed=", ".join(Status)) from None


def _news(value: object) -> Status | None:
    """As planned is what is meant where nothing is said, and so it is kept."""
    found = None if value is None else _status(value)
    return None if found is Status.PLANNED else found


def _change_is_said(change: Localized | None, info: ValidationInfo) -> Localized | None:
    """The reason and the status are said together; where the status can't be read, that is told and no more."""
    if "status" not in info.data:
        return change
    status = info.data["status"] or Status.PLANNED
    if change is None and status is not Status.PLANNED:
        raise refuse("change_unsaid", status=status.value)
    if change is not None and status is Status.PLANNED:
        raise refuse("change_unstated")
    return change


_SCHEMA = WithJsonSchema({"enum": list(Status)})
StatusField = Annotated[Status, PlainValidator(_status), _SCHEMA]
News = Annotated[Status | None, PlainValidator(_news), _SCHEMA]
"""A status of which nothing is kept while all is as planned: what was printed and given away before there was such a
field stays word for word as it was."""
Change = Annotated[
    Line | None,
    AfterValidator(_change_is_said),
    Field(validate_default=True, description="改了什么 · what changed"),
]
"""What changed; it needs a field `status` before it."""


class Stated(Protocol):
    """A record that says where it stands."""

    @property
    def status(self) -> Status | None:
        """Where it stands; None while all is as planned."""

    @property
    def change(self) -> Localized | None:
        """What changed, and why."""

    @property
    def changed_on(self) -> Day | None:
        """The day it was told on."""


def state(record: Stated) -> State:
    """Where a record stands, as channels tell it."""
    status = record.status or Status.PLANNED
    return State(word=status.value, holds=status.holds, change=record.change, since=record.changed_on)


def badge(state: State, words: Words, *, short: bool = False) -> str:
    """What stands beside a record's name wherever it is named: nothing where all is as planned."""
    return "" if state.planned else Status(state.word).said(words, short=short)
