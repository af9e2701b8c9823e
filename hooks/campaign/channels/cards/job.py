"""A picture to be made, as a value; and a picture that was made, as pages show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from campaign.core.artifact import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureJob:
    """One picture: everything it is made from.

    path: from the site's root; template: below templates/cards; data: JSON for the template, the drawings left out;
    colours: the shades it may have, as #RRGGBB, none where something shows through it; language: whose it is; page:
    the path of the page it belongs to, from that language's root; alt: what it shows, in words; title: its name in
    lists; kind: `card` to be shared, `programme` or `kit` to be saved; about: the day or county of a programme, the
    form of one of the kit; source: the record problems are told at.
    """

    path: str
    template: str
    data: Mapping[str, Any]
    colours: tuple[str, ...]
    language: str
    page: str
    alt: str
    source: Source
    title: str = ""
    kind: str = "card"
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFile:
    """One finished picture: where it is from the site's root, its size in pixels, and what to say of it.

    The other fields are as for `PictureJob`.
    """

    path: str
    language: str
    page: str
    alt: str
    title: str
    kind: str
    about: str
    width_px: int
    height_px: int
    size_bytes: int
    source: Source
