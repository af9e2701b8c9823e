"""Links of hand-written pages that lead to nothing: told at their line, before anything is built."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path

from campaign.builder.beside import sorted_files
from campaign.builder.references import Reference, references
from campaign.core.problems import Message, Place, Problem

GONE = Message("链接的文件不存在：{target}", "this leads to a file that isn't there: {target}")
MEANT = Message("是不是 {near}", "did you mean {near}")
LOOK = Message(
    "看看文件名有没有写错（大小写也要一样），文件有没有放到这个文件夹里",
    "look whether the name is right, capitals too, and whether the file was put there",
)


def dead_links(folder: Path, made: Iterable[str], *, shown_as: str) -> Iterator[Problem]:
    """Every link or picture whose file is neither beside the pages nor made.

    folder: of one language's hand-written pages, shown to authors as shown_as; made: the paths of the generated pages.
    What a channel makes (a calendar, a poster) is judged by the finished site: a target in a folder that nobody keeps
    here is left to it.
    """
    pages, files, left = sorted_files(folder)
    written = (page.relative_to(folder).as_posix() for page in pages)
    there = {*files, *left, *written, *(f"{path}index.md" for path in made)}
    kept = {posixpath.dirname(one) for one in there}
    for one in references(folder, pages):
        if one.target not in there and (one.target.endswith(".md") or posixpath.dirname(one.target) in kept):
            yield _told(one, there, shown_as)


def _told(of: Reference, there: Collection[str], shown_as: str) -> Problem:
    index = f"{of.target}/index.md"
    near = [index] if index in there else get_close_matches(of.target, sorted(there), n=1, cutoff=0.75)
    what = Message(GONE.zh.format(target=of.target), GONE.en.format(target=of.target))
    if not near:
        return Problem(Place(f"{shown_as}/{of.page}", of.line, of.column), what, of.text, len(of.href), hint=LOOK)
    meant = posixpath.relpath(near[0], posixpath.dirname(of.page) or ".")
    start = of.column - 1
    fix = of.text[:start] + meant + of.text[start + len(of.href.partition("#")[0]) :]
    hint = Message(MEANT.zh.format(near=meant), MEANT.en.format(near=meant))
    return Problem(Place(f"{shown_as}/{of.page}", of.line, of.column), what, of.text, len(of.href), fix=fix, hint=hint)
