"""Hand-written files: which the host may publish, the pages they become, and where these stand for who wrote them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from campaign.builder.beside import Beside, beside, overlaid, theme_mistakes, theme_notes, walked
from campaign.builder.code_in_pages import code_in_page
from campaign.builder.dead_links import dead_links
from campaign.builder.file_sentences import LINK, TAKEN
from campaign.core.artifact import WRITTEN
from campaign.core.places import Places
from campaign.core.problems import Message, Place, Problem
from campaign.core.system_files import is_leaving
from campaign.kinds import Campaign, urls
from campaign.read.check.characters import instead, undrawn
from campaign.workshop.coverage import undrawable

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


def source_files(folder: Path) -> Iterator[SourceFile]:
    """Every file below a folder as a host would find it; of a folder that is a link the link alone."""
    for path in walked(folder):
        yield _source_file(folder, path.relative_to(folder))


def _source_file(folder: Path, path: Path) -> SourceFile:
    source, page = path.as_posix(), path.suffix == ".md"
    return SourceFile(
        folder=str(folder),
        source=source,
        destination=f"{page_path(path)}index.html" if page else source,
        url=page_path(path) if page else source,
        page=page,
        published=path.parts[0] != "templates" and not any(part.startswith(".") for part in path.parts),
    )


def needed(file: SourceFile, *, own_assets: bool) -> bool:
    """False for what the theme brings that no page asks for, and for what a system or an editor left there.

    own_assets: whether our own assets are this language's to publish: they stand once, at the site's root.
    """
    if is_leaving(file.source):
        return False
    if file.source.startswith(("assets/javascripts/", "assets/stylesheets/", "assets/images/")):
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
        if file.page and file.published and file.folder == str(docs):
            yield from code_in_page(docs / file.source, shown_as=place.path)


def mistakes_in(
    files: Iterable[SourceFile], *, docs: Path, language: str, languages: Sequence[str], taken: Container[str]
) -> list[Problem]:
    """The same of one language; docs: the folder with a folder for each of the languages."""
    below = languages[1:] if language == languages[0] else ()
    shown_as = f"{docs.name}/{language}"
    return list(mistakes(files, docs=docs / language, shown_as=shown_as, taken=taken, languages=below))


def _outside(file: SourceFile, docs: Path) -> bool:
    """True for a file that docs/ only links to: the host would publish what it points at."""
    return file.folder == str(docs) and (docs / file.source).resolve() != docs.resolve() / file.source


@dataclass(frozen=True)
class WrittenPages:
    """The hand-written pages that have a title.

    docs: the folder with a folder for each language; sources: the file of each page, by its language and its path from
    the language's root; titles: likewise.
    """

    docs: Path
    sources: Mapping[str, Mapping[str, Path]]
    titles: Mapping[str, Mapping[str, str]]


def written_pages(docs: Path, languages: Sequence[str]) -> WrittenPages:
    """Every hand-written page below `docs` that begins with a title, language by language."""
    sources: dict[str, dict[str, Path]] = {}
    titles: dict[str, dict[str, str]] = {}
    for language in languages:
        found = {page_path(path.relative_to(docs / language)): path for path in _markdown(docs / language)}
        titled = {page: title for page, path in found.items() if (title := _title(path))}
        titles[language], sources[language] = titled, {page: found[page] for page in titled}
    return WrittenPages(docs, sources, titles)


def _title(source: Path) -> str:
    """The first heading of a Markdown file."""
    return _heading(source)[1].removeprefix("# ").strip()


def _heading(source: Path) -> tuple[int, str]:
    """The line of the first heading of a Markdown file, and its number from 1; an empty one where there is none."""
    lines = source.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    return next(((number, line) for number, line in enumerate(lines, 1) if line.startswith("# ")), (0, ""))


def undrawn_titles(pages: WrittenPages) -> Iterator[Problem]:
    """Every title with a character that no font has: a page's share card shows its title."""
    for titles, sources in ((pages.titles[language], pages.sources[language]) for language in pages.titles):
        for source in (sources[page] for page, title in titles.items() if undrawable(title)):
            number, line = _heading(source)
            found = undrawable(line)
            place = Place(source.relative_to(pages.docs.parent).as_posix(), number, found[0][0] + 1)
            yield Problem(place, undrawn(sign for _, sign in found), line, hint=instead(found[0][1]))


def unpublishable(pages: WrittenPages, campaign: Campaign, theme: Path | None = None) -> Iterator[Problem]:
    """What keeps hand-written files and the theme's from being published, as far as it is known beforehand.

    theme: the project's own part of the host's theme.
    """
    yield from undrawn_titles(pages)
    made = urls.all_pages(campaign)
    taken = {f"{path}index.html" for path in made}
    for language in campaign.languages:
        folder = pages.docs / language
        found = (file for file in source_files(folder) if not is_leaving(file.source))
        yield from mistakes_in(found, docs=pages.docs, language=language, languages=campaign.languages, taken=taken)
        files = files_beside(pages.docs, campaign.languages, language)
        yield from files.problems
        yield from dead_links(folder, made, shown_as=f"{pages.docs.name}/{language}")
        if theme and language == campaign.languages[0]:
            yield from overlaid(files.published, theme, shown_as=f"{pages.docs.name}/{language}")
    if theme:
        yield from theme_mistakes(theme, shown_as=_shown(theme))


def unpublished(pages: WrittenPages, campaign: Campaign, theme: Path | None = None) -> Iterator[Problem]:
    """What isn't published though nothing is wrong: files of nobody's own, or that no page refers to."""
    for language in campaign.languages:
        yield from files_beside(pages.docs, campaign.languages, language).notes
    if theme:
        yield from theme_notes(theme, shown_as=_shown(theme))


def files_beside(docs: Path, languages: Sequence[str], language: str) -> Beside:
    """The files beside one language's pages; docs: the folder with a folder for each of the languages."""
    return beside(docs / language, shown_as=f"{docs.name}/{language}", leads=language == languages[0])


def _shown(theme: Path) -> str:
    """The theme's folder as its author sees it."""
    return f"{theme.parent.name}/{theme.name}"


def written_paths(folder: Path) -> frozenset[str]:
    """The paths of the pages that Markdown files below a folder become, counted from their language's root."""
    return frozenset(page_path(path.relative_to(folder)) for path in _markdown(folder))


def _markdown(folder: Path) -> list[Path]:
    """The Markdown files below a folder that somebody wrote, in order."""
    return sorted(path for path in folder.rglob("*.md") if not is_leaving(path.relative_to(folder).as_posix()))


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

    def of_record(
        self, what: Message, kind: str, record_id: str, *, hint: Message | None = None, key: str = "id"
    ) -> Problem:
        """A problem at a record of the campaign, or of a hand-written page."""
        if kind != WRITTEN:
            return self.places.of_record(what, kind, record_id, hint=hint, key=key)
        language, _, page = record_id.partition("/")
        source = self.pages.sources[language][page]
        return Problem(Place(source.relative_to(self.pages.docs.parent).as_posix()), what, hint=hint)

    def of_county(self, folder: str, county: str) -> str:
        """The file of a folder that is a county's."""
        return self.places.of_county(folder, county)

    def in_braces(self, kind: str, record_id: str) -> bool:
        """True for a record of the campaign that is written in braces."""
        return self.places.in_braces(kind, record_id)
