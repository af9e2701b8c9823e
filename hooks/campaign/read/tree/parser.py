"""The parser's last word: what it can't read, told in our words at the place where the author must type."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

import yaml

from campaign.core.problems import Message, Problem
from campaign.read.repair.draft import Draft
from campaign.read.repair.line_start import NO_KEY, key_colon
from campaign.read.repair.scalars import BACKSLASH, UNCLOSED
from campaign.read.tree.composer import LOADER, Composer, StopReadingError
from campaign.read.tree.nodes import Node

QUOTE = Message("给有逗号、冒号、括号的文字加引号", "quote text that holds commas, colons or brackets")
MOST_TRIES = 10
LOOK = Message(
    "看看这一行和上一行的引号、冒号、缩进", "look at quotes, colons and indentation, here and in the line above"
)
UNREADABLE = Message("这里的写法 YAML 读不懂", "YAML can't read this"), LOOK
BRACKETS = Message("括号里的内容断开了", "what stands in brackets is broken"), QUOTE
SENTENCES: Mapping[str, tuple[Message, Message | None]] = MappingProxyType(
    {
        "could not find expected ':'": NO_KEY,
        "mapping values are not allowed in this context": (
            Message("这里不能再有“键: ”", "no `key: ` can stand here"),
            Message(
                "是文字就给整个值加引号；是新的一项就和上面的键对齐",
                "quote the value where it is text; line up with the keys above otherwise",
            ),
        ),
        "did not find expected ',' or ']'": (
            Message("方括号里的内容断开了，或缺“]”", "the list in brackets is broken, or its ] is missing"),
            QUOTE,
        ),
        "did not find expected ',' or '}'": (
            Message("花括号里的内容断开了，或缺“}”", "the map in braces is broken, or its } is missing"),
            QUOTE,
        ),
        "did not find expected key": (
            Message("缩进和上面的键对不齐，或者上面的值已经结束", "this fits none of the keys above"),
            Message("和同一条记录的其他键对齐", "line it up with the other keys of the record"),
        ),
        "did not find expected '-' indicator": (
            Message("缩进和上面的“-”对不齐", "this fits none of the list items above"),
            Message("清单的每一项都以“- ”开头，上下对齐", "every item of a list begins with a dash, all in one column"),
        ),
        "found unexpected end of stream": (UNCLOSED, None),
        "found invalid Unicode character escape code": (
            Message("“\\u”后面的代码不是字符", "the code after the backslash is no character"),
            Message("直接把字打出来", "type the character itself"),
        ),
        "found unknown escape character": (BACKSLASH, None),
    }
)
"""The parser's sentences and ours."""

FROM_CONTEXT = frozenset({"found unexpected end of stream", "could not find expected ':'"})
"""Where the author must type at the place the parser began at, not where it gave up."""


def parse(draft: Draft) -> tuple[Node | None, list[Problem]]:
    """The tree of a draft, and what is wrong with it; None where the file is empty or can't be read.

    A line the parser can't read is told and set aside, so that the rest of the file is looked at in the same run.
    """
    problems: list[Problem] = []
    for _ in range(MOST_TRIES):
        composer = Composer(draft)
        try:
            composer.compose(yaml.parse(draft.text, Loader=LOADER))
        except StopReadingError:
            return None, [*problems, *composer.problems]
        except yaml.MarkedYAMLError as error:
            line, told = _told(error, draft)
            problems += told
            if not _set_aside(draft, line):
                return None, problems
        except (yaml.YAMLError, ValueError, RecursionError, MemoryError, OverflowError) as error:
            what = Message("这个文件读不下去", f"the file can't be read ({type(error).__name__})")
            return None, [*problems, draft.source.whole(what)]
        else:
            return composer.root, [*problems, *composer.problems]
    return None, problems


def _told(error: yaml.MarkedYAMLError, draft: Draft) -> tuple[int, list[Problem]]:
    """The parser's complaint and its line; no problem where a mistake noted before is the likely cause."""
    sentence = error.problem or ""
    marks = [error.problem_mark, error.context_mark]
    mark = next((mark for mark in (reversed(marks) if sentence in FROM_CONTEXT else marks) if mark), None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    line = min(line, len(draft.mended) - 1)
    if any(abs(line - mended) <= 1 for mended in draft.mended_lines | draft.unreadable):
        return line, []
    text = draft.mended[line]
    what, hint = SENTENCES.get(sentence, BRACKETS if re.search(r"[\[{]", text) else UNREADABLE)
    return line, [draft.problem(what, line=line, column=min(column, len(text)), hint=hint)]


def _set_aside(draft: Draft, line: int) -> bool:
    """Takes a line's value, or else the line, out of what the parser sees; False where nothing is left to take."""
    text = draft.mended[line]
    start = len(text) - len(text.lstrip(" -"))
    colon = key_colon(text[start:]) if text[start : start + 1] not in ("[", "{") else -1
    if not text:
        return False
    kept = f'{text[: start + colon]}: ""' if colon > 0 else ""
    draft.mended[line] = "" if kept == text else kept
    draft.unreadable.add(line)
    draft.incomplete = True
    return True
