"""Enclosures: files that go with a message, a module for each sort, none knowing another.

A module here declares `MAKER`; what it makes is planned with its message, kept in the cache, listed with it and packed
for its sender.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from campaign.core.artifact import Source

if TYPE_CHECKING:
    from campaign.channels import Commission
    from campaign.channels.messages.job import Composed
    from campaign.workshop.making import Craft

FOLDER = "staff/messages/files/"
"""Where enclosed files are, from the site's root: a folder a message, in it one a language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One file of an enclosure. name: in ASCII, as people save it; role: what it is for, `article`, `cover`, `picture`,
    `film`, `document`, `aid` for what a page beside it needs; alt: what it shows, in words, empty for what is no
    picture.
    """

    name: str
    role: str
    alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnclosureJob:
    """Files to be made for one message in one language. data: JSON-able, all that they depend on; parts: the files, in
    the order they are used in; source: the message, where problems are told.
    """

    message: str
    language: str
    parts: tuple[Part, ...]
    data: Mapping[str, Any] = field(default_factory=dict)
    source: Source

    @property
    def folder(self) -> str:
        """Where its files are, from the site's root."""
        return f"{FOLDER}{self.message}/{self.language}/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosed:
    """A finished file that goes with a message: its path from the site's root, its weight; else as `Part`."""

    path: str
    role: str
    alt: str
    size_bytes: int


@dataclass(frozen=True, kw_only=True)
class Maker:
    """A sort of enclosure.

    jobs: those of one message, none where its channel needs none; pure and quick; craft: makes, by their names, the
    files of each job; called, so that what it draws with is imported when something is to be drawn.
    """

    jobs: Callable[[Commission, Composed], Iterable[EnclosureJob]]
    craft: Callable[[], Craft[EnclosureJob]]


@cache
def makers() -> dict[str, Maker]:
    """Every sort of enclosure by the name of its module."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    declared = {name: getattr(import_module(f"{__name__}.{name}"), "MAKER", None) for name in names}
    return {name: maker for name, maker in declared.items() if isinstance(maker, Maker)}
