"""What every value is checked against, gathered from the plain trees before any of them is validated."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from campaign.core.language import TAG
from campaign.kinds import FILES, REQUIRED, Surroundings, kinds
from campaign.kinds.fields import ID
from campaign.read.tree.nodes import Items, Node, Pairs, child, text_of


def gather(
    trees: Mapping[str, Node], *, unread: frozenset[str], images: frozenset[str], films: frozenset[str] = frozenset()
) -> Surroundings:
    """The surroundings of a folder's trees, by file (`theme`, `outreach/yongjing`).

    unread: files that are there but can't be read: what stands in them is unknown, so nobody is blamed for it.
    """
    head = trees.get("campaign")
    languages = _languages(child(head, "languages"))
    ids = {kind: found for kind in kinds() if (found := _ids(kind, trees, unread)) is not None}
    week = _week(child(head, "week"))
    if languages:
        return Surroundings(languages=languages, ids=ids, week=week, images=images, films=films)
    return Surroundings(languages=(), spare_languages=_tags(trees), ids=ids, week=week, images=images, films=films)


def _languages(node: Node | None) -> tuple[str, ...]:
    """The site's languages; none where any of them is in doubt."""
    tags = [text_of(item) for item in node.items] if isinstance(node, Items) else []
    return tuple(tags) if len(set(tags)) == len(tags) and all(map(TAG.fullmatch, tags)) else ()


def _tags(trees: Mapping[str, Node]) -> tuple[str, ...]:
    """Every key that might be a language: while nobody knows the site's languages, none is wrong."""
    found: set[str] = set()
    waiting = list(trees.values())
    while waiting:
        node = waiting.pop()
        if isinstance(node, Items):
            waiting += node.items
        elif isinstance(node, Pairs):
            found.update(filter(TAG.fullmatch, node.values))
            waiting += node.values.values()
    return tuple(sorted(found))


def _week(node: Node | None) -> tuple[date, date] | None:
    try:
        starts, ends = (date.fromisoformat(text_of(child(node, key))) for key in ("starts", "ends"))
    except ValueError:
        return None
    return (starts, ends) if starts <= ends else None


def _ids(kind: str, trees: Mapping[str, Node], unread: frozenset[str]) -> frozenset[str] | None:
    """Every id of a kind; None where a file or a record leaves one unknown."""
    file, key = kinds()[kind].file, kinds()[kind].key
    names = [name for name in trees if name == file or name.startswith(f"{file}/")]
    if any(name == file or name.startswith(f"{file}/") for name in unread) or (not names and file in REQUIRED):
        return None
    found: set[str] = set()
    for name in names:
        records = child(trees[name], key)
        if records is None and not _required(file, key):
            continue
        ids = [known_ids(record) for record in records.items] if isinstance(records, Items) else [()]
        if not all(ids):
            return None
        found.update(*ids)
    return frozenset(found)


def known_ids(record: Node) -> tuple[str, ...]:
    """The id of a record; empty while nobody knows it: those who name it may mean it as it was, or as it will be."""
    value = text_of(child(record, "id"))
    return (value,) if ID.fullmatch(value) else ()


def _required(file: str, key: str) -> bool:
    return file in FILES and FILES[file].model_fields[key].is_required()
