"""Gallery: a built site's posters, frames and share cards on one page, side by side in every language, for judging."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import PurePosixPath
from typing import TypeVar

from campaign.channels.site.words import words
from campaign.core.language import html_lang
from campaign.core.problems import Message
from campaign.kinds import Campaign, kinds, pages, posters, urls

T = TypeVar("T")
MOST = 4
"""Records shown of a kind on a sheet: the first, the last, and some between."""
COLON = "："
STRIP_PX = 64
"""A display of so many pixels in height is shown with its dots, and as wide as it is."""
CARDS = Message("分享图", "share cards")
STYLE = """
:root{color-scheme:light dark;--ground:#DDD8D0;--ink:#1D1B1A}
@media (prefers-color-scheme:dark){:root{--ground:#2A2725;--ink:#F4EDE2}}
body{margin:0;padding:24px;background:var(--ground);color:var(--ink);
font:16px/1.6 "PingFang SC","Noto Sans CJK SC","Microsoft YaHei UI",sans-serif}
h1{margin:0 0 4px;font-size:28px}h2{margin:56px 0 8px;font-size:24px}h3{margin:24px 0 8px;font-size:17px}
p{margin:0;max-width:44em}a{color:inherit}nav a{display:inline-block;min-height:44px;margin-right:20px;line-height:44px}
.row{display:flex;flex-wrap:wrap;align-items:flex-end;gap:16px 20px;margin:0 0 20px}
figure{margin:0}figcaption{max-width:36em;font-size:13px;overflow-wrap:anywhere}
img{display:block;background:#FFF}.poster img{width:auto;max-width:min(1100px,90vw);height:auto;max-height:420px}
.frame img{width:auto;max-width:min(580px,90vw);height:auto;max-height:420px}
.strip figure{max-width:90vw;overflow-x:auto}
.strip img{height:64px;width:auto;image-rendering:pixelated}
.card img{width:min(380px,90vw);height:auto}.card img.square{width:200px;height:200px;object-fit:cover}
.card figure{display:flex;flex-wrap:wrap;gap:8px;align-items:flex-end}.card figcaption{flex-basis:100%}
"""


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture: its path in the site, and what is said below it."""

    path: str
    caption: str


@dataclass(frozen=True, slots=True)
class Row:
    """Pictures of one thing, side by side."""

    title: str
    pictures: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Rows of one kind; form: `poster`, `frame`, `strip` for a display a line high, or `card`."""

    form: str
    title: str
    rows: tuple[Row, ...]


def sections(campaign: Campaign, paths: Iterable[str]) -> Iterator[Section]:
    """What a site holds to be judged; paths: of its pictures, from its root."""
    found = sorted(paths)
    for kind in posters():
        yield from _section("poster", _both(campaign, f"poster_{kind}"), _posters(campaign, kind, found))
    for display in campaign.displays:
        title = " · ".join(dict.fromkeys(display.name[tag] for tag in campaign.languages))
        size = f"{title} {display.width_px} × {display.height_px} px"
        form = "strip" if display.height_px <= STRIP_PX else "frame"
        yield from _section(form, size, _frames(campaign, display.id, found))
    yield from _section("card", f"{CARDS.zh} · {CARDS.en}", _cards(campaign, "", found))
    for folder in dict.fromkeys(str(PurePosixPath(path).parent) for path in found if path.startswith("cards/")):
        below = folder.removeprefix("cards/").partition("/")[2]
        if below and folder.startswith(f"cards/{campaign.languages[0]}/"):
            title = f"{CARDS.zh} · {CARDS.en}{COLON}{_folder(campaign, below)}"
            yield from _section("card", title, _cards(campaign, below, found))


def _section(form: str, title: str, rows: Iterable[Row]) -> Iterator[Section]:
    if kept := tuple(row for row in rows if row.pictures):
        yield Section(form, title, kept)


def _both(campaign: Campaign, key: str) -> str:
    """A word of the site's in every language."""
    return " · ".join(dict.fromkeys(words(tag).say(key) for tag in campaign.languages))


def _folder(campaign: Campaign, below: str) -> str:
    """What the pages of a folder are called: by their kind, or by the folder itself."""
    for kind in kinds().values():
        if kind.folder and kind.folder.strip("/") == below:
            return " · ".join(dict.fromkeys(kind.label(tag) for tag in campaign.languages))
    if below.startswith(urls.LEARN.strip("/")):
        return _both(campaign, "learn")
    named = [one for one in pages().values() if one.path == f"{below}/" and one.there(campaign)]
    titles = [one.title(campaign)[tag] for one in named for tag in campaign.languages]
    return " · ".join(dict.fromkeys(titles)) or below


def _posters(campaign: Campaign, kind: str, paths: Sequence[str]) -> Iterator[Row]:
    """By sheet, some records; of each its languages, printed as it shows most; then one for little ink."""
    named: dict[str, dict[str, list[tuple[str, str, str]]]] = {}
    for path in paths:
        parts = PurePosixPath(path).name.split(".")
        if path.startswith(f"posters/{kind}/") and len(parts) == 5 and "tiles" not in parts[2]:
            record, sheet, technique, languages, _ = parts
            named.setdefault(sheet, {}).setdefault(record, []).append((technique, languages, path))
    sheets = campaign.posters.sheets if campaign.posters else ()
    names = {sheet.id: " · ".join(dict.fromkeys(sheet.name[tag] for tag in campaign.languages)) for sheet in sheets}
    order = [*names]
    for sheet in sorted(named, key=lambda one: (order.index(one) if one in order else len(order), one)):
        chosen = [path for files in _spread([*named[sheet].values()]) for path in _plain(campaign, files)]
        lean = [path for technique, _, path in next(iter(named[sheet].values())) if "low-ink" in technique][:1]
        yield Row(names.get(sheet, sheet), tuple(Shown(path, PurePosixPath(path).stem) for path in (*chosen, *lean)))


def _plain(campaign: Campaign, files: Sequence[tuple[str, str, str]]) -> list[str]:
    """The paths of one record's sheet, one for each language, all printed alike."""
    best = min((technique for technique, _, _ in files), key=lambda one: ("low-ink" in one, one))
    of_best = [(languages, path) for technique, languages, path in files if technique == best]
    return [path for _, path in sorted(of_best, key=lambda one: _rank(campaign, one[0]))]


def _rank(campaign: Campaign, languages: str) -> tuple[int, str]:
    """Sheets of one language first, in the site's order; then those of several."""
    tags = campaign.languages
    return (tags.index(languages) if languages in tags else len(tags)), languages


def _frames(campaign: Campaign, display: str, paths: Sequence[str]) -> Iterator[Row]:
    """By what a frame shows, its first in each language, by day and by night; of what runs on, the first part."""
    rows: dict[str, dict[tuple[str, str, str], str]] = {}
    ending = re.compile(rf"((?:-(?:{'|'.join(map(re.escape, campaign.languages))}))+)(?:-\d+of\d+)?$")
    for path in paths:
        parts = PurePosixPath(path).parts
        if parts[:2] != ("screens", display) or len(parts) != 5:
            continue
        pieces = PurePosixPath(path).stem.split("-")
        said = ending.search(PurePosixPath(path).stem)
        language = said[1].removeprefix("-") if said else ""
        shows = pieces[1] if len(pieces) > 1 else pieces[0]
        rows.setdefault(shows, {}).setdefault((parts[2], parts[3], language), path)
    for shows, found in rows.items():
        by_language = sorted(found.items(), key=lambda one: (one[0][:2], _rank(campaign, one[0][2])))
        yield Row(shows, tuple(Shown(path, PurePosixPath(path).stem) for _, path in by_language))


def _cards(campaign: Campaign, below: str, paths: Sequence[str]) -> Iterator[Row]:
    """Some cards of a folder, each in every language."""
    found: dict[str, list[str]] = {}
    for path in paths:
        for language in campaign.languages:
            folder = PurePosixPath("cards", language, below)
            if PurePosixPath(path).parent == folder:
                found.setdefault(PurePosixPath(path).name, []).append(path)
    names = [*found] if not below else _spread([*found])
    for name in names:
        ordered = sorted(found[name], key=lambda path: _rank(campaign, PurePosixPath(path).parts[1]))
        yield Row(PurePosixPath(name).stem, tuple(Shown(path, path) for path in ordered))


def _spread(found: Sequence[T]) -> list[T]:
    """At most MOST of them: the first, the last, and some at even distances between."""
    if len(found) <= MOST:
        return [*found]
    return [found[round(n * (len(found) - 1) / (MOST - 1))] for n in range(MOST)]


def page(found: Sequence[Section], *, folder: str, language: str, title: str, lead: str) -> str:
    """The whole page as HTML; folder: where the pictures stand from it, each at its path in the site."""
    jumps = "".join(f'<a href="#s{n}">{escape(one.title)}</a>' for n, one in enumerate(found))
    shown = "".join(
        f'<section class="{one.form}"><h2 id="s{n}">{escape(one.title)}</h2>'
        f"{''.join(_row(row, one.form, folder) for row in one.rows)}</section>\n"
        for n, one in enumerate(found)
    )
    return (
        f'<!doctype html>\n<html lang="{escape(html_lang(language))}"><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{escape(title)}</title><style>{STYLE}</style>'
        f"<body><h1>{escape(title)}</h1><p>{escape(lead)}</p><nav>{jumps}</nav>\n{shown}</body></html>\n"
    )


def _row(row: Row, form: str, folder: str) -> str:
    pictures = "".join(_figure(one, form, folder) for one in row.pictures)
    return f'<h3>{escape(row.title)}</h3><div class="row">{pictures}</div>'


def _figure(shown: Shown, form: str, folder: str) -> str:
    """A picture, and of a share card the square that WeChat cuts out of it."""
    image = f'src="{escape(folder)}/{escape(shown.path)}" alt="" loading="lazy"'
    square = f'<img class="square" {image}>' if form == "card" else ""
    return f"<figure><img {image}>{square}<figcaption>{escape(shown.caption)}</figcaption></figure>"
