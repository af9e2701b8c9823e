"""A photo as pages show it: one of its sizes, by the path of its file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rendition:
    """One size of a picture: its path from the site's root, its width and height in pixels."""

    path: str
    width: int
    height: int
