"""A pack that was made, as pages show it: plain values, which no engine is needed to read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One file in a pack: its path in the site, and how many of it are ordered, 0 of a spare one."""

    path: str
    copies: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A ZIP of the site. path: from its root; who: whom it is for, `county`, `office`, `shop`, `booth`, `place_kind`,
    `everyone`, `media`, or `hand` for what is handed out; about: the id of the county or place kind;
    sample: it bears the mark.
    """

    path: str
    who: str
    about: str
    size_bytes: int
    held: tuple[Held, ...]
    sample: bool
