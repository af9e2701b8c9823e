"""The text of a .docx: paragraphs with the numbers that Word puts before them, tables row by row (ECMA-376 part 1)."""

from __future__ import annotations

import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from xml.etree import ElementTree

from campaign.core.damage import ZIP_DAMAGE
from campaign.say.numerals import chinese

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
LARGEST = 40 * 1024 * 1024
"""Bytes of one part once it is unpacked."""
HAN_FORMATS = frozenset(
    {"chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting", "taiwaneseCountingThousand"}
)
CIRCLED = 0x2460


class NoWordError(Exception):
    """Bytes that are no document of Word."""


def word_lines(data: bytes) -> list[tuple[str, ...]]:
    """Each paragraph as one text, each row of a table as its cells' texts."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            body = _part(packed, "word/document.xml")
            numbers = Numbers(_part(packed, "word/numbering.xml"), _part(packed, "word/styles.xml"))
    except (*ZIP_DAMAGE, ElementTree.ParseError, KeyError):
        raise NoWordError from None
    if body is None:
        raise NoWordError
    top = body.find(f"{W}body")
    return [row for row in _rows(top if top is not None else body, numbers) if any(row)]


def _part(packed: zipfile.ZipFile, name: str) -> ElementTree.Element | None:
    if name not in packed.namelist():
        return None
    if packed.getinfo(name).file_size > LARGEST:
        raise NoWordError
    data = packed.read(name)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise NoWordError
    return ElementTree.fromstring(data)


def _rows(top: ElementTree.Element, numbers: Numbers) -> Iterator[tuple[str, ...]]:
    for one in top:
        if one.tag == f"{W}p":
            for box in _boxes(one):
                yield from _rows(box, numbers)
            head, *more = _text(one).split("\n")
            yield (numbers.before(one) + head,)
            yield from ((line,) for line in more)
        elif one.tag == f"{W}tbl":
            yield from _table(one, numbers)
        elif one.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins"):
            yield from _rows(one, numbers)


def _table(table: ElementTree.Element, numbers: Numbers) -> Iterator[tuple[str, ...]]:
    """Rows of a table; one of a single cell is there for layout, so its paragraphs stand for themselves."""
    for row in table.iter(f"{W}tr"):
        cells = row.findall(f"{W}tc")
        if len(cells) == 1:
            yield from _rows(cells[0], numbers)
        else:
            yield tuple(" ".join(line for row in _rows(cell, numbers) for line in row if line) for cell in cells)


def _boxes(paragraph: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """Text boxes anchored in a paragraph, each once: a letterhead often stands in one."""
    waiting = list(paragraph)
    while waiting:
        one = waiting.pop(0)
        if one.tag == f"{W}txbxContent":
            yield one
        elif one.tag != FALLBACK:
            waiting = [*one, *waiting]


def _text(element: ElementTree.Element) -> str:
    """What a paragraph says; what was struck out under track changes is gone."""
    parts: list[str] = []
    for one in element:
        if one.tag == f"{W}t":
            parts.append(one.text or "")
        elif one.tag in (f"{W}br", f"{W}cr"):
            parts.append("\n" if one.get(f"{W}type") != "page" else "")
        elif one.tag == f"{W}tab":
            parts.append(" ")
        elif one.tag == f"{W}noBreakHyphen":
            parts.append("-")
        elif one.tag not in (f"{W}del", f"{W}moveFrom", f"{W}txbxContent", f"{W}pPr", FALLBACK):
            parts.append(_text(one))
    return "".join(parts)


class Numbers:
    """The numbers that Word counts and no text holds: of lists, and of headings by their style."""

    def __init__(self, numbering: ElementTree.Element | None, styles: ElementTree.Element | None) -> None:
        self._counts: defaultdict[tuple[str, int], int] = defaultdict(int)
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._styles: dict[str, tuple[str, int]] = {}
        abstract = (
            {} if numbering is None else {_get(one, "abstractNumId"): one for one in _all(numbering, "abstractNum")}
        )
        for one in [] if numbering is None else numbering.findall(f"{W}num"):
            of = abstract.get(_value(one, "abstractNumId"))
            self._levels[_get(one, "numId")] = {} if of is None else dict(map(_level, _all(of, "lvl")))
        for style in [] if styles is None else _all(styles, "style"):
            if (found := _numbered(style)) and found[0]:
                self._styles[_get(style, "styleId")] = found

    def before(self, paragraph: ElementTree.Element) -> str:
        """The number before a paragraph, as it is printed; nothing where it has none."""
        style = self._styles.get(_value(paragraph.find(f"{W}pPr"), "pStyle"), ("", 0))
        own = _numbered(paragraph)
        of, level = own or style
        levels = self._levels.get(of, {})
        if not levels or level not in levels:
            return ""
        self._counts[of, level] += 1
        for deeper in levels:
            if deeper > level:
                self._counts[of, deeper] = 0
        return re.sub(r"%(\d)", lambda found: self._shown(of, int(found[1]) - 1), levels[level][1])

    def _shown(self, of: str, level: int) -> str:
        kind, _, first = self._levels[of].get(level, ("decimal", "", 1))
        count = max(self._counts[of, level], 1) - 1 + first
        if kind in HAN_FORMATS:
            return chinese(count)
        if kind == "decimalEnclosedCircleChinese" or kind == "decimalEnclosedCircle":
            return chr(CIRCLED + count - 1) if 1 <= count <= 20 else str(count)
        return "" if kind in ("bullet", "none") else str(count)


def _level(level: ElementTree.Element) -> tuple[int, tuple[str, str, int]]:
    kind, text = _value(level, "numFmt"), _value(level, "lvlText")
    first = _value(level, "start") or "1"
    return int(_get(level, "ilvl") or 0), (kind, "" if kind in ("bullet", "none") else text, int(first))


def _numbered(element: ElementTree.Element) -> tuple[str, int] | None:
    """The list and level that a paragraph or style says it is of."""
    found = element.find(f"{W}pPr/{W}numPr")
    return None if found is None else (_value(found, "numId"), int(_value(found, "ilvl") or 0))


def _all(element: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return element.findall(f"{W}{name}")


def _get(element: ElementTree.Element, name: str) -> str:
    return element.get(f"{W}{name}") or ""


def _value(element: ElementTree.Element | None, name: str) -> str:
    """The w:val of a child; empty where there is none."""
    found = None if element is None else element.find(f"{W}{name}")
    return "" if found is None else _get(found, "val")
