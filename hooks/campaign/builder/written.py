"""Hand-written pages: where each is written, its path on the site and its title."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from campaign.core.places import Places
from campaign.core.problems import Message, Place, Problem

WRITTEN = "written"
"""The kind of source a hand-written page is; its id is the page's language and path."""


@dataclass(frozen=True)
class WrittenPages:
    """The hand-written pages that have a title. docs: the folder with one for each language; sources: the file of
    each, by language and path from the language's root; titles: likewise.
    """

    docs: Path
    sources: Mapping[str, Mapping[str, Path]]
    titles: Mapping[str, Mapping[str, str]]


def written_pages(docs: Path, languages: Sequence[str]) -> WrittenPages:
    """Every hand-written page below `docs` that begins with a title, language by language."""
    sources: dict[str, dict[str, Path]] = {}
    titles: dict[str, dict[str, str]] = {}
    for language in languages:
        found = {page_path(path.relative_to(docs / language)): path for path in sorted((docs / language).rglob("*.md"))}
        titled = {page: title for page, path in found.items() if (title := _title(path))}
        titles[language], sources[language] = titled, {page: found[page] for page in titled}
    return WrittenPages(docs, sources, titles)


def _title(source: Path) -> str:
    """The first heading of a Markdown file."""
    lines = source.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    return next((line.removeprefix("# ").strip() for line in lines if line.startswith("# ")), "")


def written_paths(folder: Path) -> frozenset[str]:
    """The paths of the pages that Markdown files below a folder become, counted from their language's root."""
    return frozenset(page_path(path.relative_to(folder)) for path in folder.rglob("*.md"))


def page_path(source: Path) -> str:
    """The path of the page that a Markdown file becomes, both counted from their language's root."""
    page = source.parent if source.stem in ("index", "README") else source.with_suffix("")
    return "" if page == Path() else f"{page.as_posix()}/"


@dataclass(frozen=True)
class PlacesWithPages:
    """Places that know the hand-written pages too."""

    places: Places
    pages: WrittenPages

    def problem(self, what: Message, file: str, *steps: str | int, hint: Message | None = None) -> Problem:
        """A problem at a value of a file of the campaign."""
        return self.places.problem(what, file, *steps, hint=hint)

    def of_record(self, what: Message, kind: str, record_id: str, *, hint: Message | None = None) -> Problem:
        """A problem at a record of the campaign, or of a hand-written page."""
        if kind != WRITTEN:
            return self.places.of_record(what, kind, record_id, hint=hint)
        language, _, page = record_id.partition("/")
        source = self.pages.sources[language][page]
        return Problem(Place(source.relative_to(self.pages.docs.parent).as_posix()), what, hint=hint)
