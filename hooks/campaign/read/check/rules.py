"""Rules between records: each looks at the marked trees, so that it holds even where a record isn't valid otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from campaign.core.problems import Message, Problem
from campaign.kinds import OUTREACH, Surroundings, kinds
from campaign.read.check.floor_plan import ground_rules
from campaign.read.check.playlists import playlist_rules
from campaign.read.check.references import reference_rules
from campaign.read.tree.documents import Found, OpenFolder, listed
from campaign.read.tree.nodes import Node, Pairs, child, text_of

OTHER_ID = Message(
    "两处里后加的、复制来的那一处换一个编号；已经印出去的不要换",
    "give the one that was added or copied another id, never the one that is printed",
)
OTHER_NUMBER = Message("两处里后加的那一处换一个号", "give the one that was added another number")
ONE_FILE = Message(
    "一个县（市）只有一个文件：多出来的副本删去；是另一个县（市）的，就改这一行",
    "a county has one file: delete the copy, or correct this line",
)


def rule_problems(folder: OpenFolder, around: Surroundings) -> Iterator[Problem]:
    """Every breach of a rule between records; `around` as the models had it."""
    for rule in RULES:
        yield from rule(folder)
    yield from reference_rules(folder, around)


def _twice(records: Iterable[Found], key: str, *, zh: str, en: str, hint: Message) -> Iterator[Problem]:
    """Two records with the same value under a key; told at the second, with the place of the first."""
    first: dict[str, tuple[Found, Node]] = {}
    for record in records:
        node = child(record.node, key)
        value = text_of(node)
        if node is None or not value:
            continue
        if value in first:
            before, there = first[value]
            where = before.file.place(there)
            yield record.file.problem(
                node,
                Message(f"{zh}“{value}”用了两次，第一次在 {where}", f"{en} {value} is used twice, first at {where}"),
                hint=hint,
            )
        else:
            first[value] = record, node


def _ids(folder: OpenFolder) -> Iterator[Problem]:
    copies = _copies(folder)
    for kind, one in kinds().items():
        zh, en = one.called.zh, one.called.en
        found = [record for record in folder.records(kind) if record.file.name not in copies]
        yield from _twice(found, "id", zh=f"{zh}编号", en=f"{en} id", hint=OTHER_ID)
    for keys in (("sections",), ("report", "items")):
        records = listed(folder.files["plan"], *keys) if "plan" in folder.files else iter(())
        yield from _twice(records, "id", zh="编号", en="id", hint=OTHER_ID)


def _copies(folder: OpenFolder) -> set[str]:
    """The files of a county that has one already: the whole file is a copy, which is told once."""
    seen: set[str] = set()
    copies: set[str] = set()
    for file in folder.files.values():
        county = text_of(child(file.tree, "county")) if file.name.startswith(f"{OUTREACH}/") else ""
        if county and county in seen:
            copies.add(file.name)
        seen.add(county)
    return copies


def _numbers(folder: OpenFolder) -> Iterator[Problem]:
    yield from _twice(folder.records("booth"), "number", zh="展台号", en="booth number", hint=OTHER_NUMBER)
    yield from _twice(folder.records("board"), "number", zh="展板号", en="board number", hint=OTHER_NUMBER)


def _county_files(folder: OpenFolder) -> Iterator[Problem]:
    files = (file for file in folder.files.values() if file.name.startswith(f"{OUTREACH}/"))
    heads = (Found(file, file.tree) for file in files if isinstance(file.tree, Pairs))
    yield from _twice(heads, "county", zh="县（市）", en="county", hint=ONE_FILE)


def _tiles(folder: OpenFolder) -> Iterator[Problem]:
    """Two counties never share a square of the cartogram."""
    first: dict[tuple[str, str], tuple[Found, Node]] = {}
    for record in folder.records("county"):
        tile = child(record.node, "tile")
        square = (text_of(child(tile, "column")), text_of(child(tile, "row")))
        if tile is None or not all(square):
            continue
        if square in first:
            before, there = first[square]
            where = before.file.place(there)
            zh = f"两个县（市）占了同一格（第 {square[0]} 列第 {square[1]} 行），另一个在 {where}"
            yield record.file.problem(tile, Message(zh, f"two counties share a tile, the other is at {where}"))
        else:
            first[square] = record, tile


def _pictures(folder: OpenFolder) -> Iterator[Problem]:
    """A picture says in words what it shows."""
    for record in folder.records("event"):
        image = child(record.node, "image")
        if image is not None and text_of(image) and "image_alt" not in record.node.values:
            what = Message(
                "有图片就要有“image_alt”，写明图上有什么", "a picture needs an image_alt that says what it shows"
            )
            hint = Message("看不见图的人靠它知道图上有什么", "those who can't see the picture rely on it")
            yield record.file.problem(image, what, hint=hint)


RULES: tuple[Callable[[OpenFolder], Iterator[Problem]], ...] = (
    _ids,
    _numbers,
    _county_files,
    _tiles,
    _pictures,
    ground_rules,
    playlist_rules,
)
