"""What people do at the campaign: look closely, learn, ask, work."""

from __future__ import annotations

from collections.abc import Mapping

from campaign.workshop.art.vignettes.brush import (
    BOLD,
    FINE,
    LINE,
    Picture,
    Role,
    box,
    cut,
    disc,
    dots,
    gear,
    line,
    ring,
    waves,
    whorl,
)
from campaign.workshop.art.vignettes.outlines import even, row


def person(role: Role, x: float, y: float, foot: float, *, head: float = 7.5, half: float = 12.0) -> Picture:
    """A figure from the front: a head around x, y, and shoulders that fall to the foot line."""
    top = y + head + 2.2
    left, right, arm = x - half, x + half, top + 13
    shoulders = f"C{left} {top + 3} {x - 7} {top} {x} {top}S{right} {top + 3} {right} {arm}"
    return (cut(role, f"M{left} {foot}V{arm}{shoulders}V{foot}z", apart=True), disc("ink", x, y, head, apart=True))


CHECKING: Picture = (
    *person("red", 70, 17, 66, head=9.5, half=18),
    box("ochre", 5, 22, 38, 44),
    line("paper", "M24 22V31M5 31H43", FINE, width=even),
    line("red", "M67 44C64 55 59 57 52 57", 8, apart=True),
    disc("paper", 35, 48, 17.5, apart=True),
    ring("ink", 35, 48, 15, 5.5),
    whorl("red", 35, 48, 9.5, 3.2, turns=1.5),
    box("teal", 5, 70, 86, 19),
    dots("paper", row((14, 79.5), (82, 79.5), 7), 2.8),
)

CLASS: Picture = (
    box("ink", 5, 6, 58, 43, corner=2),
    whorl("paper", 28, 28, 14, 3.6, turns=1.7, first=30),
    *person("red", 78, 17, 62, head=8, half=13),
    line("red", "M72 40C64 38 58 34 51 29", 6.5, apart=True),
    *person("teal", 20, 62, 91, head=8, half=14),
    *person("ochre", 48, 62, 91, head=8, half=14),
    *person("teal", 76, 62, 91, head=8, half=14),
)

COUNTER: Picture = (
    *person("teal", 71, 32, 66, head=8.5, half=14),
    box("ochre", 45, 61, 46, 28, apart=True),
    waves("paper", 50, 75, 36, count=3, height=8, weight=3.4),
    *person("red", 21, 36, 89, head=9, half=15),
    line("red", "M25 62C33 67 42 65 50 57", 7.5, apart=True),
    cut("ink", "M32 5H54C58 5 60 7 60 11V22C60 26 58 28 54 28H42L34 35V28H32C28 28 26 26 26 22V11C26 7 28 5 32 5z"),
    line("paper", "M38.5 13C38.5 7 48 8 47 13.500C46 17 43 17 43 20", 3.2),
    disc("paper", 43, 24.3, 1.9),
)

WORKSHOP: Picture = (
    line("ink", "M29 6V12", LINE),
    cut("ochre", "M23 11H35L46 26H12z"),
    *person("teal", 69, 25, 64, head=9, half=17),
    gear("red", 28, 47, 17, 8, first=22, depth=5.5),
    disc("paper", 28, 47, 6),
    line("teal", "M63 52C58 58 52 56 46 50", 7.5, apart=True),
    line("ink", "M7 68H89", 7),
    line("ink", "M15 70V89M81 70V89", BOLD),
    line("ink", "M15 80H81", FINE),
)

PICTURES: Mapping[str, Picture] = {"checking": CHECKING, "class": CLASS, "counter": COUNTER, "workshop": WORKSHOP}
