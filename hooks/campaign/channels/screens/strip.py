"""Strips: one line in whole dots, as long as it is and in pages of whole words, in three colours and no shade."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from campaign.say.lines import PAUSES, WEAK_ENDS
from campaign.say.script import is_han
from campaign.workshop.dots import Dots, dotted, width_of
from campaign.workshop.pictures import painted

INKS = ("ground", "text", "accent")
"""A strip's colours by role, each by its number in the picture."""
TEXT, ACCENT = 1, 2
GAP, LOZENGE = 1.5, 0.18
"""Between two parts of a line there is a lozenge in a gap: the gap's width and half the lozenge's, to the height."""
PAUSE = 0.4
"""What it is worth that a page ends with a pause: that it is filled by two thirds more, or so."""
WEAK = 0.4
"""What it costs that a page begins with a word that belongs to the one before it."""
Wide = Callable[[str], int]


def still_and_long(data: Mapping[str, Any]) -> tuple[list[bytes], bytes]:
    """A strip as PNG: what stands, page by page, each as wide as the display; and the whole line, an even width."""
    colours, width = [data["palette"][ink] for ink in INKS], data["width"]
    line = _line(data, ["".join(part) for part in data["pieces"]])
    pages = [line]
    if len(line[0]) > width:
        bare = {**data, "mark": ""} if _crowded(data) else data
        pages = [_line(data, [])] * (bare is not data) + [_line(bare, page) for page in pages_of(bare)]
    stills = [painted(_centred(page, width), colours) for page in pages]
    return stills, painted(_centred(line, len(line[0]) + len(line[0]) % 2), colours)


def _crowded(data: Mapping[str, Any]) -> bool:
    """True where the mark would take half of each page: it has one of its own then."""
    return 2 * _width(data["mark"], data["height"]) > int(data["width"])


def pages_of(data: Mapping[str, Any]) -> list[list[str]]:
    """The texts of each page: whole parts of the line where they fit, else as few and even pieces as hold them."""

    def wide(text: str) -> int:
        return _width(text, data["height"])

    room, gap = data["width"] - wide(data["mark"]), _gap(data["height"])
    pages: list[list[str]] = []
    for pieces in data["pieces"]:
        texts = _parted(pieces, room, wide)
        if pieces[0] in data["leads"]:
            texts = min(texts, _parted(pieces[1:], room, wide), key=len)
        if pages and sum(wide(one) + gap for one in pages[-1]) + wide(texts[0]) <= room:
            pages[-1].append(texts.pop(0))
        pages += [[text] for text in texts]
    return pages


def _parted(pieces: Sequence[str], room: int, wide: Wide) -> list[str]:
    """A text whole where it fits, else as the office broke it and in as few and even pieces as hold each line."""
    whole = "".join(pieces)
    if wide(whole) <= room:
        return [whole]
    return [text for line in _office_lines(pieces) for text in _evenly(line, room, wide)]


def _office_lines(pieces: Sequence[str]) -> list[list[str]]:
    """The pieces of each line that the office broke a text into."""
    lines: list[list[str]] = [[]]
    for piece in pieces:
        lines[-1].append(piece)
        if piece.endswith("\n"):
            lines.append([])
    return lines


def _evenly(pieces: Sequence[str], room: int, wide: Wide) -> list[str]:
    """As few lines as the room needs, even in length, broken rather after a pause."""
    bits = [bit for piece in pieces for bit in ([piece] if wide(piece) <= room else piece)]
    best: list[tuple[int, float, list[str]]] = [(0, 0.0, [])]
    for end in range(1, len(bits) + 1):
        ways = []
        for start in range(end - 1, -1, -1):
            line = "".join(bits[start:end])
            if wide(line) > room and start < end - 1:
                break
            count, cost, lines = best[start]
            cost += (1 - wide(line) / room) ** 2 - PAUSE * (line[-1] in PAUSES and end < len(bits))
            cost += WEAK * (line[0] in WEAK_ENDS and start > 0)
            ways.append((count + 1, cost, [*lines, line.strip()]))
        best.append(min(ways))
    return best[-1][2]


def _line(data: Mapping[str, Any], texts: Sequence[str]) -> list[bytes]:
    """Texts on one line, each dot the number of its ink: the mark, then what is said, lozenges between."""
    pieces = [_inked(piece, ink) for piece, ink in _pieces(data, texts)]
    return [b"".join(piece[row] for piece in pieces) for row in range(data["height"])]


def _pieces(data: Mapping[str, Any], texts: Sequence[str]) -> Iterator[tuple[Dots, int]]:
    height = data["height"]
    if data["mark"]:
        yield _dots(data["mark"], height), ACCENT
    for number, text in enumerate(texts):
        if number:
            yield _lozenge(height), ACCENT
        yield _dots(text, height), ACCENT if data["alarm"] else TEXT


def _dots(text: str, height: int) -> Dots:
    return dotted(_drawn(text), height, han=is_han(text))


def _width(text: str, height: int) -> int:
    return width_of(_drawn(text), height, han=is_han(text))


def _drawn(text: str) -> str:
    """A text without the ends of the office's lines."""
    return text.replace("\n", "").strip()


def _inked(dots: Dots, ink: int) -> list[bytes]:
    return [row.translate(bytes([0, ink]) + bytes(254)) for row in dots.rows]


def _gap(height: int) -> int:
    return round(GAP * height / 2) * 2


def _lozenge(height: int) -> Dots:
    reach, width = max(2, round(LOZENGE * height)), _gap(height)
    middle_x, middle_y = (width - 1) / 2, (height - 1) / 2
    rows = (bytes(abs(x - middle_x) + abs(y - middle_y) <= reach for x in range(width)) for y in range(height))
    return Dots(tuple(rows))


def _centred(line: Sequence[bytes], width: int) -> list[bytes]:
    """A line in a room, dark to both sides; of what is wider than its room as much as there is room for."""
    before = max(0, width - len(line[0])) // 2
    return [(bytes(before) + row).ljust(width, b"\0")[:width] for row in line]
