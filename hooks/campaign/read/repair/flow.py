"""Values in brackets, `[a, b]` and `{zh: ..., en: ...}`: where they end, and what goes wrong inside."""

from __future__ import annotations

import re
from collections.abc import Sequence

from campaign.core.problems import Message
from campaign.read.repair.scalars import ValueFault, outside, quote_end, quoted, split_comment
from campaign.read.repair.signs import (
    COLONS,
    COMMAS,
    FULL_COLON,
    NAME,
    SEPARATOR,
    TIGHT_COLON,
    WIDE_BRACKETS,
    commas_mended,
)

PAIRS = {"[": "]", "{": "}"}
FULL_COLON_KEY = re.compile(rf"(?<=[{{,])\s*{FULL_COLON}\s*")
TIGHT_COLON_KEY = re.compile(rf"(?<=[{{,])\s*{TIGHT_COLON}(?=[^\s,}}\]])")
FULL_COMMA = re.compile(rf"(?P<sign>[{COMMAS}])\s*(?P<name>{NAME})\s*(?=[:{COLONS}])")
ID_LIST = re.compile(rf"\[\s*[A-Za-z0-9-]+(?:{SEPARATOR}[A-Za-z0-9-]+)*\s*\]")
COMMA_LIST = re.compile(rf"\[\s*[a-z0-9-]+(?:{SEPARATOR}[a-z0-9-]+)+\s*\]")


def flow_end(lines: Sequence[str], line: int, column: int, *, parent: int) -> tuple[int, int] | None:
    """Where the bracket that opens here is closed; None where a line that isn't deeper than `parent` comes first."""
    depth, at, fresh = 0, column, True
    while line < len(lines):
        text = lines[line]
        sign = text[at : at + 1]
        if fresh and sign and sign in "\"'":
            end = quote_end(lines, line, at, parent=parent)
            if end is None:
                return None
            line, at, fresh = end[0], end[1] + 1, False
            continue
        if not sign or (sign == "#" and text[at - 1] in " \t"):
            line, at = line + 1, 0
            if line < len(lines) and outside(lines[line], parent) and lines[line].lstrip()[0] not in "]}":
                return None
            continue
        depth += (sign in "[{") - (sign in "]}")
        if depth == 0:
            return line, at
        fresh = sign in "[{,:" or (fresh and sign in " \t")
        at += 1
    return None


def bare(text: str) -> str:
    """The text with what stands in quotes replaced by as many dots."""
    return re.sub(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'", lambda found: "." * len(found[0]), text)


def inner_fault(text: str, known: frozenset[str]) -> ValueFault | None:
    """A full-width sign or a missing space inside brackets that stand on one line."""
    outside = bare(text)
    for pattern, what in SIGN_FAULTS:
        found = next((f for f in pattern.finditer(outside) if f["name"] in known), None)
        if found:
            start, end = found.span("sign")
            return ValueFault(what, start, end - start, _respelt(text, known))
    if (listed := COMMA_LIST.match(outside)) and (comma := re.search(f"[{COMMAS}]", listed[0])):
        fixed = commas_mended(text[: listed.end()]) + text[listed.end() :]
        what = Message("清单里用了中文逗号，要用英文逗号", "full-width comma in a list")
        return ValueFault(what, comma.start(), 1, fixed)
    return None


def wide_brackets(text: str, known: frozenset[str]) -> ValueFault | None:
    """Full-width brackets around what can only be a map or a list of ids; None where they may be part of a text."""
    value, comment = split_comment(text)
    value, end = value.rstrip(), value[len(value.rstrip()) :]
    plain = value[:1].translate(WIDE_BRACKETS) + value[1:-1] + value[-1:].translate(WIDE_BRACKETS)
    if len(value) < 2 or plain == value or PAIRS.get(plain[0]) != plain[-1] or re.search("[｛｝［］]", plain):
        return None
    head = re.match(rf"\{{\s*(?P<name>{NAME})\s*[:{COLONS}]", plain)
    if head and head["name"] in known:
        fixed = _respelt(plain, known)
    elif ID_LIST.fullmatch(plain):
        fixed = commas_mended(plain)
    else:
        return None
    at = 0 if plain[0] != value[0] else len(value) - 1
    what = Message("括号是全角的，要用半角", "full-width brackets: use ASCII ones")
    return ValueFault(what, at, 1, fixed + end + comment)


SIGN_FAULTS = (
    (FULL_COLON_KEY, Message("括号里用了中文冒号，要用英文冒号加空格", "full-width colon inside brackets")),
    (FULL_COMMA, Message("括号里用了中文逗号，要用英文逗号", "full-width comma inside brackets")),
    (TIGHT_COLON_KEY, Message("括号里冒号后面少一个空格", "a space is missing after a colon inside brackets")),
)


def _respelt(text: str, known: frozenset[str]) -> str:
    """The text with every key's comma and colon as YAML wants them."""

    def key(found: re.Match[str]) -> str:
        return f"{', ' if found['comma'] not in '{' else '{'}{found['name']}: " if found["name"] in known else found[0]

    pattern = rf"(?P<comma>[{{,{COMMAS}])\s*(?P<name>{NAME})\s*[:{COLONS}][ \u3000]*"
    return re.sub(pattern, key, text)


def text_fault(text: str, end: int) -> ValueFault:
    """A value that begins with a bracket but is text: the bracket closes at `end` and more follows, or never (-1)."""
    sign = text[0]
    if end >= 0:
        what = Message(
            f"“{PAIRS[sign]}”后面还有文字；整个值是文字就加引号",
            f"there is more text after the {PAIRS[sign]}: quote it all",
        )
        return ValueFault(what, end + 1, max(1, len(text) - end - 1), quoted(text))
    what = Message(f"“{sign}”没有配对的“{PAIRS[sign]}”", f"{sign} is never closed")
    hint = Message(
        f"补上“{PAIRS[sign]}”；是文字就给整个值加引号", f"add the {PAIRS[sign]}, or quote the value where it is text"
    )
    return ValueFault(what, 0, 1, quoted(text), hint, unreadable=True)
