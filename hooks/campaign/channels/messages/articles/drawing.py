"""The pictures of an article: its head, the vignettes of its events, the code; opaque, so that dark mode keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from campaign.channels.messages.articles.shown import CODE, HERO
from campaign.workshop.art import whorl
from campaign.workshop.art.tokens import mix, tokens
from campaign.workshop.art.vignettes import VIGNETTES
from campaign.workshop.art.vignettes.drawing import inks, svg
from campaign.workshop.faults import ProofError
from campaign.workshop.pictures import grey, in_colours
from campaign.workshop.pictures.png import size_px
from campaign.workshop.qr import SCREEN_VERSION, Pixels, png, prove, symbol
from campaign.workshop.typeset import typeset

TEMPLATE = "channels/messages/articles/templates/head.typ"
TILE = "channels/messages/articles/templates/tile.typ"
HEAD_PX = (1080, 400)
TILE_PX = 240
MODULE_PX = 12
STEPS = 6
"""Shades of an edge between two colours."""
LINES = whorl.Whorl(lines=3, weight=34, seeds=7)
"""The whorl in fewer, broader strokes, as share cards have it."""


def drawn(key: str, data: Mapping[str, Any]) -> bytes:
    """One picture as PNG. key: `hero`, `code` or a vignette's name; ProofError for a code that can't be read back."""
    if key == HERO:
        return _head(data["vignette"], changed=bool(data["mark"]))
    if key == CODE:
        return _code(data["payload"])
    return _tile(key)


def _head(vignette: str, *, changed: bool) -> bytes:
    """The picture at the head: the whorl over the whole width, the subject's vignette in its eye."""
    ground = "night" if changed else "red"
    look = tokens().colours
    colours = inks("paper")
    base = look[ground]
    stroke = mix(base, look["ochre"], 0.3) if changed else look["red-deep"]
    drawings = {"whorl.svg": whorl.svg(LINES, stroke=stroke, eye=stroke)}
    mark = (
        svg(VIGNETTES[vignette], colours) if vignette else whorl.svg(whorl.SEAL, stroke=look["red"], eye=look["ochre"])
    )
    drawings["mark.svg"] = mark
    data = {"ground": base, "paper": colours["paper"], "rim": look["ochre"], "width": HEAD_PX[0], "height": HEAD_PX[1]}
    made = typeset(TEMPLATE, data, drawings=drawings, form="png")[0]
    return in_colours(made, _shades([base, colours["paper"], stroke, look["ochre"], *colours.values()], base))


def _tile(vignette: str) -> bytes:
    colours = inks("paper")
    data = {"ground": colours["paper"], "side": TILE_PX}
    made = typeset(TILE, data, drawings={"mark.svg": svg(VIGNETTES[vignette], colours)}, form="png")[0]
    return in_colours(made, _shades([*colours.values()], colours["paper"]))


def _shades(colours: list[str], ground: str) -> list[str]:
    """The colours, and what lies between each and its grounds where an edge is smooth."""
    paper = inks("paper")["paper"]
    found = dict.fromkeys(colours)
    for colour in dict.fromkeys(colours):
        for under in dict.fromkeys((ground, paper)):
            found |= dict.fromkeys(mix(under, colour, step / STEPS) for step in range(1, STEPS))
    return list(found)


def _code(payload: str) -> bytes:
    """The printed address as a symbol that a long press reads."""
    meant = symbol(payload, largest_version=SCREEN_VERSION)
    made = png(meant, module_px=MODULE_PX)
    faults = prove(Pixels(*size_px(made), grey(made)), [meant])
    if faults:
        raise ProofError("code.png", [str(fault) for fault in faults])
    return made
