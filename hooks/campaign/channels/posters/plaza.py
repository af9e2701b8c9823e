"""The plaza on paper: the exhibition's ground plan as boxes of cells, with its words and its inks."""

from __future__ import annotations

from typing import Any

from campaign.channels.posters import palette
from campaign.channels.posters.words import words
from campaign.core.language import Localized
from campaign.kinds.exhibition import ExhibitionFile, Zone
from campaign.kinds.floor_plan import Area, free_band
from campaign.say.wording import Pair, Wording
from campaign.workshop.art import pictograms
from campaign.workshop.art.paths import flat_steps
from campaign.workshop.art.tokens import ground, mix, on, readable, tokens
from campaign.workshop.press.condition import DARK

PALE = 0.14
"""How much of a zone's tint is in its pale ground."""


def plaza_data(plaza: ExhibitionFile, wording: Wording, *, finish: str, ink: str) -> dict[str, Any]:
    """The plan as its template draws it: places in cells from the upper left, words in both languages, inks.

    A zone's name stands in the tallest band of rows that no booth, board or feature of the plan takes.
    """
    zones = {zone.id: _inks(zone, finish=finish, ink=ink) for zone in plaza.zones}
    boards = [(one.number, one.area) for one in plaza.boards if one.area]
    taken = [*(one.area for one in plaza.booths), *(area for _, area in boards), *(one.area for one in plaza.features)]
    return {
        "columns": plaza.grid.columns,
        "rows": plaza.grid.rows,
        "zones": [
            {
                "box": _box(zone.area),
                "band": _box(free_band(zone.area, taken)),
                "name": _said(zone.name, wording),
                "inks": zones[zone.id],
            }
            for zone in plaza.zones
        ],
        "booths": [{"box": _box(one.area), "number": one.number, "inks": zones[one.zone]} for one in plaza.booths],
        "boards": [{"box": _box(area), "number": number} for number, area in boards],
        "features": [
            {"box": _box(one.area), "name": _said(one.name, wording), "sign": sign(one.feature)}
            for one in plaza.features
        ],
        "legend": {"boards": _pair(wording.say(words, "poster_board"))},
    }


def sign(feature: str) -> dict[str, Any]:
    """The pictogram of a feature, as one open path."""
    paths = {"stroke": [flat_steps(pictograms.path(feature))]}
    return {"paths": paths, "field": pictograms.FIELD, "stroke": pictograms.STROKE}


def _box(area: Area) -> list[int]:
    """Left, top, width and height in cells."""
    return [area.column - 1, area.row - 1, area.columns, area.rows]


def _said(text: Localized, wording: Wording) -> dict[str, str | None]:
    return _pair(wording.both(text))


def _pair(both: Pair) -> dict[str, str | None]:
    return {"main": both[0], "support": both[1] if both[1] != both[0] else None}


def _inks(zone: Zone, *, finish: str, ink: str) -> dict[str, palette.Ink]:
    tint, paper = ground(zone.tint), tokens().colours["paper"]
    pale = mix(paper, tint, PALE)
    said = readable(tint, pale)
    if palette.press_inks(said)[3] >= 100 * DARK:  # a press would print it as black out of four inks
        said = tokens().colours["ink"]
    colours = {"zone": pale, "zone-text": said, "stand": tint, "on-stand": on(tint)}
    return palette.inks(colours, finish=finish, ink=ink)
