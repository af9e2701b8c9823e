"""Folding: a text as whoever reads it understands it, every character still in its place.

Digits of all scripts become ASCII digits, full-width forms narrow ones, dashes, spaces and dots one of each; what can't
be seen becomes NOTHING. Han digits keep a code of their own, as they are mostly words.
"""

from __future__ import annotations

import html
import re
import unicodedata

NOTHING = "\u200b"
"""Stands for a character that takes no room."""
HAN_ZERO = 0xE000
HAN_DIGITS = "".join(chr(HAN_ZERO + digit) for digit in range(10))
"""The Han digits from nought to nine, folded: `三`, `叁` and `㈢` alike."""
AS_DIGITS = {HAN_ZERO + digit: str(digit) for digit in range(10)}
MORE_HAN = {"两": 2, "○": 0}
"""Han digits that Unicode has no value for."""
DOTS = frozenset("·•‧∙⋅・･●⸱․｡。")
CELL = "\x1f"
"""Stands between two cells of a table."""
UNSEEN = {"Cf", "Mn", "Me"}


class _Folds(dict[int, str]):
    """What each character is folded to, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _fold(chr(code))
        return found


def _fold(sign: str) -> str:
    digit, category = unicodedata.digit(sign, None), unicodedata.category(sign)
    if digit is not None:
        return str(digit)
    if category in UNSEEN:
        return NOTHING
    if category == "Pd" or sign in "\u2212\u2500\u30fc":
        return "-"
    if category == "Zs" or sign in "\t\v\f\u2028\u2029":
        return " "
    if category in ("Co", "Cn"):
        return "\ufffd"
    if sign in DOTS:
        return "·"
    return _han(sign) or _narrow(sign)


def _han(sign: str) -> str:
    value = MORE_HAN.get(sign, unicodedata.numeric(sign, -1.0)) if sign > "\u2fff" or sign in MORE_HAN else -1.0
    return chr(HAN_ZERO + int(value)) if value in range(10) else ""


def _narrow(sign: str) -> str:
    plain = unicodedata.normalize("NFKC", sign)
    return "," if sign == "、" else plain if len(plain) == 1 else sign


_FOLDS = _Folds()


def folded(text: str) -> str:
    """The text folded, as long as it was."""
    return text.translate(_FOLDS)


ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});")
PERCENT = re.compile(r"%[0-7][0-9A-Fa-f]")
CELLS = re.compile(r"</t[dh]\s*>\s*<t[dh](?:\s[^<>]*)?>|(?<!\\)\|", re.IGNORECASE)
BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
HIDDEN = re.compile(
    r"<!--|</?[A-Za-z][^<>]*>|\]\([^()\s]*(?:\s+\"[^\"]*\")?\)|\{[:#.][^{}]*\}|[*_~`\\\[\]!]", re.DOTALL
)
"""Of Markdown and HTML what is no part of the text as it is seen; of a comment its beginning."""
COMMENT, CLOSED = "<!--", "-->"


def decoded(text: str) -> str:
    """Entities and percent signs as what they stand for, each as long as it was."""
    text = ENTITY.sub(lambda found: _padded(html.unescape(found[0]), found[0]), text) if "&" in text else text
    return PERCENT.sub(lambda found: _padded(chr(int(found[0][1:], 16)), found[0]), text) if "%" in text else text


def seen(text: str) -> str:
    """The text of Markdown or HTML as it is seen, each character where it was; CELL between the cells of tables."""
    text = CELLS.sub(lambda found: _padded(CELL, found[0]), text)
    text = BREAK.sub(lambda found: _padded(" ", found[0]), text)
    return _without_hidden(text)


def _without_hidden(text: str) -> str:
    """The text with NOTHING for what is hidden. What closes a comment is only looked for where something does."""
    kept, at, last = [], 0, text.rfind(CLOSED)
    while found := HIDDEN.search(text, at):
        begin, end = found.span()
        if found[0] == COMMENT:
            end = text.index(CLOSED, end) + len(CLOSED) if end <= last else begin
        kept += [text[at:begin], NOTHING * (end - begin), text[begin : begin + 1] if end == begin else ""]
        at = max(end, begin + 1)
    return "".join([*kept, text[at:]])


def _padded(sign: str, typed: str) -> str:
    return sign.ljust(len(typed), NOTHING) if len(sign) <= len(typed) else typed
