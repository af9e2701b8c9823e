"""The kinds of place that the campaign goes into."""

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
    net,
    waves,
    whorl,
)
from campaign.workshop.art.vignettes.outlines import even, row

COMMUNITY: Picture = (
    box("teal", 7, 10, 36, 75),
    *(box("paper", x, y, 8, 9, corner=1) for x, y in [(13, 19), (29, 19), (13, 35), (29, 51), (13, 51)]),
    *inlaid(box("ochre", 29, 35, 8, 9, corner=1)),
    box("paper", 20, 68, 10, 17, corner=1),
    cut("red", "M46 57L68.5 33L91 57z", apart=True),
    waves("paper", 57.5, 51, 22, count=2, height=4, weight=FINE),
    box("ochre", 51, 60, 34, 25),
    *inlaid(box("ink", 63, 68, 10, 17, corner=1)),
    line("ink", "M6 88H90", 5),
)

ENTERPRISE: Picture = (
    cut("red", "M7 84V46L26 31V46L45 31V46L64 31V84z"),
    *(box("paper", x, 53, 9, 9, corner=1) for x in (14, 33, 51)),
    net("paper", 7, 68, 57, 10, across=6, down=1, weight=2.6),
    cut("ink", "M69 84L72 8H83L87 84z"),
    line("paper", "M68 20H90M68 29H90", FINE, width=even),
    line("ink", "M6 88H90", 5),
)

SCHOOL: Picture = (
    line("ink", "M37 22C36 6 60 6 59 22", BOLD),
    cut("teal", "M20 54C10 54 6 60 6 68V76C6 82 10 84 20 84z"),
    cut("teal", "M76 54C86 54 90 60 90 68V76C90 82 86 84 76 84z"),
    cut("red", "M21 90C16 90 15 87 15 82V42C15 25 26 18 48 18S81 25 81 42V82C81 87 80 90 75 90z", apart=True),
    line("paper", "M15 47C31 54 65 54 81 47", FINE, width=even),
    dots("paper", [(26, 36), (37, 33), (48, 32), (59, 33), (70, 36)], 2.4),
    box("ochre", 27, 61, 42, 22, corner=5, apart=True),
    waves("paper", 33, 72, 30, count=2, height=6, weight=FINE),
    box("ink", 42, 45, 12, 13, corner=3, apart=True),
)

GOVERNMENT: Picture = (
    cut("red", "M5 35L48 8L91 35z"),
    whorl("paper", 48, 26, 8, turns=1.2, first=90),
    box("ink", 10, 39, 76, 9),
    dots("paper", row((18, 43.5), (78, 43.5), 7), 2),
    *(box("ochre", x, 51, 10, 24, corner=1) for x in (13, 28, 58, 73)),
    box("teal", 42, 55, 12, 20, corner=1),
    box("ink", 13, 78, 70, 5),
    box("ink", 6, 85, 84, 5),
)

INTERNET: Picture = (
    box("ink", 26, 5, 44, 86, corner=9),
    box("paper", 31, 14, 34, 63, corner=2),
    disc("paper", 48, 84, 3),
    cut("red", "M38 24L61 38L38 52z", corner=3),
    dots("teal", [(39, 62), (48, 62), (57, 62)], 2.6),
    dots("ochre", [(39, 69.5), (48, 69.5)], 2.6),
    line(
        "teal", "M77 30C83 38 83 50 77 58M84 21C93 35 93 53 84 67M19 30C13 38 13 50 19 58M12 21C3 35 3 53 12 67", LINE
    ),
)


def _awning() -> Picture:
    """Strips of cloth, each ending in a round flap."""
    strips = []
    for n in range(5):
        x = 7.3 + 16.6 * n
        strips.append(cut("red" if n % 2 == 0 else "ochre", f"M{x:g} 14h15V35a7.5 7.5 0 0 1-15 0z"))
    return tuple(strips)


MARKET: Picture = (
    line("ink", "M14 38V88M82 38V88", LINE),
    line("ink", "M9 9H87", 5),
    *_awning(),
    dots("ochre", [(28, 57), (39, 57), (33.5, 48)], 5),
    dots("red", [(55, 56), (68, 56)], 6),
    box("teal", 7, 64, 82, 20),
    net("paper", 7, 69, 82, 10, across=7, down=1, weight=2.8),
)

PICTURES: Mapping[str, Picture] = {
    "community": COMMUNITY,
    "enterprise": ENTERPRISE,
    "school": SCHOOL,
    "government": GOVERNMENT,
    "internet": INTERNET,
    "market": MARKET,
}
