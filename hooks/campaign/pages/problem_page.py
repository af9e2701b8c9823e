"""What a preview shows while the data has mistakes: every problem, in the page the author is looking at."""

from __future__ import annotations

from collections.abc import Sequence

from campaign.pages.press import template
from campaign.problems import Problem, report


def problem_page(problems: Sequence[Problem]) -> str:
    """A whole HTML document with the same text as the console; it reloads itself until the mistakes are mended."""
    return template("problems.j2.html").render(count=len(problems), report=report(problems))
