"""What the zones of an exhibition show: how things work, quality, local goods, advice."""

from __future__ import annotations

from collections.abc import Mapping

from campaign.workshop.art.vignettes.brush import (
    BOLD,
    FINE,
    Picture,
    cut,
    disc,
    dots,
    gear,
    line,
    net,
    ring_of,
    scallop,
    waves,
    whorl,
)
from campaign.workshop.art.vignettes.outlines import even

GEARS: Picture = (
    gear("ochre", 37, 57, 33, 10, first=8, depth=8),
    disc("paper", 37, 57, 15),
    whorl("ink", 37, 57, 11, 3.8, turns=1.4, first=120),
    gear("teal", 74, 23, 19, 8, first=20),
    disc("paper", 74, 23, 6.5),
)

ROSETTE: Picture = (
    cut("teal", "M33 54L22 90L36 84L45 91L53 58z"),
    cut("teal", "M63 54L74 90L60 84L51 91L43 58z"),
    line("paper", "M48 62V90", FINE, width=even),
    scallop("red", 48, 36, 28, 14, bump=7, apart=True),
    dots("paper", ring_of(48, 36, 23.5, 20), 1.9),
    line("paper", "M37 37L45 45L60 28", 5.5),
)

BASKET: Picture = (
    line("ink", "M16 52C13-1 83-1 80 52", BOLD),
    disc("red", 31, 42, 12),
    disc("red", 65, 42, 12),
    disc("ochre", 48, 35, 13, apart=True),
    cut("teal", "M48 24C46 17 50 12 58 10C60 18 56 23 48 24z"),
    cut("ochre", "M11 59H85L76 90H20z", apart=True),
    net("paper", 22, 65, 52, 19, across=5, down=2, weight=2.8),
    line("ink", "M8 56H88", 7, apart=True),
)

BUBBLES: Picture = (
    cut("teal", "M14 6H60C66 6 68 9 68 14V44C68 50 65 52 60 52H34L20 68V52H14C9 52 6 50 6 44V14C6 9 9 6 14 6z"),
    line("paper", "M21 23C20 10 39 10 38.5 22C38 29 30 29 30 36", 5.5),
    disc("paper", 30, 44.5, 3.3),
    cut(
        "red",
        "M46 40H82C88 40 91 43 91 48V70C91 76 88 78 83 78V91L68 78H46C41 78 38 76 38 70V48C38 43 41 40 46 40z",
        apart=True,
    ),
    waves("paper", 46, 53, 37, count=2, height=8, weight=3.8),
    waves("paper", 46, 66, 37, count=2, height=8, weight=3.8),
)

PICTURES: Mapping[str, Picture] = {"gears": GEARS, "rosette": ROSETTE, "basket": BASKET, "advice": BUBBLES}
