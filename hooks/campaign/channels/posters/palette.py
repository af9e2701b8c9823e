"""Colours by role for one print: on screens' sRGB, in the press's inks, or in black alone."""

from __future__ import annotations

from collections.abc import Mapping

from campaign.workshop.art import schemes
from campaign.workshop.art.tokens import mix, tokens
from campaign.workshop.art.vignettes.drawing import inks as art_inks
from campaign.workshop.press.condition import CONDITION

Ink = list[float]
"""One figure is grey in percent of white, three are sRGB in 0..255, four are CMYK in percent."""

PRESS = {
    "#1D1B1A": [0, 0, 0, 100],
    "#FFFFFF": [0, 0, 0, 0],
    "#FBF7F0": [1, 3, 7, 0],
    "#B3261E": [18, 96, 100, 9],
    "#8E1B15": [26, 100, 100, 28],
    "#D98E32": [10, 50, 90, 2],
    "#1F6F78": [85, 35, 42, 16],
    "#2B2058": [96, 100, 28, 18],
}
"""The inks of the tokens as printers mix them (a preset, not a profile); other colours are reckoned."""


def roles(scheme: str, *, tint: str = "") -> Mapping[str, str]:
    """The colours of a scheme by role as #RRGGBB.

    scheme: as `schemes.scheme` has it, `tint` included. A vignette stands on the `field`, in the `art-`
    roles; `shade` is a panel on a sheet that is paper itself.
    """
    colours = tokens().colours
    ink, paper, white = colours["ink"], colours["paper"], colours["white"]
    art = {f"art-{role}": colour for role, colour in art_inks("paper").items() if role != "paper"}
    common = {"panel": paper, "on-panel": ink, "paper-white": white, "black": ink, **art}
    common |= {"field": paper, "shade": colours["clay"]}
    drawn = schemes.scheme(scheme, tint=tint)
    picked = {name: getattr(drawn, name) for name in ("ground", "stroke", "ring", "eye", "accent")}
    tones = {
        "quiet": mix(drawn.ground, drawn.text, 0.11),
        "mark": mix(drawn.ground, drawn.text, 0.3),
        "panel-mark": mix(paper, ink, 0.16),
    }
    return {**common, **picked, "on-ground": drawn.text, **tones}


LOW_INK = {
    "ground": 100.0,
    "panel": 100.0,
    "paper-white": 100.0,
    "stroke": 25.0,
    "ring": 55.0,
    "eye": 55.0,
    "quiet": 86.0,
    "mark": 78.0,
    "panel-mark": 84.0,
    "zone": 96.0,
    "stand": 100.0,
    "field": 100.0,
    "shade": 100.0,
    "art-red": 40.0,
    "art-teal": 40.0,
    "art-ochre": 74.0,
}
"""White ground and black alone, in percent of white; roles that aren't here are black."""


def inks(colours: Mapping[str, str], *, finish: str, ink: str) -> dict[str, Ink]:
    """Each role as the figures the template draws with."""
    if ink == "low-ink":
        greys = {role: LOW_INK.get(role, 0.0) for role in colours}
        return {role: [0, 0, 0, 100 - grey] if finish == "press" else [grey] for role, grey in greys.items()}
    if finish == "press":
        return {role: press_inks(colour) for role, colour in colours.items()}
    return {role: [0.0] if role == "black" else _rgb(colour) for role, colour in colours.items()}


def press_inks(colour: str) -> Ink:
    """#RRGGBB as CMYK in percent: the preset, else grey replaced by black as far as the three inks share it.

    Never more together than the output condition takes: what is too much is left out of the three inks alike.
    """
    if colour in PRESS:
        return [float(part) for part in PRESS[colour]]
    cyan, magenta, yellow = (1 - part / 255 for part in _rgb(colour))
    black = max(0.0, min(cyan, magenta, yellow) - 0.1)
    parts = [(part - black) / (1 - black) for part in (cyan, magenta, yellow)]
    room = min(1.0, (CONDITION.most_ink - black) / (sum(parts) or 1))
    return [round(100 * part, 1) for part in (*(part * room for part in parts), black)]


def _rgb(colour: str) -> Ink:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
