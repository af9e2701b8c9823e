"""The kinds of right."""

from __future__ import annotations

from collections.abc import Mapping

from campaign.workshop.art.vignettes.brush import (
    BOLD,
    FINE,
    Picture,
    box,
    cut,
    disc,
    dots,
    inlaid,
    line,
    moved,
    ring,
    whorl,
)
from campaign.workshop.art.vignettes.outlines import drawn_out, even, row

TRADE_MARK: Picture = (
    cut("red", "M8 15C8 10 10 8 15 8H42L88 55C91 58 91 60 88 63L63 88C60 91 58 91 55 88L8 42z", corner=3),
    disc("paper", 23, 23, 6.5),
    ring("paper", 53, 53, 19, 3.6),
    line("paper", "M47 64V43H54C64 43 64 55 54 55H48M54.5 55L62 64", 4),
)

PATENT: Picture = (
    cut("ochre", "M39 69C39 60 23 55 23 35A25 25 0 0 1 73 35C73 55 57 60 57 69z"),
    *inlaid(whorl("ink", 48, 35, 16, 4.2, turns=1.6, first=90)),
    line("ink", "M38 76.500H58", BOLD),
    line("ink", "M42 86H54", BOLD),
    line("red", "M15 35H4M81 35H92M20 12L12 5M76 12L84 5M22 58L14 65M74 58L82 65", 5, width=drawn_out),
)

COPYRIGHT: Picture = (
    ring("red", 46, 50, 37, 7),
    line("ink", "M58 37.500A17 17 0 1 0 58 62.5", 8.5),
    cut("ochre", "M84 4L92 12L66 46L57 38z", apart=True),
    cut("ink", "M55 41L64 49C62 57 57 61 48 62C50 57 48 48 55 41z", apart=True),
)

GRAIN = "M1.6 0C3-8 8-11 14-10C14-3 9 1 1.6 0z"
"""A grain to the right of an ear's stalk, which runs through the origin."""
MIRRORED = "M-1.6 0C-3-8-8-11-14-10C-14-3-9 1-1.6 0z"

INDICATION: Picture = (
    cut("teal", "M48 92C32 70 16 56 16 36A32 32 0 0 1 80 36C80 56 64 70 48 92z"),
    disc("paper", 48, 36, 24),
    line("ochre", "M48 57V26", FINE, width=even),
    *(piece for y in (54, 43, 32) for side in (GRAIN, MIRRORED) for piece in moved([cut("ochre", side)], by=(48, y))),
    cut("ochre", "M48 26C43 22 43 17 48 13C53 17 53 22 48 26z"),
)

SECRET: Picture = (
    line("ink", "M30 46V28A18 18 0 0 1 66 28V46", 9),
    box("red", 15, 43, 66, 47, corner=7, apart=True),
    disc("paper", 48, 61, 8),
    cut("paper", "M45 64H51L55 80H41z"),
    dots("paper", [*row((24, 52), (24, 81), 4), *row((72, 52), (72, 81), 4)], 2.3),
)

PICTURES: Mapping[str, Picture] = {
    "trade-mark": TRADE_MARK,
    "patent": PATENT,
    "copyright": COPYRIGHT,
    "geographical-indication": INDICATION,
    "trade-secret": SECRET,
}
