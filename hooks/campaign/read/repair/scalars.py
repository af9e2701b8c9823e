"""A value on its line: where text would be cut, mistaken for a sign of YAML, or never closed; and how to quote it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from campaign.core.problems import Message

BLOCK = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])(?:[ \t]+#.*|[ \t]*)$")
MARKED = re.compile(r"(?:&|!!?)[A-Za-z0-9_][!-Z\^-z|~]*(?:[ 	]+|$)")
ALIAS = re.compile(r"\*[A-Za-z0-9_.-]+\s*(?: #.*)?$")
COMMENT = re.compile(r"(?:^|[ \t]+)#")
GOOD_COMMENT = re.compile(r"(?:^|[ \t]{2,})#(?:[ #!-]|$)")
COLON = re.compile(r":(?=[ \t]|$)")
ESCAPE = re.compile(r"""\\(?![0abt\tnvfre "/\\N_LP]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|$)""")
SIGNS = {
    "*": "引用 alias",
    "&": "锚点 anchor",
    "!": "标签 tag",
    "|": "多行文字 block text",
    ">": "多行文字 block text",
    "[": "清单 list",
    "{": "键值表 map",
    "%": "指令 directive",
    "@": "保留符号 reserved sign",
    "`": "保留符号 reserved sign",
    ",": "分隔 separator",
    "]": "清单结尾 end of a list",
    "}": "键值表结尾 end of a map",
    "?": "键 key",
    "-": "清单项 list item",
}
"""What the first sign of a value means to YAML."""


@dataclass(frozen=True, slots=True)
class ValueFault:
    """What is wrong with a value: where in it, how many characters, the value as meant.

    unreadable: nobody knows the value until it is typed again; again: a mark was taken away, the rest is to be judged.
    """

    what: Message
    column: int
    width: int
    mended: str
    hint: Message | None = None
    unreadable: bool = False
    again: bool = False


def quoted(text: str) -> str:
    """The text as a quoted scalar that reads back the same."""
    text = text.strip()
    return f'"{text}"' if '"' not in text and "\\" not in text else "'" + text.replace("'", "''") + "'"


SIGN_IN_BRACES = re.compile(r"""[\[\]{},]|: | #|^[\s"'&*!|>%@`#?-]""")
"""What keeps a text in braces from standing without quotes."""


def in_braces(text: str) -> str:
    """The text as it may stand in a list or map on one line."""
    return quoted(text) if SIGN_IN_BRACES.search(text) else text


def split_comment(text: str) -> tuple[str, str]:
    """A plain value and the comment after it."""
    found = COMMENT.search(text)
    return (text[: found.start()], text[found.start() :]) if found else (text, "")


def plain_fault(text: str) -> ValueFault | None:
    """What is wrong with a value that begins without a quote or bracket: it would be cut, or isn't text to YAML."""
    first = text[0]
    if first in "*&!":
        return _mark(text)
    if first in "|>":
        return _block_text(text)
    if first in "%@`,]}" or (first in "?-" and text[1:2] in ("", " ", "\t")):
        return _sign(text)
    if first == "#":
        return _hash(text, 0)
    if (colon := COLON.search(split_comment(text)[0])) is not None:
        return _colon(text, colon.start())
    if (comment := COMMENT.search(text)) is not None and not GOOD_COMMENT.match(text, comment.start()):
        return _hash(text, comment.end() - 1)
    return _odd_end(text)


UNUSED = Message(
    "这里不用 YAML 的锚点、引用、合并和标签（& * << ? !）",
    "anchors, aliases, merge keys and tags of YAML (& * << ? !) aren't used here",
)


def _mark(text: str) -> ValueFault:
    """A value that begins with * & or !: text where it reads like text, else a thing of YAML that isn't used here."""
    if ALIAS.match(text):
        hint = Message("把内容照写一遍；是文字就加引号", "write the content out; quote it where it is text")
        return ValueFault(UNUSED, 0, len(text.split()[0]), '""', hint, unreadable=True)
    marked = MARKED.match(text)
    if marked:
        return ValueFault(UNUSED, 0, len(marked[0].strip()), text[marked.end() :], again=True)
    return _sign(text)


def _sign(text: str) -> ValueFault:
    what = Message(
        f"值以“{text[0]}”开头，YAML 会当作{SIGNS[text[0]].split()[0]}；是文字就加引号",
        f"a value that begins with {text[0]} must be quoted: to YAML it is {_article(SIGNS[text[0]])}",
    )
    return ValueFault(what, 0, 1, quoted(text))


def _article(sign: str) -> str:
    name = sign.split(" ", 1)[1]
    return (
        name if name.startswith(("block", "reserved")) and "sign" not in name else f"a{'n' * (name[0] in 'ae')} {name}"
    )


def _block_text(text: str) -> ValueFault:
    what = Message(
        f"“{text[0]}”后面不能写文字，文字从下一行开始", f"no text after {text[0]}: it begins on the next line"
    )
    hint = Message("只有一行文字，就去掉它，给文字加引号", "for a single line take it away and quote the text")
    return ValueFault(what, 0, 1, quoted(text.lstrip("|>+- ") or text), hint)


UNCLOSED = Message("引号从这里开始，一直没有结束", "the quote that opens here is never closed")
BACKSLASH = Message(
    "双引号里的“\\”有特别的意思，换成单引号",
    "a backslash means something inside double quotes: use single quotes",
)


def unclosed_fault(text: str) -> ValueFault:
    """Quotes that open here and are never closed."""
    return ValueFault(UNCLOSED, 0, 1, quoted(text[1:]))


def continued_fault(text: str) -> ValueFault | None:
    """What is wrong with a further line of a plain value."""
    hint = Message(
        "多行文字用“|”：写“键: |”，文字从下一行开始", "write text of several lines as `key: |` with the text below"
    )
    if (comment := COMMENT.search(text)) is not None:
        return ValueFault(_hash(text, comment.end() - 1).what, comment.end() - 1, 1, "", hint)
    if (colon := COLON.search(text)) is not None:
        return ValueFault(_colon(text, colon.start()).what, colon.start(), 1, "", hint)
    return None


def is_comment(text: str) -> bool:
    """True where nothing but a comment stands; `#C8102E` isn't one, it is a value that lacks its quotes."""
    return bool(re.match(r"[ \t]*#(?:[ #!-]|$)", text))


def _hash(text: str, at: int) -> ValueFault:
    what = Message("“#”后面的字会被当作备注丢掉", "everything after # would be dropped as a comment")
    hint = Message(
        "# 是文字就加引号；是备注就单独写一行，或在 # 前空两格、后空一格",
        "quote it where # is text; for a comment leave two spaces before # and one after",
    )
    return ValueFault(what, at, len(text) - at, quoted(text), hint)


def _colon(text: str, at: int) -> ValueFault:
    what = Message("文字里有“: ”，要加引号（或改用中文冒号“：”）", "text with a colon and a space must be quoted")
    value, comment = split_comment(text)
    return ValueFault(what, at, 1, quoted(value) + comment)


def _odd_end(text: str) -> ValueFault | None:
    value, comment = split_comment(text)
    kept = value.rstrip()
    if not value[len(kept) :].strip(" \t"):
        return None
    what = Message("行尾有看不见的全角空格", "an invisible wide space at the end")
    return ValueFault(what, len(kept), len(value) - len(kept), kept + comment)


def quote_end(lines: Sequence[str], line: int, column: int, *, parent: int) -> tuple[int, int] | None:
    """Where the quote that opens here is closed; None where it isn't before a line that isn't deeper than `parent`."""
    quote, at = lines[line][column], column + 1
    while (end := _closing(lines[line], at, quote)) < 0:
        line, at = line + 1, 0
        if line >= len(lines) or outside(lines[line], parent):
            return None
    return line, end


def outside(text: str, parent: int) -> bool:
    """True for a line that isn't deeper than its parent: no value reaches that far."""
    inner = text.lstrip(" \t")
    return bool(inner) and len(text) - len(inner) <= parent


def _closing(text: str, at: int, quote: str) -> int:
    while at < len(text):
        if text[at] == "\\" and quote == '"':
            at += 2
        elif text[at] != quote:
            at += 1
        elif quote == "'" and text[at + 1 : at + 2] == "'":
            at += 2
        else:
            return at
    return -1


def closed_fault(text: str, end: int) -> ValueFault | None:
    """What is wrong with a value whose quotes open at its start and close at `end`."""
    tail = text[end + 1 :]
    if tail.strip() and not re.match(r"[ \t]+#", tail):
        return _after_quote(text, end)
    if text[0] == '"' and (escape := ESCAPE.search(text, 0, end)):
        return ValueFault(BACKSLASH, escape.start(), 1, "'" + text[1:end].replace("'", "''") + "'" + tail)
    return None


def _after_quote(text: str, end: int) -> ValueFault:
    what = Message("引号已经结束，后面还有文字", "there is more text after the closing quote")
    whole = text.strip()
    inner = whole[1:-1] if whole[-1] == whole[0] else whole
    hint = Message(
        "文字里面的引号用中文引号“”，或给整个值换一种引号",
        "use other quotes inside the text, or around the whole value",
    )
    return ValueFault(what, end + 1 + len(text[end + 1 :]) - len(text[end + 1 :].lstrip()), 1, quoted(inner), hint)
