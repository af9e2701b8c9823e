"""The plaza as a drawing: rectangles in drawing units, as built and upright; names as large as fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from campaign.kinds.exhibition import ExhibitionFile
from campaign.kinds.floor_plan import Area, Turn, free_band, upright
from campaign.say.text import ems

CELL = 40
"""Drawing units a side of one cell of the ground plan."""
LEADING = 1.2
"""The height of a line of a name, in its type size."""
MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the plan in drawing units."""

    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> tuple[float, float]:
        """The centre."""
        return self.x + self.width / 2, self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Lettering:
    """Lines of a text and their size in drawing units."""

    lines: tuple[str, ...]
    size: float

    @property
    def top(self) -> float:
        """How far above the middle the first line is centred."""
        return round((len(self.lines) - 1) * self.size * LEADING / 2, 1)


@dataclass(frozen=True, slots=True)
class Drawing:
    """The plan drawn one way; name: its class, taken: the areas that something other than a zone takes up."""

    name: str
    turn: Turn
    taken: Sequence[Area]

    @property
    def width(self) -> int:
        """Drawing units across."""
        return self.turn.columns * CELL

    @property
    def height(self) -> int:
        """Drawing units down."""
        return self.turn.rows * CELL

    def box(self, area: Area, *, gap: int = 0) -> Box:
        """The rectangle of an area of the plan, drawn in by the gap on each side."""
        drawn = self.turn.area(area)
        return Box(
            (drawn.column - 1) * CELL + gap,
            (drawn.row - 1) * CELL + gap,
            drawn.columns * CELL - 2 * gap,
            drawn.rows * CELL - 2 * gap,
        )

    def band(self, area: Area) -> Box:
        """Where a zone's name stands: the tallest band of its rows, as drawn, that nothing takes up."""
        drawn = self.turn.area(area)
        free = free_band(drawn, map(self.turn.area, self.taken))
        return Box((free.column - 1) * CELL, (free.row - 1) * CELL, free.columns * CELL, free.rows * CELL)


def drawings(plaza: ExhibitionFile) -> tuple[Drawing, ...]:
    """The plan as built and, where it is wider than tall, turned upright for a narrow screen."""
    boards = [one.area for one in plaza.boards if one.area]
    taken = [*(one.area for one in plaza.booths), *boards, *(one.area for one in plaza.features)]
    turned = upright(plaza.grid, entrance(plaza))
    if not turned.quarters:
        return (Drawing("ground-only", turned, taken),)
    return Drawing("ground-wide", Turn(plaza.grid), taken), Drawing("ground-upright", turned, taken)


def entrance(plaza: ExhibitionFile) -> Area | None:
    """The first entrance of the office's list."""
    return next((one.area for one in plaza.features if one.feature == "entrance"), None)


def lettering(text: str, box: Box, *, most: float) -> Lettering:
    """A text on the lines that make it largest in a box, broken at spaces alone; most: its largest size."""
    found = [Lettering(lines, _size(lines, box, most)) for lines in _broken(text)]
    return max(found, key=lambda one: (one.size, -len(one.lines), one.lines))


def _size(lines: Sequence[str], box: Box, most: float) -> float:
    across = box.width * 0.9 / max(map(ems, lines))
    return round(min(most, across, box.height * 0.9 / (len(lines) * LEADING)), 1)


def _broken(text: str) -> Iterator[tuple[str, ...]]:
    """The text filled into lines of each width that some run of its words has."""
    words = text.split()
    parts = (words[start:end] for start, end in combinations(range(len(words) + 1), 2))
    for width in {ems(" ".join(part)) for part in parts}:
        lines = _filled(words, width)
        if len(lines) <= MOST_LINES:
            yield lines


def _filled(words: Sequence[str], width: float) -> tuple[str, ...]:
    lines = [words[0]]
    for word in words[1:]:
        longer = f"{lines[-1]} {word}"
        if ems(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)
