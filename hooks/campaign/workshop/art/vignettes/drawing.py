"""Drawing: a vignette as SVG in the colours of its ground, or in one colour with the ground showing through."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from campaign.workshop.art.paths import written
from campaign.workshop.art.vignettes.brush import FIELD, GAP, Picture, Role

SCALE = 10
"""Path data is in tenths of a unit, so that it is written in whole figures."""
SIDE = FIELD * SCALE


@dataclass(frozen=True, slots=True)
class Layer:
    """A role, the path data it fills, and how wide its outline is cleared to the ground, in the data's units.

    alone: its role where there is only one colour, `ink` for that and `paper` for the ground.
    """

    role: Role
    data: str
    cleared: float
    alone: Role


def layers(picture: Picture) -> Iterator[Layer]:
    """The picture's layers from the back to the front: what SVG, Typst and frames fill alike."""
    for piece in picture:
        alone: Role = "paper" if piece.role == "paper" or piece.inlaid else "ink"
        yield Layer(piece.role, written(piece.outlines, scale=SCALE), 2 * GAP * SCALE if piece.apart else 0.0, alone)


def svg(picture: Picture, inks: Mapping[str, str]) -> str:
    """A whole SVG document. inks: the colour of each role as #RRGGBB; `paper` is that of the ground."""
    drawn = "".join(_path(layer, inks[layer.role], inks["paper"]) for layer in layers(picture))
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}">{drawn}</svg>'


def one_colour(picture: Picture, colour: str) -> str:
    """A whole SVG document in one colour; what is paper is left out, so that any ground shows through."""
    drawn = "".join(_path(layer, "#fff" if layer.alone == "ink" else "#000", "#000") for layer in layers(picture))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}"><mask id="m">{drawn}</mask>'
        f'<path fill="{colour}" mask="url(#m)" d="M0 0h{SIDE}v{SIDE}H0z"/></svg>'
    )


def _path(layer: Layer, fill: str, ground: str) -> str:
    gap = f' stroke="{ground}" stroke-width="{layer.cleared:g}" paint-order="stroke"' if layer.cleared else ""
    return f'<path fill="{fill}"{gap} d="{layer.data}"/>'
