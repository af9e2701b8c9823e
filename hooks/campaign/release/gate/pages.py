"""What hand-written pages say that isn't fit for the public, each page and cause once, at its first line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path

from campaign.core.problems import Message, Place, Problem
from campaign.core.system_files import system_part
from campaign.release import causes
from campaign.release.causes import Cause, Obstacle
from campaign.release.gate.hosts import host_fault, unreachable
from campaign.release.gate.marks import FILE, marked_name, marks
from campaign.release.gate.numbers import made_up
from campaign.release.gate.records import at_first, sentence

Line = tuple[int, str, str]
"""A line's number from 1, the line, and what is wrong in it."""


def in_pages(docs: Path, languages: Sequence[str], kept: Collection[str]) -> Iterator[Obstacle]:
    """Every page and file of docs/<language>/ that would be published as it is and mustn't be.

    kept: wordings that stay as they were typed.
    """
    for folder in (docs / language for language in languages):
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            inside = path.relative_to(folder).as_posix()
            if not path.is_file() or system_part(inside) or inside.startswith("assets/"):
                continue
            shown = f"{docs.name}/{folder.name}/{inside}"
            if marked_name(path.name) and path.name not in kept:
                called = Message(path.name, path.name)
                what = sentence(causes.PLACEHOLDER, Message("文件名", "file name"), [called.zh])
                yield Obstacle(causes.PLACEHOLDER, Problem(Place(shown), what, hint=causes.PLACEHOLDER.how))
            if path.suffix == ".md":
                yield from _in_page(path, shown, kept)


def _in_page(path: Path, shown: str, kept: Collection[str]) -> Iterator[Obstacle]:
    found: defaultdict[Cause, list[Line]] = defaultdict(list)
    for number, line in enumerate(path.read_text("utf-8-sig", errors="replace").splitlines(), 1):
        for cause, look in LOOKS.items():
            found[cause] += [(number, line, words) for words in look(line, kept)]
    for cause, lines in found.items():
        if lines:
            what = sentence(cause, Message("网页", "page"), list(dict.fromkeys(words for _, _, words in lines)))
            yield Obstacle(cause, at_first(_problem(shown, what, cause, line) for line in lines))


def _problem(shown: str, what: Message, cause: Cause, of: Line) -> Problem:
    number, line, words = of
    return Problem(Place(shown, number, line.index(words) + 1), what, line, len(words), hint=cause.how)


def _marks(line: str, kept: Collection[str]) -> list[str]:
    """Marks of a line; one of dashes or dots alone is Markdown's, and a picture's name is looked at as a name."""
    named = [name for name in FILE.findall(line) if marked_name(name) and name not in kept]
    return [*marks(line, kept), *named] if line.strip(" .…。·-—_") else []


def _numbers(line: str, kept: Collection[str]) -> list[str]:
    return [number for number in made_up(line) if not any(number in wording for wording in kept)]


def _addresses(line: str, _: Collection[str]) -> list[str]:
    """A page may link to another's site that has no https; not to one that the public can't open at all."""
    return [address for address in unreachable(line) if host_fault(address) != "http"]


LOOKS: dict[Cause, Callable[[str, Collection[str]], list[str]]] = {
    causes.PLACEHOLDER: _marks,
    causes.MADE_UP: _numbers,
    causes.UNREACHABLE: _addresses,
}
