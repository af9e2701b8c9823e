"""What priorities are about: learning, growth, a plan and its results, goods that travel, the law."""

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
    line,
    waves,
    whorl,
)
from campaign.workshop.art.vignettes.outlines import drawn_out, row

LEARNING: Picture = (
    disc("ochre", 48, 39, 17),
    whorl("paper", 48, 39, 10.5, turns=1.4, first=90),
    line("red", "M48 16V5M32 20L24 9M64 20L72 9M22 32L9 25M74 32L87 25", BOLD, width=drawn_out),
    cut("teal", "M46.5 62C38 53 24 50 7 53V82C24 79 38 81 46.5 89z", apart=True),
    cut("teal", "M49.5 62C58 53 72 50 89 53V82C72 79 58 81 49.5 89z", apart=True),
    line(
        "paper",
        "M15 61C24 59 33 61 39 65M15 71C24 69 33 71 39 75M81 61C72 59 63 61 57 65M81 71C72 69 63 71 57 75",
        FINE,
    ),
)

GROWTH: Picture = (
    line("ink", "M48 83C47 74 48 66 48 42", 10),
    line("ink", "M48 74C42 67 36 63 30 58M49 70C54 63 60 61 67 56", BOLD),
    disc("teal", 25, 43, 18),
    disc("teal", 71, 43, 18),
    disc("teal", 48, 29, 23),
    whorl("paper", 25, 43, 11, turns=1.4, first=200),
    whorl("paper", 71, 43, 11, turns=1.4, first=340),
    whorl("paper", 48, 27, 13, turns=1.5, first=90),
    disc("red", 29, 22, 5.5, apart=True),
    disc("red", 67, 22, 5.5, apart=True),
    disc("red", 11, 59, 5.5, apart=True),
    disc("red", 85, 59, 5.5, apart=True),
    line("ink", "M22 88H74", LINE),
)

PLAN: Picture = (
    box("teal", 24, 14, 46, 66, corner=1),
    line("ink", "M16 12H78", 8),
    line("ink", "M16 84H78", 8),
    line("paper", "M30 31l4 4 8-9M30 47l4 4 8-9M30 63l4 4 8-9", 3.8),
    line("paper", "M50 32H63M50 48H63", 3.4),
    disc("red", 69, 66, 15, apart=True),
    whorl("paper", 69, 66, 10.5, 3.2, turns=1.4, first=30),
)

JOURNEY: Picture = (
    cut("red", "M50 6C72 15 85 34 86 56H50z"),
    cut("ochre", "M43 20C35 35 25 48 13 56H43z"),
    whorl("paper", 64, 39, 11.5, 3.2, turns=1.5, first=60),
    cut("ink", "M6 61H90C88 72 81 78 70 78H26C15 78 8 72 6 61z"),
    dots("paper", row((24, 69.5), (72, 69.5), 6), 2.5),
    waves("teal", 7.5, 86.2, 81, count=4, height=5.5, weight=5),
)

SCALES: Picture = (
    line("ink", "M48 20V76", 7),
    line("ink", "M13 30C28 23 38 22 48 22C58 22 68 23 83 30", 7),
    disc("ochre", 48, 13, 8, apart=True),
    line("ink", "M17 32L8 55M17 32L30 55M79 32L66 55M79 32L88 55", 3.2),
    cut("red", "M4.5 55H33.500C33 66 27 72 19 72S5 66 4.5 55z"),
    cut("red", "M62.5 55H91.500C91 66 85 72 77 72S63 66 62.5 55z"),
    cut("teal", "M28 75H74V90H28C19 90 19 75 28 75z", corner=2),
    line("paper", "M29 82.500H74", FINE),
)

PICTURES: Mapping[str, Picture] = {
    "learning": LEARNING,
    "growth": GROWTH,
    "plan": PLAN,
    "journey": JOURNEY,
    "scales": SCALES,
}
