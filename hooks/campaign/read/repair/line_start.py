"""The start of a line: a dash, a key; and what was typed where one of them was meant."""

from __future__ import annotations

import re
from dataclasses import dataclass

from campaign.core.problems import Message
from campaign.read.repair.signs import (
    DASHES,
    FULL_COLON,
    NAME,
    ODD_SPACES,
    SPACES,
    TIGHT_COLON,
    indentation,
    spaces,
)
from campaign.read.tell.key_names import CHINESE
from campaign.read.tell.languages import LANGUAGES

ODD_DASH = re.compile(rf"([{DASHES}])(?![－—–−﹣*]){SPACES}")
FULL_COLON_KEY = re.compile(FULL_COLON + SPACES)
TIGHT_COLON_KEY = re.compile(rf"{TIGHT_COLON}(?=[^ \t]){SPACES}")
OTHER_SIGN = re.compile(rf"(?P<name>{NAME}) *(?P<sign>[;；=＝,，]){SPACES}")
NO_SIGN = re.compile(rf"(?P<name>{NAME})(?P<sign>)(?:[ {ODD_SPACES}]+|$)")
OPEN_BRACKET = re.compile(r"[^:'\"]*[\[{]")
"""Before the first colon a bracket opens: the colon is of what stands in it."""
QUOTED_KEY = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*:(?=[ \t]|$)""")
NUMBER = re.compile(r"-\d+(?:\.\d+)?\s*(?: #.*)?$")
NO_KEY = (
    Message("这一行没有“键: ”", "this line has no `key: `"),
    Message("是上一行没写完的文字，就接到上一行后面", "join it to the line above where it is more of that text"),
)
"""A line among keys that has none, and what to do."""


@dataclass(frozen=True, slots=True)
class KeyFault:
    """A key without a proper colon: the name, the sign typed and where, and the text with a proper colon."""

    name: str
    what: Message
    column: int
    width: int
    mended: str


@dataclass(frozen=True, slots=True)
class Dash:
    """The mark of a list item: the column of what follows; where it was mistyped, what to say and the line as meant."""

    after: int
    what: Message | None = None
    width: int = 1
    mended: str = ""


def dash_at(line: str, column: int, *, inline: bool, listed: bool) -> Dash | None:
    """The dash at this column, properly typed or not; None where there is none.

    inline: after another dash, where only a proper one counts; listed: where an item of a list must stand.
    """
    text = line[column:]
    if text[0] == "-" and text[1:2] in ("", " "):
        return Dash(column + 1 + spaces(text[1:]))
    if inline:
        return None
    if text[0] == "-" and (listed or not (NUMBER.match(text) or text[1] == "-")):
        return _mistyped(line, column, 1, Message("“-”后面少一个空格", "a space is missing after the dash"))
    odd = ODD_DASH.match(text)
    if odd is None or (odd[1] == "*" and len(odd[0]) == 1) or len(odd[0]) == len(text):
        return None
    what = Message(
        f"清单项要用英文短横加空格“- ”，不是“{odd[1]}”", f"a list item begins with a dash and a space, not {odd[1]}"
    )
    return _mistyped(line, column, len(odd[0].rstrip()), what)


def _mistyped(line: str, column: int, width: int, what: Message) -> Dash:
    rest = line[column + width :]
    rest = rest[len(indentation(rest)) :]
    return Dash(column + 2, what, width, f"{line[:column]}- {rest}")


def key_colon(text: str) -> int:
    """The index of the colon that ends a key at the head of this text; -1 where there is no key."""
    if text[:1] in ("'", '"'):
        quoted = QUOTED_KEY.match(text)
        return quoted.end() - 1 if quoted else -1
    at = text.find(":")
    while 0 <= at < len(text) - 1 and text[at + 1] not in " \t":
        at = text.find(":", at + 1)
    comment = text.find(" #")
    return -1 if 0 <= comment < at else at


def key_fault(text: str, *, known: frozenset[str], certain: bool, heads: bool = False) -> KeyFault | None:
    """What is wrong with the key at the head of this text.

    certain: a key must stand here; otherwise only a known name is taken for a key, as `时间：9点` may well be text.
    heads: lines that belong to it stand below, so that a lone word is a key.
    """
    for pattern, message in ((FULL_COLON_KEY, _full_colon), (TIGHT_COLON_KEY, _tight_colon)):
        found = pattern.match(text)
        if found and not _is_address(text, found) and _is_key(found["name"], text, known, certain=certain):
            return _fault(text, found, message(found, text), known)
    if not certain or (key_colon(text) >= 0 and not OPEN_BRACKET.match(text)):
        return None
    for pattern in (OTHER_SIGN, NO_SIGN):
        found = pattern.match(text)
        if found and (_is_name(found["name"], known) or (heads and found.end() == len(text))):
            return _fault(text, found, _other_sign(found), known)
    return None


def _is_key(name: str, text: str, known: frozenset[str], *, certain: bool) -> bool:
    return name in known or (certain and (_is_name(name, known) or name.lower() in known or key_colon(text) < 0))


def _is_name(name: str, known: frozenset[str]) -> bool:
    return name in known or name in CHINESE or name.lower() in LANGUAGES


def _is_address(text: str, found: re.Match[str]) -> bool:
    return text.startswith("//", found.end("sign"))


def _fault(text: str, found: re.Match[str], what: Message, known: frozenset[str]) -> KeyFault:
    value, name = text[found.end() :], found["name"]
    if name not in known and name.lower() in known:
        name = name.lower()
    mended = f"{name}: {value}" if value else f"{name}:"
    start, end = found.span("sign")
    return KeyFault(found["name"], what, start if found["sign"] else max(0, start - 1), max(1, end - start), mended)


def _full_colon(found: re.Match[str], text: str) -> Message:
    return Message(
        f"“{found['name']}”后面用了中文冒号“{found['sign']}”，要用英文冒号加空格“: ”", "full-width colon after a key"
    )


def _tight_colon(found: re.Match[str], text: str) -> Message:
    if found.end() > found.end("sign"):
        return Message(f"“{found['name']}:”后面的空格不是普通空格", "the space after the colon is not an ordinary one")
    return Message(f"“{found['name']}:”后面少一个空格", "a space is missing after the colon")


def _other_sign(found: re.Match[str]) -> Message:
    if not found["sign"]:
        return Message(f"“{found['name']}”后面少了冒号", "the colon after the key is missing")
    return Message(
        f"“{found['name']}”后面应是英文冒号，不是“{found['sign']}”", f"a colon belongs here, not {found['sign']!r}"
    )


def looks_like_key(text: str) -> bool:
    """True for text that begins with `name:` in some spelling."""
    return key_colon(text) > 0 or bool(FULL_COLON_KEY.match(text))


def begins_with_key(text: str, known: frozenset[str]) -> bool:
    """True for text that reads `key: ` with a known key."""
    colon = key_colon(text)
    return colon > 0 and text[:colon].strip() in known


def language_of(line: str) -> str:
    """The tag of the language whose text a line holds; empty for any other line."""
    text = line.lstrip(" ")
    tag = text[: max(0, key_colon(text))]
    return tag if tag in LANGUAGES else ""


def means_language(text: str) -> bool:
    """True for text that begins with a language's tag, in capitals too and whatever sign follows it."""
    found = OTHER_SIGN.match(text) or FULL_COLON_KEY.match(text) or NO_SIGN.match(text)
    return found is not None and found["name"].lower() in LANGUAGES


def begins_with_dash(text: str) -> bool:
    """True for text that begins with a dash in some spelling."""
    return text[:1] == "-" or bool(ODD_DASH.match(text))


def complete(text: str) -> bool:
    """True for `key: value` on one line: nothing can be meant to stand below it."""
    colon = key_colon(text)
    value = text[colon + 1 :].strip()
    if colon <= 0 or not value or value[0] in "|>#&*!":
        return False
    closer = {"[": "]", "{": "}", '"': '"', "'": "'"}.get(value[0], "")
    return not closer or (len(value) > 1 and value.endswith(closer))
