"""What an office declares about addresses that are already on paper: renamed, over, the same all the same, moved."""

from __future__ import annotations

from pydantic import Field

from campaign.kinds import registry
from campaign.kinds.fields import Id, Record, SiteAddress, Spelled, choice
from campaign.kinds.kind import DataFile, Kind, Page


def _addressed() -> list[str]:
    """What carries a printed address: kinds of record, then pages there is one of."""
    every: list[Kind | Page] = [*registry.kinds().values(), *registry.pages().values()]
    return [one.name for one in every if one.printed]


class _Addressed(Record):
    """A record that has a printed address."""

    kind: choice(_addressed, about="")  # type: ignore[valid-type]


class Renamed(_Addressed):
    """A printed record whose id was changed: the paper leads to the new one."""

    former: Id = Field(description="印出去时的编号 · the id it was printed with")
    now: Id = Field(description="现在的编号 · its id now")
    reason: Spelled


class Over(_Addressed):
    """A printed record that was taken out for good; the paper leads to a page that says so."""

    id: Id | None = None
    instead: Id | None = Field(None, description="改看哪一条（同一类） · what to see instead, of the same kind")


class Same(_Addressed):
    """A record that is what was printed though it doesn't look it: it was over and is back, or was written anew."""

    id: Id | None = None
    reason: Spelled


class Moved(Record):
    """The address on paper, the site's or its print address, was changed; the former host must send /q/ on."""

    former: SiteAddress
    now: SiteAddress
    reason: Spelled


class PermalinksFile(Record):
    """permalinks.yml: changes to what was printed, each said once.

    A release writes them into the ledger; from then on the lines do nothing and may stay or go. The same change made a
    second time is said with another reason.
    """

    renamed: tuple[Renamed, ...] = ()
    over: tuple[Over, ...] = ()
    same: tuple[Same, ...] = ()
    moved: tuple[Moved, ...] = ()


FILES = (DataFile(name="permalinks", place=13, model=PermalinksFile, public=False),)
