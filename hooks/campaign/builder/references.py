"""What hand-written pages refer to: every address of a file beside them, with the line that says it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from campaign.builder.markdown import done

INLINE = re.compile(r"\]\(\s*(?:<(?P<in>[^<>\n]+)>|(?P<bare>(?:[^\s()\\]|\\.|\([^\s()]*\))+))")
"""A link or picture of Markdown, `[text](address "title")`; parentheses may stand in it in pairs (CommonMark 6.3)."""
DEFINED = re.compile(r"^ {0,3}\[[^\]\n]+\]:\s*<?(?P<bare>[^\s<>]+)")
MARKUP = re.compile(
    r"""\b(?:src|href|poster|data|srcset)\s*=\s*(?:"(?P<double>[^"\n]+)"|'(?P<single>[^'\n]+)'|(?P<bare>[^\s"'<>{}]+))""",
    re.IGNORECASE,
)
"""An attribute of HTML, or of `{ }` behind a picture."""
STYLED = re.compile(r"""url\(\s*["']?(?P<bare>[^"')\s]+)""", re.IGNORECASE)
FORMS = (INLINE, DEFINED, MARKUP, STYLED)
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#|\?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reference:
    """One address in a page. page, target: paths from the language's folder; line, column: from 1; text: the line as it
    stands; href: the address as it was typed."""

    page: str
    line: int
    column: int
    text: str
    href: str
    target: str


def references(folder: Path, pages: Iterable[Path]) -> list[Reference]:
    """Every relative address in these Markdown files below a folder, in order."""
    return [found for page in pages for found in _in_page(page, page.relative_to(folder).as_posix())]


def _in_page(path: Path, page: str) -> Iterator[Reference]:
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    for number, (line, live) in enumerate(zip(text.split("\n"), done(text).split("\n"), strict=True), 1):
        for column, href in sorted(set(_addresses(live))):
            target = _target(page, href)
            if target:
                yield Reference(page, number, column, line.rstrip("\r"), href, target)


def _addresses(line: str) -> Iterator[tuple[int, str]]:
    """Every address in a line with its column; a srcset's one by one."""
    for form in FORMS:
        for match in form.finditer(line):
            name = next(name for name, value in match.groupdict().items() if value is not None)
            many = match[0].lower().startswith("srcset")
            for part in re.finditer(r"([^\s,]+)[^,]*" if many else r"(.+)", match[name]):
                yield match.start(name) + part.start() + 1, part[1]


def _target(page: str, href: str) -> str:
    """The file an address leads to from a page; empty for one that leads elsewhere, or out of the folder."""
    if ELSEWHERE.match(href):
        return ""
    path = unquote(re.sub(r"\\(.)", r"\1", href).partition("#")[0].partition("?")[0])
    found = posixpath.normpath(posixpath.join(PurePosixPath(page).parent.as_posix(), path))
    return "" if found.startswith(("..", "/")) or found == "." else found
