"""Things and crafts of the place."""

from __future__ import annotations

from collections.abc import Mapping

from campaign.workshop.art.vignettes.brush import (
    BOLD,
    FINE,
    LINE,
    Picture,
    box,
    cut,
    disc,
    dots,
    inlaid,
    line,
    moved,
    ring,
    ring_of,
    scallop,
    whorl,
)
from campaign.workshop.art.vignettes.outlines import drawn_out, even, row

POT: Picture = (
    cut("ochre", "M33 6H63L59 23C77 26 89 37 89 52C89 69 73 81 64 90H32C23 81 7 69 7 52C7 37 19 26 37 23z"),
    *inlaid(
        line("ink", "M36 13H60", FINE, width=even),
        line("ink", "M37 24C43 25.5 53 25.5 59 24", 3.4, width=even),
        whorl("ink", 48, 48, 18, 4.4, turns=1.9, first=180),
        whorl("ink", 19, 47, 8, 3.2, turns=1.2, first=0),
        whorl("ink", 77, 47, 8, 3.2, turns=1.2, first=180),
        line("red", "M14 67C31 76 65 76 82 67", 5),
    ),
)

LEAF = "M0 0C-4-8-14-10-18-20C-10-20-6-18-3-14C-4-22-2-28 4-32C9-26 9-20 6-13C10-16 14-18 21-17C17-8 8-6 0 0z"
"""A peony's leaf with its three lobes; its stalk ends at the origin."""

PEONY: Picture = (
    line("teal", "M47 58C48 70 47 80 45 88.5", BOLD),
    *moved([cut("teal", LEAF)], by=(45, 82), turn=-66, scale=0.86),
    *moved([cut("teal", LEAF)], by=(47, 82), turn=64, scale=0.86),
    scallop("red", 48, 36, 25, 7, bump=13, apart=True),
    scallop("red", 48, 34, 17, 6, bump=10, first=-60, apart=True),
    scallop("red", 48, 33, 9.5, 5, bump=6.5, first=-90, apart=True),
    *inlaid(dots("ochre", [(48, 33), *ring_of(48, 33, 5.8, 6)], 2.2)),
)

BRICK: Picture = (
    box("ink", 6, 6, 84, 84, corner=3),
    dots(
        "paper",
        [
            *row((12, 12), (84, 12), 9),
            *row((12, 84), (84, 84), 9),
            *row((12, 21), (12, 75), 7),
            *row((84, 21), (84, 75), 7),
        ],
        1.8,
    ),
    box("teal", 18, 18, 60, 60, corner=1, apart=True),
    *(
        piece
        for turn in (45, 135, 225, 315)
        for piece in moved(
            [cut("paper", LEAF, corner=0)],
            by=(48 + 13 * (1 if turn < 180 else -1), 48 + 13 * (-1 if turn in (45, 315) else 1)),
            turn=turn,
            scale=0.56,
        )
    ),
    scallop("paper", 48, 48, 17, 7, bump=9),
    scallop("teal", 48, 47, 11.5, 6, bump=7, first=-60),
    scallop("paper", 48, 47, 6.5, 5, bump=4.5),
)

LAMB: Picture = moved(
    (
        line("ink", "M34 66V88M46 68V88M63 68V88M75 66V88", BOLD),
        cut(
            "ochre",
            "M24 46A12 12 0 0 1 35 29A12 12 0 0 1 55 24A12 12 0 0 1 76 30A12 12 0 0 1 87 47"
            "A12 12 0 0 1 79 66A12 12 0 0 1 60 72A12 12 0 0 1 40 71A12 12 0 0 1 26 60z",
        ),
        whorl("paper", 50, 48, 12, 3.2, turns=1.5, first=20),
        whorl("paper", 74, 48, 8.5, turns=1.3, first=180),
        cut("ink", "M7 44C7 30 15 22 24 22C33 22 37 30 35 41C33 54 27 61 19 61C12 61 7 55 7 44z", apart=True),
        cut("ink", "M31 26C38 22 45 24 47 31C41 36 34 35 31 26z", apart=True),
        disc("paper", 18, 39, 2.5),
    ),
    by=(0, -4),
)

POTATO: Picture = (
    line("teal", "M48 44V18", LINE),
    cut("teal", "M48 20C41 16 40 9 48 4C56 9 55 16 48 20z"),
    cut("teal", "M46 30C38 32 26 28 20 16C34 12 44 18 46 30z"),
    cut("teal", "M50 30C58 32 70 28 76 16C62 12 52 18 50 30z"),
    cut("teal", "M46 42C38 45 24 44 14 34C26 27 40 30 46 42z"),
    cut("teal", "M50 42C58 45 72 44 82 34C70 27 56 30 50 42z"),
    line("ink", "M6 48H90", 5),
    line("ink", "M48 50V62M44 50C40 54 32 56 27 60M52 50C56 54 64 55 69 58", FINE),
    cut("ochre", "M10 60C17 54 27 57 33 61C40 66 41 77 34 80C27 84 15 83 8 77C3 72 4 65 10 60z", apart=True),
    cut("ochre", "M60 59C68 54 80 56 88 61C93 66 92 77 85 80C77 84 65 82 58 77C53 72 54 63 60 59z", apart=True),
    cut("ochre", "M33 71C41 64 52 70 61 71C71 73 74 82 67 87C58 92 42 91 34 88C27 85 27 76 33 71z", apart=True),
    *inlaid(dots("ink", [(14, 67), (22, 74), (69, 65), (80, 70), (42, 78), (52, 84), (61, 79)], 2.2)),
)

KNIFE: Picture = (
    cut(
        "ink",
        "M6 57H68C76 57 83 55 90 51C88 62 81 67 67 69C62 71 60 75 62 79"
        "H72V90H24V79H35C38 75 34 70 28 69C17 67 8 66 6 57z",
    ),
    cut("red", "M14 50C22 42 36 38 52 37L63 36V50z", corner=1),
    box("ochre", 66, 37, 24, 11, corner=4),
    *inlaid(dots("ink", [(73, 42.5), (80, 42.5)], 2)),
    *moved([box("ochre", 0, -3.5, 34, 7, corner=2), box("ink", -18, -11, 19, 22, corner=3)], by=(42, 20), turn=24),
    line("ochre", "M14 36L8 30M22 31L20 23", 3.6, width=drawn_out),
)

EMBROIDERY: Picture = (
    ring("ochre", 42, 51, 35, 7),
    box("ink", 36, 5, 12, 9, corner=2, apart=True),
    line("teal", "M42 62C43 68 42 73 39 77", LINE),
    *moved([cut("teal", LEAF)], by=(41, 74), turn=-70, scale=0.62),
    *moved([cut("teal", LEAF)], by=(43, 72), turn=58, scale=0.62),
    scallop("red", 42, 46, 13, 6, bump=8),
    disc("paper", 42, 46, 5.5),
    line("ink", "M90 7L57 49", 4.4, width=drawn_out, apart=True),
    line("red", "M87 10C95 26 86 36 90 50C93 62 86 70 84 78", FINE),
)

PICTURES: Mapping[str, Picture] = {
    "painted-pot": POT,
    "peony": PEONY,
    "carved-brick": BRICK,
    "lamb": LAMB,
    "potato": POTATO,
    "knife-making": KNIFE,
    "embroidery": EMBROIDERY,
}
