"""What is enclosed, as values: what is to be made, and what was made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from campaign.core.artifact import Source

FOLDER = "staff/messages/files/"
"""Where enclosed files are, from the site's root: a folder a message, in it one a language."""


ROLES = ("article", "cover", "picture", "film", "document")
"""What an enclosed file is for, as people are told; `aid` is what a page beside it needs, and nobody's concern."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One file of an enclosure. name: in ASCII, as people save it; role: one of `ROLES`, or `aid`; alt: what it shows,
    in words, empty for what is no picture.
    """

    name: str
    role: str
    alt: str = ""


class Told(Protocol):
    """A message, of which an enclosure knows whose it is."""

    @property
    def id(self) -> str:
        """As the plan has it."""

    @property
    def language(self) -> str:
        """Its language."""

    @property
    def source(self) -> Source:
        """Where problems are told."""


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

    @classmethod
    def of(cls, message: Told, parts: Iterable[Part], data: Mapping[str, Any]) -> EnclosureJob:
        """Files of a message."""
        return cls(message=message.id, language=message.language, parts=tuple(parts), data=data, source=message.source)

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
