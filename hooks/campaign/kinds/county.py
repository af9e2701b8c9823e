"""The counties that take part."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from campaign.kinds.fields import Count, Id, Line, Record, Sample, ref


class Tile(Record):
    """A county's square in the tile cartogram, from 1; a cartogram isn't a map."""

    column: Count
    row: Count


class County(Record):
    """A county or city that takes part."""

    kind: ClassVar[str] = "county"
    id: Id
    name: Line
    short_name: Line
    tile: Tile | None = None
    lead: Line | None = None
    contact: ref("contact") | None = None  # type: ignore[valid-type]
    sample: Sample = False


class CountiesFile(Record):
    """counties.yml."""

    name: Line
    lead: Line
    counties: tuple[County, ...] = Field(min_length=1)
