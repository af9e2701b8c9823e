"""What every value is checked against, gathered from the plain trees before any of them is validated."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from campaign.language import TAG
from campaign.model import FILES, KINDS, OUTREACH, REQUIRED, Surroundings
from campaign.read.nodes import Items, Node, Pairs, Scalar, child, text_of


def gather(trees: Mapping[str, Node], *, unread: frozenset[str], images: frozenset[str]) -> Surroundings:
    """The surroundings of a folder's trees, by file (`theme`, `outreach/yongjing`).

    unread: files that are there but couldn't be read: what stands in them is unknown, so nobody is blamed for it.
    """
    head = trees.get("campaign")
    return Surroundings(
        languages=_languages(child(head, "languages")),
        ids={kind: ids for kind in KINDS if (ids := _ids(kind, trees, unread)) is not None},
        week=_week(child(head, "week")),
        images=images,
    )


def _languages(node: Node | None) -> tuple[str, ...]:
    tags = [text_of(item) for item in node.items] if isinstance(node, Items) else []
    return tuple(tag for tag in dict.fromkeys(tags) if TAG.fullmatch(tag))


def _week(node: Node | None) -> tuple[date, date] | None:
    try:
        starts, ends = (date.fromisoformat(text_of(child(node, key))) for key in ("starts", "ends"))
    except ValueError:
        return None
    return (starts, ends) if starts <= ends else None


def _ids(kind: str, trees: Mapping[str, Node], unread: frozenset[str]) -> frozenset[str] | None:
    """Every id of a kind; None where a file or a record leaves it unknown."""
    file, key = KINDS[kind]
    names = [name for name in {*trees, *unread} if name == file or name.startswith(f"{file}/")]
    if unread.intersection(names) or (not names and file in REQUIRED):
        return None
    found: set[str] = set()
    for name in names:
        records = child(trees[name], key)
        if isinstance(records, Items):
            found |= {text_of(child(record, "id")) for record in records.items}
    return frozenset(found)
