"""The marks on a page: what its content stream paints, with which inks, where and over what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

import pikepdf

Inks = tuple[float, float, float, float]
Box = tuple[float, float, float, float]
Form = Literal["fill", "stroke", "text", "image", "shading"]
NO_INK: Inks = (0.0, 0.0, 0.0, 0.0)
BLACK: Inks = (0.0, 0.0, 0.0, 1.0)
PAINTED = {"f": "F", "F": "F", "f*": "F", "S": "S", "s": "S", "B": "FS", "B*": "FS", "b": "FS", "b*": "FS"}
"""What each operator that ends a path paints: its area, its line, or both."""
SHOWN = {"Tj", "TJ", "'", '"'}
PROCESS = ("DeviceCMYK", "DeviceGray")
CURVED = {"m", "l", "c", "v", "y"}


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing painted. at: the number of its instruction; box: what it takes up, in points from the lower left.

    inks: 0..1 of cyan, magenta, yellow and black, None where they aren't process inks (`space` says what they are);
    size_pt: a text's size, a line's width; ppi: an image's resolution as printed, the lower of both ways; ground: the
    inks it is painted over, as far as boxes tell: those of the last area whose box holds its middle, so that letters
    within a ring's box count as on the ring.
    """

    form: Form
    at: int
    box: Box
    inks: Inks | None
    space: str = ""
    size_pt: float = 0.0
    ppi: float = 0.0
    overprint: bool = False
    ground: Inks = NO_INK

    @property
    def ink(self) -> float:
        """All inks together on the spot, 3.0 is 300 %: an overprinting text's on top of its ground's."""
        own = self.inks or NO_INK
        if not self.overprint:
            return sum(own)
        return sum(under if part == 0 else part for part, under in zip(own, self.ground, strict=True))


@dataclass(slots=True)
class _State:
    """What `q` keeps and `Q` brings back."""

    matrix: pikepdf.Matrix
    fill: Inks | None = BLACK
    stroke: Inks | None = BLACK
    fill_space: str = "DeviceGray"
    stroke_space: str = "DeviceGray"
    line: float = 1.0
    size: float = 1.0
    overprint: bool = False
    stroke_overprint: bool = False


@dataclass(slots=True)
class _Page:
    """One content stream while it is followed; `areas`: what was filled so far, the last on top."""

    resources: Any
    state: _State
    areas: list[tuple[Box, Inks]]
    kept: list[_State] = field(default_factory=list)
    path: list[tuple[float, float]] = field(default_factory=list)
    text: pikepdf.Matrix = field(default_factory=pikepdf.Matrix)
    line: pikepdf.Matrix = field(default_factory=pikepdf.Matrix)


def marks(page: pikepdf.Page) -> Iterator[Mark]:
    """Every mark of a page in the order of painting, those of its forms included (at: the form's own instruction)."""
    named = page.obj.get("/Resources", pikepdf.Dictionary())
    yield from _followed(page, _Page(named, _State(pikepdf.Matrix()), []))


