"""Rules between records that name each other outside the models' own references: posters, playlists, languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from campaign.core.problems import Message, Problem
from campaign.kinds import Kind, Surroundings, posters
from campaign.read.check.record_names import Names, meant_record
from campaign.read.tell.kind_names import KIND_NAMES, missing_record
from campaign.read.tell.languages import in_chinese
from campaign.read.tree.documents import Documents, MarkedRecord
from campaign.read.tree.nodes import Node, Pairs, child, items_of, text_of

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


def reference_rules(documents: Documents, around: Surroundings, names: Names) -> Iterator[Problem]:
    """Records and languages named in posters, playlists and the theme exist."""
    for record, node, kind in (*_of_posters(documents), *_of_slides(documents)):
        yield from _unknown(record, node, kind, around.ids.get(kind), names)
    yield from _slides_of_nothing(documents)
    if around.languages:
        yield from _theme_lines(documents, around.languages)
        yield from _display_languages(documents, around.languages)


def _of_posters(documents: Documents) -> Iterator[tuple[MarkedRecord, Node, str]]:
    """Every id that a poster set names, and the kind of record it must be of."""
    for record in documents.records("poster_set"):
        kind = record.text("poster")
        if kind in POSTER_RECORDS:
            yield from ((record, node, kind) for node in items_of(child(record.node, "records")))


def _of_slides(documents: Documents) -> Iterator[tuple[MarkedRecord, Node, str]]:
    """Likewise for playlists."""
    for slide in _slides(documents):
        kind, node = SLIDE_RECORDS.get(slide.text("shows")), child(slide.node, "record")
        if kind and node:
            yield slide, node, kind


def _slides(documents: Documents) -> Iterator[MarkedRecord]:
    return (slide for display in documents.records("display") for slide in display.listed("playlist"))


def _slides_of_nothing(documents: Documents) -> Iterator[Problem]:
    for slide in _slides(documents):
        if slide.text("shows") == "event" and not child(slide.node, "record"):
            what = Message("放哪一场活动？加上“record: 活动编号”", "which event? add `record: ` and its id")
            yield slide.document.problem(slide.node.values["shows"], what)


def _unknown(
    record: MarkedRecord, node: Node, kind: str, ids: frozenset[str] | None, names: Names
) -> Iterator[Problem]:
    """A record named by its id that doesn't exist; silent while nobody knows all the ids there are."""
    value = text_of(node)
    if value and ids is not None and value not in ids:
        zh, en = KIND_NAMES[kind]
        guess = meant_record(value, ids, names.get(kind, {}))
        ask = (f"，应是“{guess}”吧", f"; did you mean {guess}?") if guess else ("", "")
        what = Message(f"没有编号是“{value}”的{zh}{ask[0]}", f"there is no {en} {value}{ask[1]}")
        yield record.document.problem(node, what, meant=guess, hint=None if guess else missing_record(kind))


def _theme_lines(documents: Documents, languages: tuple[str, ...]) -> Iterator[Problem]:
    theme = documents.files.get("theme")
    lines = child(theme.tree, "lines") if theme else None
    if theme is None or not isinstance(lines, Pairs):
        return
    missing = [tag for tag in languages if tag not in lines.values]
    if missing:
        what = Message(f"“lines”缺少{in_chinese(missing)}的分行", f"lines lacks {', '.join(missing)}")
        yield theme.problem(lines, what)


def _display_languages(documents: Documents, languages: tuple[str, ...]) -> Iterator[Problem]:
    for record in documents.records("display"):
        for node in items_of(child(record.node, "languages")):
            tag = text_of(node)
            if tag and tag not in languages:
                zh = f"网站没有“{tag}”这种语言，只有 {'、'.join(languages)}"
                yield record.document.problem(node, Message(zh, f"the site has no {tag}, only {', '.join(languages)}"))
