"""The page a preview shows while the data has problems: every one of them, and a reload as soon as they are mended."""

from __future__ import annotations

from collections.abc import Sequence

from campaign.pages.press import template
from campaign.problems import Problem, visible


def problem_page(problems: Sequence[Problem]) -> str:
    """One complete HTML page in Chinese and English that needs no other file."""
    return template("problems.j2.html").render(problems=[(problem, *_around(problem)) for problem in problems])


def _around(problem: Problem) -> tuple[str, str, str]:
    """The source line before, at and after what is wrong, its invisible characters shown."""
    start = max(0, problem.place.column - 1)
    end = start + max(1, problem.width)
    return visible(problem.source[:start]), visible(problem.source[start:end]) or "·", visible(problem.source[end:])
