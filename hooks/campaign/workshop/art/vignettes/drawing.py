"""Drawing: a vignette as SVG in the colours of its ground, in those of a page's own style, or in one colour alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from campaign.workshop.art.paths import written
from campaign.workshop.art.tokens import tokens
from campaign.workshop.art.vignettes.brush import FIELD, GAP, Picture, Role

SCALE = 10
"""Path data is in tenths of a unit, so that it is written in whole figures."""
SIDE = FIELD * SCALE
CLEARED = round(2 * GAP * SCALE)
"""How wide the outline of a piece that lies apart is cleared to the ground, in the data's units."""
HEAD = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}">'
Inks = Mapping[Role, str]
"""The colour of each role as #RRGGBB; `paper` is that of the ground."""
GROUNDS = ("paper", "red", "night")


@dataclass(frozen=True, slots=True)
class Layer:
    """What SVG, Typst and frames fill alike: a role, its path data, whether its outline is cleared to the ground first.

    alone: its role where there is only one colour, `ink` for that and `paper` for the ground.
    """

    role: Role
    data: str
    apart: bool
    alone: Role


def layers(picture: Picture) -> Iterator[Layer]:
    """The picture's layers from the back to the front."""
    for piece in picture:
        alone: Role = "paper" if piece.role == "paper" or piece.inlaid else "ink"
        yield Layer(piece.role, written(piece.outlines, scale=SCALE), piece.apart, alone)


def inks(ground: str = "paper") -> Inks:
    """The inks on a ground: paper, red, or the night of a dark screen."""
    look = tokens()
    light, dark = look.colours, {**look.colours, **look.dark}
    picked = {
        "paper": (light["ink"], light["art-red"], light["ochre"], light["art-teal"], light["paper"]),
        "red": (light["cream"], light["cream"], dark["ochre-deep"], light["mist"], light["red"]),
        "night": (light["cream"], dark["art-red"], light["ochre"], dark["art-teal"], light["night"]),
    }
    roles: tuple[Role, ...] = ("ink", "red", "ochre", "teal", "paper")
    return MappingProxyType(dict(zip(roles, picked[ground], strict=True)))


def svg(picture: Picture, colours: Inks) -> str:
    """A whole SVG document in the inks of a ground."""
    return HEAD + filled(picture, colours) + "</svg>"


def filled(picture: Picture, colours: Inks) -> str:
    """The picture's paths in the inks of a ground, for a document that has more in it."""
    return "".join(_path(one, colours[one.role], colours["paper"]) for one in layers(picture))


def one_colour(picture: Picture, colour: str, *, mask: str = "m") -> str:
    """A whole SVG document in one colour; what is paper is left out, so that any ground shows through.

    mask: the id of its mask, which only one picture of a page may have.
    """
    shown = "".join(_path(one, "#fff" if one.alone == "ink" else "#000", "#000") for one in layers(picture))
    drawn = f'<path fill="{colour}" mask="url(#{mask})" d="M0 0h{SIDE}v{SIDE}H0z"/>'
    return f'{HEAD}<mask id="{mask}">{shown}</mask>{drawn}</svg>'


def in_page(picture: Picture) -> str:
    """The picture's paths for a page whose style colours them: a class for each role, and `v-apart`."""
    return "".join(
        f'<path class="v-{one.role}{" v-apart" if one.apart else ""}" d="{one.data}"/>' for one in layers(picture)
    )


def _path(layer: Layer, fill: str, ground: str) -> str:
    gap = f' stroke="{ground}" stroke-width="{CLEARED}" paint-order="stroke"' if layer.apart else ""
    return f'<path fill="{fill}"{gap} d="{layer.data}"/>'
