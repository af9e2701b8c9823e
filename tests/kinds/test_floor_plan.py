"""The floor plan as numbers: turned upright without mirroring, and walked through from the entrance."""

from dataclasses import dataclass

import pytest

from campaign.kinds.floor_plan import Area, Grid, upright, walk
from looking import some


@dataclass(frozen=True)
class _Stand:
    zone: str
    area: Area


def _stand(zone, column, row):
    return _Stand(zone, Area(column=column, row=row))


def _grid(columns, rows):
    return Grid(columns=columns, rows=rows, cell_m=3)


@pytest.mark.parametrize("columns, rows", [(6, 6), (3, 9), (1, 1)])
def test_a_plan_that_isnt_wide_stands_as_built(columns, rows):
    """No turn, every area where it was."""
    turn = upright(_grid(columns, rows))
    area = Area(column=1, row=1, columns=columns)

    assert (turn.quarters, turn.columns, turn.rows) == (0, columns, rows)
    assert turn.area(area) == area


@pytest.mark.parametrize(
    "entrance, foot", [(Area(column=1, row=3), True), (Area(column=24, row=3), True), (None, None)]
)
def test_a_wide_plan_is_turned_with_its_entrance_at_the_foot(entrance, foot):
    """24 by 14 becomes 14 by 24, and what was at either end where one comes in is below."""
    turn = upright(_grid(24, 14), entrance)

    assert (turn.columns, turn.rows) == (14, 24)
    assert foot is None or turn.area(entrance).row == 24


@pytest.mark.parametrize("entrance", [None, Area(column=1, row=2)])
def test_turning_never_mirrors(entrance):
    """Upper left, upper right and lower right follow each other clockwise before and after; sizes change sides."""
    turn = upright(_grid(7, 3), entrance)
    corners = [turn.area(Area(column=column, row=row)) for column, row in ((1, 1), (7, 1), (7, 3))]
    (ax, ay), (bx, by), (cx, cy) = [(one.column, one.row) for one in corners]

    assert (bx - ax) * (cy - by) - (by - ay) * (cx - bx) > 0
    wide = turn.area(Area(column=2, row=3, columns=4, rows=1))
    assert (wide.columns, wide.rows) == (1, 4)
    assert some(corners) and all(one.within(_grid(3, 7)) for one in [*corners, wide])


def test_a_walk_goes_to_the_nearest_and_finishes_a_zone():
    """From the right end: its zone to the far end, then the other zone."""
    a, b = [_stand("a", column, 1) for column in (1, 3)], [_stand("b", column, 1) for column in (5, 9, 13)]

    assert walk([*a, *b], Area(column=14, row=1)) == (b[2], b[1], b[0], a[1], a[0])
    assert walk([*b, *a]) == (a[0], a[1], b[0], b[1], b[2])
    assert walk([]) == ()


def test_a_walk_is_the_same_for_any_order_in_the_file():
    """Of equally near ones the upper is first, then the left."""
    ring = [_stand("a", column, row) for column, row in ((3, 1), (1, 3), (5, 3), (3, 5))]

    assert walk(ring, Area(column=3, row=3)) == walk(ring[::-1], Area(column=3, row=3))
    assert walk(ring, Area(column=3, row=3))[0] == ring[0]
