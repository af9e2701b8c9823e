"""Rules between records that name each other outside the models' own references: posters, playlists, languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from campaign.core.problems import Message, Problem
from campaign.kinds import Kind, Surroundings, kinds, posters
from campaign.read.tell.kind_names import LANGUAGES, gone
from campaign.read.tell.nearness import near
from campaign.read.tree.documents import Found, OpenFolder
from campaign.read.tree.nodes import Items, Node, Pairs, child, text_of

POSTER_RECORDS = frozenset(name for name, of in posters().items() if isinstance(of, Kind))
"""Posters that are made once for each record of the kind of the same name."""
SLIDE_RECORDS: Mapping[str, str] = MappingProxyType(
    {
        "event": "event",
        "events-today": "county",
        "county-events": "county",
        "priorities": "priority",
        "slogans": "slogan",
        "booths": "booth",
    }
)
"""What a slide's record is, by what the slide shows."""
REFERENCES = (("event", "priorities"), ("booth", "priorities"), ("poster_set", "records"), ("poster_set", "sheets"))


def reference_rules(folder: OpenFolder, around: Surroundings) -> Iterator[Problem]:
    """Records and languages named in posters, playlists and the theme exist; none is named twice in one list."""
    yield from _posters(folder, around)
    yield from _slides(folder, around)
    if around.languages:
        yield from _theme_lines(folder, around.languages)
        yield from _display_languages(folder, around.languages)
    for kind, key in REFERENCES:
        for record in folder.records(kind):
            yield from _repeated(record, key)


def _items(node: Node | None) -> list[Node]:
    return node.items if isinstance(node, Items) else []


def _posters(folder: OpenFolder, around: Surroundings) -> Iterator[Problem]:
    for record in folder.records("poster_set"):
        kind = text_of(child(record.node, "poster"))
        for node in _items(child(record.node, "records")):
            if kind in POSTER_RECORDS:
                yield from _unknown(around, record, node, kind)


def _slides(folder: OpenFolder, around: Surroundings) -> Iterator[Problem]:
    for display in folder.records("display"):
        for slide in _items(child(display.node, "playlist")):
            shows, node = child(slide, "shows"), child(slide, "record")
            kind = SLIDE_RECORDS.get(text_of(shows))
            if kind and node:
                yield from _unknown(around, display, node, kind)
            elif shows and not node and kind == "event":
                what = Message("放哪一场活动？加上“record: 活动编号”", "which event? add `record: ` and its id")
                yield display.file.problem(shows, what)


def _unknown(around: Surroundings, record: Found, node: Node, kind: str) -> Iterator[Problem]:
    """A record named by its id that doesn't exist; silent while nobody knows all the ids there are."""
    value, ids = text_of(node), around.ids.get(kind)
    if value and ids is not None and value not in ids:
        called = kinds()[kind].called
        guess = near(value, ids)
        ask = (f"，应是“{guess}”吧", f"; did you mean {guess}?") if guess else ("", "")
        what = Message(f"没有编号是“{value}”的{called.zh}{ask[0]}", f"there is no {called.en} {value}{ask[1]}")
        yield record.file.problem(node, what, meant=guess, hint=None if guess else gone(kind))


def _theme_lines(folder: OpenFolder, languages: tuple[str, ...]) -> Iterator[Problem]:
    theme = folder.files.get("theme")
    lines = child(theme.tree, "lines") if theme else None
    if theme is None or not isinstance(lines, Pairs):
        return
    missing = [tag for tag in languages if tag not in lines.values]
    if missing:
        names = "和".join(LANGUAGES.get(tag, tag) for tag in missing)
        what = Message(f"“lines”缺少{names}的分行", f"lines lacks {', '.join(missing)}")
        yield theme.problem(lines, what)


def _display_languages(folder: OpenFolder, languages: tuple[str, ...]) -> Iterator[Problem]:
    for record in folder.records("display"):
        for node in _items(child(record.node, "languages")):
            tag = text_of(node)
            if tag and tag not in languages:
                zh = f"网站没有“{tag}”这种语言，只有 {'、'.join(languages)}"
                yield record.file.problem(node, Message(zh, f"the site has no {tag}, only {', '.join(languages)}"))


def _repeated(record: Found, key: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for node in _items(child(record.node, key)):
        value = text_of(node)
        if value in seen:
            yield record.file.problem(node, Message(f"“{value}”写了两次", f"{value} stands twice"))
        seen.add(value)
