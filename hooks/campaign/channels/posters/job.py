"""A poster to be made, as a value; and a poster that was made, as pages show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from campaign.channels.posters.impose import Tiling
from campaign.core.artifact import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The paper of one print, in mm. slug: what the page adds around the trim for bleed and marks."""

    width_mm: float
    height_mm: float
    bleed_mm: float = 0.0
    slug_mm: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PosterJob:
    """One print: everything it is made from, and what it must carry.

    path: from the site's root, without `.pdf`; template: below templates/posters; data: JSON for the template, the
    symbols' drawings left out; payloads: for each page what its symbols say (tiles count as the one page they make);
    language: `zh-en`, `zh` ...; sources: every record on it; address_key: where in campaign.yml its address stands.
    paper, finished: the sheets it is printed on and comes to be (cards are cut, tiles glued); made_by: `shop` or
    `office`; copies: ordered for the office or for its county, and county_copies for each county besides.
    """

    path: str
    template: str
    data: Mapping[str, Any]
    payloads: tuple[tuple[str, ...], ...]
    least_module_mm: float
    shape: Shape
    source: Source
    sheet: str
    finish: str
    ink: str
    language: str
    title: str
    sources: tuple[Source, ...] = ()
    county: str = ""
    sample: bool = False
    outlined: bool = False
    form: str = "poster"
    tiling: Tiling | None = None
    address_key: str = "site_address"
    paper: str = ""
    finished: str = ""
    made_by: str = "office"
    copies: int = 0
    county_copies: int = 0

    @property
    def serial(self) -> str:
        """The number printed on it; empty where each of several cards has its own."""
        return "" if len(self.sources) > 1 else str(self.data["serial"])

    @property
    def pages(self) -> int:
        """How many sheets of paper one copy takes."""
        return len(self.tiling.windows) if self.tiling else len(self.payloads)


@dataclass(frozen=True, slots=True, kw_only=True)
class PosterFile:
    """One finished print for a gallery: where it is from the site's root, and what to say of it.

    width_mm, height_mm: the trimmed sheet; form: `poster`, `tiles` (the same on small sheets) or `outlined` (an SVG,
    its text as outlines); sources: every record on it, several on a sheet of cards; county: its id, or empty.
    """

    path: str
    preview: str
    source: Source
    sheet: str
    finish: str
    made_by: str
    ink: str
    language: str
    title: str
    width_mm: float
    height_mm: float
    size_bytes: int
    sha256: str
    sources: tuple[Source, ...] = ()
    pages: int = 1
    form: str = "poster"
    county: str = ""
    sample: bool = False
