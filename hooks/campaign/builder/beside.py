"""The files beside hand-written pages, and the theme's: which are published, and what their authors are told."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from campaign.builder.file_sentences import DIFFERS, LINK, TAKEN, UNREFERRED, WHERE, left_behind, taken_out, unfit_file
from campaign.builder.references import Reference, references
from campaign.core.artifact import WRITTEN, Download, Source
from campaign.core.problems import Message, Place, Problem
from campaign.core.system_files import is_leaving
from campaign.workshop import gate


@dataclass
class Beside:
    """The files of one language's folder but its pages. published: those that are, by their path there; notes: what is
    no mistake, yet surely not meant."""

    published: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)


def beside(folder: Path, *, shown_as: str, leads: bool) -> Beside:
    """Look through a folder of hand-written pages; shown_as: its path as authors see it.

    Published is what a page refers to and an office may give, and what is asked for by name at the site's root; leads:
    whether this language stands there. Links are told of elsewhere.
    """
    found = Beside()
    pages, files, left = sorted_files(folder)
    asked = _by_target(references(folder, pages))
    for source in [*files, *left]:
        fault, taken = (gate.LEAVING, frozenset()) if source in left else gate.unfit(folder / source)
        if source not in asked and (source in left or not (leads and gate.site_wide(source))):
            if source not in left:
                how = unfit_file(fault, source)[1] if fault else WHERE
                found.notes.append(Problem(Place(f"{shown_as}/{source}"), UNREFERRED, hint=how))
            continue
        if fault:
            found.problems.append(_told(unfit_file(fault, f"{shown_as}/{source}"), shown_as, source, asked))
            continue
        found.published.append(source)
        if taken:
            found.notes.append(Problem(Place(f"{shown_as}/{source}"), taken_out(taken), hint=DIFFERS))
    if left:
        found.notes.append(Problem(Place(shown_as), left_behind(left)))
    return found


def sorted_files(folder: Path) -> tuple[list[Path], list[str], list[str]]:
    """Pages, files, and what somebody's programs left; no link is followed, and none is any of these."""
    pages, files, left = [], [], []
    for path in walked(folder):
        source = path.relative_to(folder).as_posix()
        if is_leaving(source):
            left.append(source)
        elif path.is_symlink():
            continue
        elif path.suffix == ".md":
            pages.append(path)
        else:
            files.append(source)
    return pages, files, left


def walked(folder: Path) -> Iterator[Path]:
    """Every file below a folder in order; of a folder that is a link the link alone."""
    for parent, folders, names in os.walk(folder):
        folders.sort()
        links = [name for name in folders if Path(parent, name).is_symlink()]
        yield from (Path(parent, name) for name in sorted([*names, *links]))


def _by_target(found: Sequence[Reference]) -> dict[str, list[Reference]]:
    asked: dict[str, list[Reference]] = {}
    for one in found:
        asked.setdefault(one.target, []).append(one)
    return asked


def _told(
    said: tuple[Message, Message | None], shown_as: str, source: str, asked: Mapping[str, list[Reference]]
) -> Problem:
    """A file that can't be published, at the line that refers to it, or as such where none does."""
    what, hint = said
    if source not in asked:
        return Problem(Place(f"{shown_as}/{source}"), what, hint=hint)
    first, *others = asked[source]
    return Problem(
        _place(shown_as, first),
        what,
        first.text,
        len(first.href),
        hint=hint,
        also=tuple(_place(shown_as, other) for other in others),
    )


def _place(shown_as: str, of: Reference) -> Place:
    return Place(f"{shown_as}/{of.page}", of.line, of.column)


def theme_mistakes(theme: Path, *, shown_as: str) -> Iterator[Problem]:
    """Every file of the theme that can't be published as it is, and every link in it."""
    for path in walked(theme):
        source = path.relative_to(theme).as_posix()
        place = Place(f"{shown_as}/{source}")
        if is_leaving(source):
            continue
        if path.is_symlink():
            yield Problem(place, LINK)
        elif source.startswith(ASSETS) and (fault := gate.unfit(path, own=True)[0]):
            what, hint = unfit_file(fault, place.path)
            yield Problem(place, what, hint=hint)


ASSETS = "assets/"
"""Where the theme keeps what it publishes; the rest of it are templates."""


def overlaid(published: Sequence[str], theme: Path, *, shown_as: str) -> Iterator[Problem]:
    """Every hand-written file that would stand in the place of one of the theme's."""
    for source in published:
        if (theme / source).is_file():
            yield Problem(Place(f"{shown_as}/{source}"), TAKEN)


def theme_notes(theme: Path, *, shown_as: str) -> Iterator[Problem]:
    """What somebody's programs left in the theme."""
    left = [path.relative_to(theme).as_posix() for path in walked(theme)]
    if left := [source for source in left if is_leaving(source)]:
        yield Problem(Place(shown_as), left_behind(left))


def bared(folder: Path, source: str, *, destination: str, language: str, own: bool = False) -> Download:
    """A file as it is published; UnfitFileError where it was exchanged since it was looked into."""
    content = gate.passed(folder / source, own=own).content
    return Download(path=destination, content=content, source=Source(kind=WRITTEN, id=f"{language}/{source}"))
