"""Runs: rows of digits, together or in groups, and which of their parts can be one number."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from campaign.say.personal.folding import AS_DIGITS, CELL, HAN_DIGITS

LEAST = 11
MOST_GROUPS = 7
"""Of so many groups a number is all of its run; a part of a longer one would be a list's."""
DIGIT = f"[0-9{HAN_DIGITS}]"
RUN = re.compile(rf"{DIGIT}(?:[ \-.·()/_]{{0,3}}{DIGIT}){{{LEAST - 1},}}")
"""Digits, and what may stand between two of one number."""
LOOSE_RUN = re.compile(rf"(?<!{DIGIT}){DIGIT}++(?:[ \-.·()/_]*[,;*~\n{CELL}][ \-.·()/_]*{DIGIT}++)+")
"""Digits in the cells of a table, on several lines or listed: one number only where a word says so.

From a row's first digit and all of them or none, so that a long row that leads to nothing is looked at once.
"""


@dataclass(frozen=True, slots=True)
class Part:
    """Groups of a run that follow one another.

    start, end: in the text; digits: all of them; shape: how many in each group; gaps: what stands between the groups;
    before, after: what stands between it and the run's next group on either side, None at the run's ends.
    """

    start: int
    end: int
    digits: str
    shape: tuple[int, ...]
    gaps: tuple[str, ...]
    before: str | None
    after: str | None
    next: int = 0

    @property
    def whole(self) -> bool:
        """True where it is all of its run."""
        return self.before is None and self.after is None

    @property
    def even(self) -> bool:
        """True where the same stands between all groups."""
        return len(set(self.gaps)) <= 1


def runs(text: str) -> Iterator[tuple[int, str]]:
    """Each row of at least eleven digits: where it begins, and itself with ASCII digits.

    One with Han digits in it is given as a whole, and also what is left of it without them: 周一13812345678; or without
    the first, where that is a word's: 周一一三八……
    """
    for found in RUN.finditer(text):
        start, run = found.start(), found[0]
        plain = run.translate(AS_DIGITS)
        if plain != run:
            yield from ((start + one.start(), one[0]) for one in PLAIN.finditer(run))
        if run[0] in HAN_DIGITS and text[max(0, start - 1) : start] in COUNTED:
            yield start + 1, plain[1:]
        yield start, plain


COUNTED = ("周", "期", "拜", "第", "之", "其")
"""What a Han digit follows that is a day of the week, or one of several."""
PLAIN = re.compile(rf"[0-9](?:[ \-.·()/_]{{0,3}}[0-9]){{{LEAST - 1},}}")
GROUP = re.compile(r"[0-9]+")


def parts(run: str, start: int, sizes: range, *, able: Callable[[str], bool] = bool) -> Iterator[Part]:
    """Every part of a run that begins and ends with a group, of so many digits; start: the run's place in the text.

    able: whether such digits can be a number at all, which is asked first, as most can't.
    """
    groups = [(one.start(), one.end()) for one in GROUP.finditer(run)]
    digits = "".join(run[left:right] for left, right in groups)
    at = [0, *accumulate(right - left for left, right in groups)]
    for first in range(len(groups)):
        for last in range(first, len(groups)):
            count = at[last + 1] - at[first]
            if count >= sizes.stop or (last - first >= MOST_GROUPS and (first or last - first >= sizes.stop)):
                break
            in_reach = count in sizes and (last - first < MOST_GROUPS or last + 1 == len(groups))
            if in_reach and able(digits[at[first] : at[last + 1]]):
                yield _part(run, start, groups, first, last)


def _part(run: str, start: int, groups: list[tuple[int, int]], first: int, last: int) -> Part:
    own = groups[first : last + 1]
    following = groups[last + 1] if last + 1 < len(groups) else None
    return Part(
        start=start + own[0][0],
        end=start + own[-1][1],
        digits="".join(run[left:right] for left, right in own),
        shape=tuple(right - left for left, right in own),
        gaps=tuple(run[one[1] : two[0]] for one, two in zip(own, own[1:], strict=False)),
        before=run[groups[first - 1][1] : own[0][0]] if first else None,
        after=run[own[-1][1] : following[0]] if following else None,
        next=following[1] - following[0] if following else 0,
    )
