"""A value pasted with its line breaks is told once, with the line as it was before it was broken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaign.core.problems import Problem
from campaign.read.files.source import Source
from campaign.read.repair.draft import Draft
from campaign.read.repair.walk import Walk
from campaign.read.repair.wrapped import CONTINUED
from campaign.read.tell.models import model_of
from campaign.read.tree.nodes import Items, Node, Scalar
from campaign.read.tree.parser import parse
from campaign.read.tree.unknown_keys import mend_keys
from campaign.say.script import rejoined
from looking import some

ROOT = Path(__file__).parent.parent.parent
FOLDERS = (ROOT / "campaign_data", ROOT / "tests/good/small")
FILES = tuple(path for folder in FOLDERS for path in sorted(folder.rglob("*.yml")))
VALUE = re.compile(r"(?P<head> *(?:- )?(?:(?:zh|en): |- (?![a-z_]+:)))(?P<text>[^\s|>#&].*)")
"""A line that holds a text: a language's, or an item of a list of texts."""
INDENTS = ("", " ", "  ", "    ", "\t", "\u3000\u3000", "level")


@dataclass(frozen=True)
class Break:
    """A text's line of a file, and where it may be broken without losing what it was."""

    path: Path
    line: int
    at: int


def lines_of(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def breaks(path: Path) -> Iterator[Break]:
    block = None
    for number, line in enumerate(lines_of(path)):
        indent = len(line) - len(line.lstrip(" "))
        if block is not None and (indent > block or not line.strip()):
            continue
        block = indent if re.search(r": [|>][+-]?$", line) else None
        found = VALUE.fullmatch(line)
        if found and not re.fullmatch(r"[a-z0-9-]+", found["text"]) and " #" not in line:
            yield from (Break(path, number, at) for at in places(line, found.start("text") + 1))


def places(line: str, start: int) -> Iterator[int]:
    """Where a program for letters would break a line: between Han characters, or at a space."""
    for at in range(start + 1, len(line) - 1):
        first, rest = line[:at], line[at:]
        if rejoined(first.rstrip(), rest) == line and (rest[0] == " " or rejoined(first, rest) == line):
            yield at


BREAKS = tuple(one for path in FILES for one in breaks(path))


def told(path: Path, text: str) -> tuple[list[Problem], object]:
    """What is said of a file with this text, and what is read of it."""
    name = "outreach/x" if path.parent.name == "outreach" else path.stem
    draft = Draft(Source("campaign_data/x.yml", tuple(text.split("\n"))))
    Walk(draft, model_of(name)).run()
    tree, wrong = parse(draft)
    problems = [*draft.problems(), *wrong, *(mend_keys(tree, model_of(name), draft) if tree else ())]
    return problems, values(tree)


def values(node: Node | None) -> object:
    if node is None or isinstance(node, Scalar):
        return node.text if node else None
    if isinstance(node, Items):
        return [values(item) for item in node.items]
    return {key: values(value) for key, value in node.values.items()}


def wrapped(one: Break, indent: str) -> tuple[str, str]:
    """The file with one line broken in two, and the line as it was."""
    lines = lines_of(one.path)
    line = lines[one.line]
    white = re.match(r" *", line)[0] if indent == "level" else indent  # type: ignore[index]
    lines[one.line : one.line + 1] = [line[: one.at].rstrip(), white + line[one.at :].strip()]
    return "\n".join(lines), line


@pytest.fixture(scope="module")
def whole() -> dict[Path, object]:
    return {path: told(path, path.read_text(encoding="utf-8"))[1] for path in FILES}


@settings(max_examples=60, deadline=None)
@given(at=st.integers(0, len(BREAKS) - 1), indent=st.sampled_from(INDENTS))
def test_a_wrapped_value_is_told_once_with_the_line_as_it_was(whole: dict[Path, object], at: int, indent: str) -> None:
    """A text broken anywhere is one problem, at its second line; none where YAML reads it; its value stands."""
    one = BREAKS[at]
    text, line = wrapped(one, indent)
    problems, read = told(one.path, text)

    assert read == whole[one.path]
    if problems:
        assert [problem.what for problem in problems] == [CONTINUED]
        assert (problems[0].place.line, problems[0].fix) == (one.line + 2, line)
    else:
        assert len(indent) > len(line) - len(line.lstrip(" ")), "only what stands deeper is read without a word"


@settings(max_examples=60, deadline=None)
@given(at=st.integers(0, len(BREAKS) - 1), cuts=st.lists(st.integers(0, 400), max_size=4), indent=st.integers(0, 8))
def test_nobody_is_told_to_do_what_is_done(at: int, cuts: list[int], indent: int) -> None:
    """Whatever is broken where, no problem asks for the number of spaces that is there."""
    one = BREAKS[at]
    lines = lines_of(one.path)
    for cut in cuts:
        number = (one.line + cut) % len(lines)
        middle = (cut * 7) % (len(lines[number]) + 1)
        lines[number : number + 1] = [lines[number][:middle], " " * indent + lines[number][middle:].strip()]
    problems, _ = told(one.path, "\n".join(lines))
    asked = [re.findall(r"应是 (\d+) 个空格，现在是 (\d+) 个", problem.what.zh) for problem in problems]

    assert all(wanted != there for numbers in asked for wanted, there in numbers)


def test_there_are_texts_to_break() -> None:
    """The shipped campaign and the small one hold texts of every kind that is broken here."""
    lines = {lines_of(one.path)[one.line].strip()[:4] for one in some(BREAKS)}

    assert {"zh: ", "en: "} <= lines
