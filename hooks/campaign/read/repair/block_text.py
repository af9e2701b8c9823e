"""Block text after `|` or `>`: how far it reaches, and lines in it that stand too far left."""

from __future__ import annotations

import re

from campaign.core.problems import Message
from campaign.read.repair.draft import Draft
from campaign.read.repair.line_start import begins_with_dash, looks_like_key
from campaign.read.repair.signs import ODD, indentation


def block_end(draft: Draft, header: int, *, parent: int, digit: int) -> int:
    """The number of the first line after the block text that `header` opens; lines too far left are noted and moved.

    parent: the column the text must be deeper than; digit: how much deeper, where the header says so, else 0.
    """
    inner = max(parent, 0) + digit if digit else 0
    number = header + 1
    while number < len(draft.mended):
        if not draft.mended[number].lstrip(" "):
            if not inner:
                draft.mended[number] = ""
        elif not inner:
            inner = _first(draft, number, parent)
            if not inner:
                break
        elif not _reaches(draft, number, inner, parent):
            break
        number += 1
    return number


def _first(draft: Draft, number: int, parent: int) -> int:
    """The indentation the first line of text sets; 0 where the line isn't deeper than the parent: there is no text."""
    spaces = draft.indent(number)
    if spaces > parent:
        return spaces
    if not _is_text(draft.mended[number], spaces):
        return 0
    _move(draft, number, max(parent, 0) + 2)
    return max(parent, 0) + 2


def _reaches(draft: Draft, number: int, inner: int, parent: int) -> bool:
    """True where the line belongs to the text: it is deep enough, or was plainly meant to be."""
    text = draft.mended[number]
    spaces = draft.indent(number)
    if spaces >= inner:
        return True
    meant = (spaces > parent and text[spaces] != "#") or _is_text(text, spaces)
    if meant:
        _move(draft, number, inner)
    return meant


def _is_text(text: str, spaces: int) -> bool:
    """True for a line that can't be anything but text, or is indented with odd white space."""
    rest = text[spaces:]
    return bool(ODD.match(rest)) or not (
        begins_with_dash(rest) or looks_like_key(rest) or rest[0] in "#%" or rest.startswith(("---", "..."))
    )


def _move(draft: Draft, number: int, spaces: int) -> None:
    text = draft.mended[number]
    white = indentation(text)
    what = Message(
        f"“|”下面的文字要对齐：这一行行首要用 {spaces} 个普通空格",
        f"block text must line up: indent with {spaces} ordinary spaces",
    )
    fix = " " * spaces + text[len(white) :]
    draft.note(what, line=number, column=0, width=max(1, len(white)), fix=fix, run=f"block {spaces}")


def explicit_digit(header: str) -> int:
    """The indentation digit of a block header such as `|2-`; 0 where there is none."""
    found = re.match(r"[|>][+-]?([1-9])", header)
    return int(found[1]) if found else 0
