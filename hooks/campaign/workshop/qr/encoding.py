"""A payload as a symbol: its modules, and the rectangles that draw them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby

import qrcode  # type: ignore[import-untyped]
from qrcode.exceptions import DataOverflowError  # type: ignore[import-untyped]
from qrcode.util import MODE_8BIT_BYTE, QRData  # type: ignore[import-untyped]

QUIET_ZONE = 4
"""Light modules around the symbol, ISO/IEC 18004:2015 5.3.8."""
LEVELS = {"Q": qrcode.ERROR_CORRECT_Q, "H": qrcode.ERROR_CORRECT_H}
"""The error-correction levels fit for print, weaker first; the library's own constants aren't in order."""
POSTER_VERSION = 6
"""The largest version a poster may carry: 41 x 41 modules, and 74 bytes at level Q."""


class TooLongError(ValueError):
    """The payload needs a larger version than is allowed."""

    def __init__(self, payload: str, *, version: int, largest: int) -> None:
        self.payload, self.version, self.largest = payload, version, largest
        super().__init__(f"{payload} ({len(payload)} bytes) needs version {version}, at most {largest} is allowed")


@dataclass(frozen=True)
class Symbol:
    """A finished symbol. rows: its modules from the top, True is dark, without the quiet zone."""

    payload: str
    version: int
    level: str
    rows: tuple[tuple[bool, ...], ...]

    @property
    def size(self) -> int:
        """Modules on a side, without the quiet zone: 17 + 4 x version."""
        return len(self.rows)

    @cached_property
    def runs(self) -> tuple[tuple[int, int, int, int], ...]:
        """The dark modules as rectangles (x, y, width, height) in modules, equal runs of neighbouring rows merged."""
        open_runs: dict[tuple[int, int], int] = {}
        finished: list[tuple[int, int, int, int]] = []
        for y, row in enumerate((*self.rows, ())):
            runs = set(_dark_runs(row))
            for run in [run for run in open_runs if run not in runs]:
                top = open_runs.pop(run)
                finished.append((run[0], top, run[1], y - top))
            for run in runs:
                open_runs.setdefault(run, y)
        return tuple(sorted(finished, key=lambda rect: (rect[1], rect[0])))

    def svg(self, *, quiet_zone: int = QUIET_ZONE) -> str:
        """The symbol on white as an SVG document, one unit a module."""
        side = self.size + 2 * quiet_zone
        path = "".join(f"M{x + quiet_zone} {y + quiet_zone}h{w}v{h}h-{w}z" for x, y, w, h in self.runs)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
            f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path d="{path}"/></svg>'
        )


@lru_cache(maxsize=4096)
def symbol(payload: str, *, largest_version: int = POSTER_VERSION) -> Symbol:
    """The smallest symbol that carries an ASCII payload at level Q, at H where that costs no larger version.

    Raises TooLongError above `largest_version`; ValueError for a payload that isn't printable ASCII.
    """
    if not payload or not payload.isascii() or not payload.isprintable():
        raise ValueError(f"a payload is printable ASCII: {payload!r}")
    version = smallest_version(payload, level="Q")
    if version > largest_version:
        raise TooLongError(payload, version=version, largest=largest_version)
    level = next(level for level in reversed(LEVELS) if smallest_version(payload, level=level) <= version)
    code = _code(payload, level, version)
    code.make(fit=False)
    rows = tuple(tuple(bool(module) for module in row) for row in code.modules)
    return Symbol(payload, version, level, rows)


def smallest_version(payload: str, *, level: str = "Q") -> int:
    """The smallest version that carries the payload in byte mode; 41 where none does."""
    try:
        return int(_code(payload, level, None).best_fit())
    except (DataOverflowError, ValueError):
        return 41


def _code(payload: str, level: str, version: int | None) -> qrcode.QRCode:
    code = qrcode.QRCode(version=version, error_correction=LEVELS[level], border=0)
    code.add_data(QRData(payload.encode("ascii"), MODE_8BIT_BYTE), optimize=0)
    return code


def _dark_runs(row: tuple[bool, ...]) -> Iterator[tuple[int, int]]:
    """The dark runs of one row as (x, width)."""
    x = 0
    for dark, group in groupby(row):
        width = len(list(group))
        if dark:
            yield (x, width)
        x += width
