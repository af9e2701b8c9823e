"""What a preview shows while the data has mistakes: every problem, in the page the author is looking at."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from campaign.channels.site.templating import template
from campaign.core.problems import INVISIBLE, Problem


def problem_page(problems: Sequence[Problem]) -> str:
    """One complete HTML page in Chinese and English that needs no other file; it reloads until the data is mended."""
    return template("problems.j2.html").render(problems=[(problem, *_around(problem)) for problem in problems])


def _around(problem: Problem) -> tuple[str, str, str]:
    """The source line before, at and after what is wrong, its invisible characters shown."""
    start = max(0, problem.place.column - 1)
    end = start + max(1, problem.width)
    source = problem.source
    return _visible(source[:start]), _visible(source[start:end]) or "·", _visible(source[end:])


def _visible(text: str) -> str:
    return "".join(
        f"‹U+{ord(sign):04X}›" if sign != "\t" and unicodedata.category(sign) in INVISIBLE else sign for sign in text
    )
