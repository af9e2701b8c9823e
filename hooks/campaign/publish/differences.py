"""What changes for people: the pages that come, go and change by title and address, the files, the printed codes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from campaign.kinds import urls
from campaign.publish.manifest import Manifest
from campaign.publish.serving import is_copy

MOST_SHOWN, MOST_FILES = 15, 5
"""Pages and files of each sort that are shown; the rest is counted."""
PERMALINKS = urls.permalink("x").partition("/")[0] + "/"
INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Change:
    """One page or file: its path, its title where it is a page (the new one), and the former title if that changed."""

    path: str
    title: str = ""
    former: str = ""

    @property
    def address(self) -> str:
        """The path as people open it."""
        return self.path[: -len(INDEX)] if self.path.endswith(f"/{INDEX}") or self.path == INDEX else self.path


@dataclass(frozen=True, slots=True)
class Sorted:
    """Changes of one sort of file, each by path."""

    added: tuple[Change, ...] = ()
    removed: tuple[Change, ...] = ()
    changed: tuple[Change, ...] = ()
    same: int = 0

    @property
    def count(self) -> int:
        """How many are not as they were."""
        return len(self.added) + len(self.removed) + len(self.changed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What one site has that another hadn't. permalinks: the pages that answer printed and unprinted codes;
    copies: compressed ones of texts, which follow those."""

    pages: Sorted
    permalinks: Sorted
    files: Sorted
    copies: Sorted = Sorted()
    address: tuple[str, str] = ("", "")

    @property
    def none(self) -> bool:
        """True where both are the same to the byte."""
        return not (self.pages.count or self.permalinks.count or self.files.count or self.copies.count)


def difference(before: Manifest | None, after: Manifest) -> Difference:
    """From what people see now, None where there is nothing yet, to what they will see."""
    old = before.files if before else {}
    groups: Mapping[str, list[str]] = {"pages": [], "permalinks": [], "files": [], "copies": []}
    every = {*old, *after.files}
    for path in sorted(every):
        groups["copies" if is_copy(path, every) else _sort(path)].append(path)
    found = {name: _sorted(paths, before, after) for name, paths in groups.items()}
    return Difference(**found, address=(before.address if before else "", after.address))


def _sort(path: str) -> str:
    if path.startswith(PERMALINKS):
        return "permalinks"
    return "pages" if path.endswith(".html") else "files"


def _sorted(paths: list[str], before: Manifest | None, after: Manifest) -> Sorted:
    old, new = before.files if before else {}, after.files
    added = tuple(Change(path, new[path].title) for path in paths if path not in old)
    removed = tuple(Change(path, old[path].title) for path in paths if path not in new)
    both = [path for path in paths if path in old and path in new]
    changed = tuple(
        Change(path, new[path].title, old[path].title if old[path].title != new[path].title else "")
        for path in both
        if old[path].sha256 != new[path].sha256
    )
    return Sorted(added, removed, changed, len(both) - len(changed))


def told(found: Difference, *, printed: int) -> Iterator[str]:
    """The difference in lines, Chinese first; printed: how many codes are on paper, all of them answered.

    Where nothing was there before everything is new, and is counted alone.
    """
    was, now = found.address
    if was and was != now:
        yield f"网址变了 the address changes: {was} → {now}"
    yield from _group("网页", "pages", found.pages, now, most=MOST_SHOWN if was else 0)
    yield from _group("文件", "files", found.files, now, most=MOST_FILES if was else 0)
    answered = f"印出去的 {printed} 个都打得开 · all {printed} that are on paper are answered"
    yield f"短码 codes: {answered if printed else '还没有印过 none is on paper yet'}"
    if found.permalinks.count:
        yield f"  ~ 短码的网页 their pages: {_counts(found.permalinks)}"


def _group(zh: str, en: str, found: Sorted, address: str, *, most: int) -> Iterator[str]:
    yield f"{zh} {en}: {_counts(found)}"
    for sign, word, changes in (
        ("+", "新增 added", found.added),
        ("-", "删去 removed", found.removed),
        ("~", "改动 changed", found.changed),
    ):
        for change in changes[:most]:
            title = f"“{change.title}” " if change.title else ""
            former = f"（原来 was “{change.former}”）" if change.former else ""
            yield f"  {sign} {word}: {title}{address}{change.address}{former}"
        if most and len(changes) > most:
            more = len(changes) - most
            yield f"  {sign} {word}: 还有 {more} 个 · and {more} more"


def _counts(found: Sorted) -> str:
    figures = (len(found.added), len(found.removed), len(found.changed), found.same)
    zh = "新增 {}、删去 {}、改动 {}、不变 {}".format(*figures)
    return zh + " · {} added, {} removed, {} changed, {} as they were".format(*figures)
