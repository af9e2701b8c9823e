"""Hand-written files, as the host found them beside the theme's own: which stay, and which can't be published."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from campaign.core.problems import Message, Place, Problem

LINK = Message("是链接，不能发布；请放真正的文件", "is a link and can't be published: put the file itself here")
TAKEN = Message("与自动生成的页面地址相同，请改名", "a generated page has this address: rename it")
LANGUAGE = Message("这个文件夹名留给语言用，请改名", "this folder's name is a language's: rename it")


@dataclass(frozen=True, kw_only=True)
class SourceFile:
    """A file the host would publish.

    folder: where the host found it, "" for one that stands in no folder; source: its path there; destination: its path
    in the language's site; url: its address counted from that site's root; page: whether it is Markdown, which becomes
    a page; published: False for one the host leaves out of the site.
    """

    folder: str
    source: str
    destination: str
    url: str
    page: bool
    published: bool


def needed(file: SourceFile, *, own_assets: bool) -> bool:
    """False for what Material brings that no page asks for.

    own_assets: whether our own assets are this language's to publish: they stand once, at the site's root.
    """
    if file.source.startswith("assets/javascripts/"):
        return not (file.source.endswith(".map") or "/lunr/" in file.source)
    if file.source.startswith(("assets/stylesheets/", "assets/images/")):
        return False
    return own_assets or not file.source.startswith("assets/")


def mistakes(
    files: Iterable[SourceFile], *, docs: Path, shown_as: str, taken: Container[str], languages: Iterable[str]
) -> Iterator[Problem]:
    """Every file that may not be published where it would stand.

    docs: the folder of one language's hand-written files, named to authors as `shown_as`; taken: the paths of what is
    made; languages: those whose sites stand in folders below this one.
    """
    roots = tuple(f"{tag}/" for tag in languages)
    for file in files:
        place = Place(f"{shown_as}/{file.source}")
        if _outside(file, docs):
            yield Problem(place, LINK)
        if file.destination in taken:
            yield Problem(place, TAKEN)
        elif file.destination.startswith(roots):
            yield Problem(place, LANGUAGE)


def _outside(file: SourceFile, docs: Path) -> bool:
    """True for a file that docs/ only links to: the host would publish what it points at."""
    return file.folder == str(docs) and (docs / file.source).resolve() != docs.resolve() / file.source