def resources(own: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The resources of a page or a form, and those of the forms on it."""
    named = own.get("/Resources", pikepdf.Dictionary())
    yield named
    for drawn in named.get("/XObject", pikepdf.Dictionary()).values():
        if drawn.get("/Subtype") == "/Form":
            yield from resources(drawn)


def seen_through(page: pikepdf.Page) -> list[str]:
    """What makes something translucent, by name: graphics states, masked images, groups; a press print has none."""
    found = ["/Group"] if "/Group" in page.obj else []
    for named in resources(page.obj):
        found += [name for name, state in named.get("/ExtGState", pikepdf.Dictionary()).items() if not _opaque(state)]
        drawn = named.get("/XObject", pikepdf.Dictionary()).items()
        found += [name for name, one in drawn if any(key in one for key in ("/SMask", "/Mask", "/Group"))]
    return found


def _opaque(state: pikepdf.Object) -> bool:
    whole = all(float(state.get(key, 1)) == 1 for key in ("/ca", "/CA"))
    return whole and state.get("/SMask", "/None") == "/None" and state.get("/BM", "/Normal") == "/Normal"


def instructions(stream: pikepdf.Page | pikepdf.Object) -> Iterator[tuple[list[Any], pikepdf.Operator]]:
    """A content stream's instructions, each its operands and its operator."""
    for one in pikepdf.parse_content_stream(stream):
        yield list(one.operands), one.operator


def _followed(stream: pikepdf.Page | pikepdf.Object, on: _Page) -> Iterator[Mark]:
    for at, (operands, operator) in enumerate(instructions(stream)):
        name = str(operator)
        if name in PAINTED:
            yield from _painted(at, PAINTED[name], on)
            on.path.clear()
        elif name in SHOWN:
            yield _text(at, on)
        elif name == "Do":
            yield from _object(at, on.resources["/XObject"][operands[0]], on)
        elif name == "sh":
            yield Mark("shading", at, (0, 0, 0, 0), None, space="shading")
        elif name == "INLINE IMAGE":
            yield _image(at, operands[0], on)
        else:
            _changed(name, operands, on)


def _changed(name: str, operands: Sequence[Any], on: _Page) -> None:
    """An operator that paints nothing but changes how and where the next ones paint."""
    if name == "q":
        on.kept.append(replace(on.state))
    elif name == "Q":
        on.state = on.kept.pop()
    elif name == "cm":
        on.state.matrix = pikepdf.Matrix(*map(float, operands)) @ on.state.matrix
    elif name == "n":
        on.path.clear()
    elif name in CURVED or name == "re":
        on.path += _points(name, [float(one) for one in operands], on)
    elif name.lower() in ("k", "g", "rg", "cs", "sc", "scn"):
        _coloured(name, operands, on)
    elif name == "w":
        on.state.line = float(operands[0])
    elif name == "gs":
        _taken(on.resources["/ExtGState"][operands[0]], on.state)
    else:
        _placed(name, operands, on)


def _placed(name: str, operands: Sequence[Any], on: _Page) -> None:
    """Where text stands (ISO 32000-2, 9.4)."""
    if name == "BT":
        on.text = on.line = pikepdf.Matrix()
    elif name == "Tm":
        on.text = on.line = pikepdf.Matrix(*map(float, operands))
    elif name in ("Td", "TD"):
        on.line = pikepdf.Matrix(1, 0, 0, 1, float(operands[0]), float(operands[1])) @ on.line
        on.text = on.line
    elif name == "Tf":
        on.state.size = float(operands[1])


def _coloured(name: str, operands: Sequence[Any], on: _Page) -> None:
    """A fill's colour by a small operator, a line's by a capital one."""
    inks, space = _colour(name.lower(), operands)
    if name.lower() in ("sc", "scn") and (on.state.fill_space if name.islower() else on.state.stroke_space) in PROCESS:
        inks, space = _colour("k" if len(operands) == 4 else "g", operands)
    if name.islower():
        on.state.fill, on.state.fill_space = inks, space
    else:
        on.state.stroke, on.state.stroke_space = inks, space


def _colour(name: str, operands: Sequence[Any]) -> tuple[Inks | None, str]:
    """Process inks, or none and the space that isn't one of theirs."""
    if name == "k":
        cyan, magenta, yellow, black = (float(one) for one in operands)
        return (cyan, magenta, yellow, black), "DeviceCMYK"
    if name == "g":
        return (0.0, 0.0, 0.0, round(1 - float(operands[0]), 6)), "DeviceGray"
    if name == "cs" and str(operands[0]).lstrip("/") in PROCESS:
        return BLACK, str(operands[0]).lstrip("/")
    return None, "DeviceRGB" if name == "rg" else "a colour space of its own"


def _taken(state: Any, on: _State) -> None:
    """Overprint of fills and of lines; in mode 0 process inks that are 0 knock out, as if there were none."""
    mode = int(state.get("/OPM", 0)) == 1
    if "/OP" in state:
        on.stroke_overprint = bool(state["/OP"]) and mode
    if "/op" in state or "/OP" in state:
        on.overprint = bool(state.get("/op", state.get("/OP"))) and mode


def _points(name: str, numbers: list[float], on: _Page) -> list[tuple[float, float]]:
    """The points of a piece of path on the page; a curve lies within those that steer it."""
    if name == "re":
        x, y, width, height = numbers
        corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
    else:
        corners = list(zip(numbers[::2], numbers[1::2], strict=True))
    return [on.state.matrix.transform(corner) for corner in corners]


def _painted(at: int, what: str, on: _Page) -> Iterator[Mark]:
    if not on.path:
        return
    box, state = _around(on.path), on.state
    if "F" in what:
        ground = _ground(box, on.areas)
        yield Mark("fill", at, box, state.fill, state.fill_space, overprint=state.overprint, ground=ground)
        if state.fill is not None:
            on.areas.append((box, state.fill))
    if "S" in what:
        width = state.line * _scale(state.matrix)
        ground, over = _ground(box, on.areas), state.stroke_overprint
        yield Mark("stroke", at, box, state.stroke, state.stroke_space, size_pt=width, overprint=over, ground=ground)


def _text(at: int, on: _Page) -> Mark:
    """A text by its first letter: its length isn't needed to know what it stands on."""
    whole = on.text @ on.state.matrix
    size = on.state.size * _scale(whole)
    x, y = whole.transform((0.0, 0.0))
    box = (x, y, x + size / 2, y + size / 2)
    return Mark(
        "text",
        at,
        box,
        on.state.fill,
        on.state.fill_space,
        size_pt=size,
        overprint=on.state.overprint,
        ground=_ground(box, on.areas),
    )


def _object(at: int, drawn: Any, on: _Page) -> Iterator[Mark]:
    if drawn.get("/Subtype") == "/Image":
        yield _image(at, pikepdf.PdfImage(drawn), on)
        return
    state = replace(on.state)
    state.matrix = pikepdf.Matrix(drawn.get("/Matrix", pikepdf.Array([1, 0, 0, 1, 0, 0]))) @ state.matrix
    within = _Page(drawn.get("/Resources", on.resources), state, on.areas)
    for mark in _followed(drawn, within):
        yield replace(mark, at=at)


def _image(at: int, drawn: pikepdf.PdfImage | pikepdf.PdfInlineImage, on: _Page) -> Mark:
    """An image fills the unit square of its matrix; whatever stands on it stands on its fullest spot."""
    matrix = on.state.matrix
    across, up = _scale(matrix), float((matrix.c**2 + matrix.d**2) ** 0.5)
    ppi = min(72 * pixels / side for pixels, side in ((drawn.width, across), (drawn.height, up)) if side)
    box = _around([matrix.transform(corner) for corner in ((0, 0), (1, 0), (1, 1), (0, 1))])
    space = str(drawn.colorspace).lstrip("/")
    inks = _fullest(drawn.read_bytes(), space) if space in PROCESS and drawn.bits_per_component == 8 else None
    if inks is not None:
        on.areas.append((box, inks))
    return Mark("image", at, box, inks, space, ppi=ppi)


def _fullest(data: bytes, space: str) -> Inks:
    """The inks of an image's fullest pixel."""
    if space == "DeviceGray":
        return (0.0, 0.0, 0.0, round(1 - min(data, default=255) / 255, 6))
    pixels = set(zip(data[::4], data[1::4], data[2::4], data[3::4], strict=True))
    cyan, magenta, yellow, black = (part / 255 for part in max(pixels, key=sum, default=(0, 0, 0, 0)))
    return (cyan, magenta, yellow, black)


def _scale(matrix: pikepdf.Matrix) -> float:
    """How much larger a length along x gets."""
    return float((matrix.a**2 + matrix.b**2) ** 0.5)


def _around(points: Sequence[tuple[float, float]]) -> Box:
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across), min(down), max(across), max(down)


def _ground(box: Box, areas: Sequence[tuple[Box, Inks]]) -> Inks:
    """The inks of the last area whose box holds the middle of this one; paper's where there is none."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    over = (inks for (left, low, right, high), inks in reversed(areas) if left <= x <= right and low <= y <= high)
    return next(over, NO_INK)
