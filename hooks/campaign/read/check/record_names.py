"""Records by their names: what an author may have meant by an id that is nowhere; how ids are shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from campaign.kinds import kinds
from campaign.read.tree.nodes import Items, Node, Pairs, Scalar, child, text_of

Names: TypeAlias = Mapping[str, Mapping[str, tuple[str, ...]]]
"""By kind and id, what a record is called: each text of its names, the first language's first."""
NAME_KEYS = ("name", "short_name", "title", "entry")


def record_names(trees: Mapping[str, Node]) -> dict[str, dict[str, tuple[str, ...]]]:
    """The names of every record of a folder's trees."""
    found: dict[str, dict[str, tuple[str, ...]]] = {kind: {} for kind in kinds()}
    for kind in kinds().values():
        for name, tree in trees.items():
            here = name == kind.file or name.startswith(f"{kind.file}/")
            records = child(tree, kind.key) if here else None
            for record in records.items if isinstance(records, Items) else ():
                found[kind.name][text_of(child(record, "id"))] = tuple(_texts(record))
    return found


def _texts(record: Node) -> Iterable[str]:
    for key in NAME_KEYS:
        value = child(record, key)
        texts = value.values.values() if isinstance(value, Pairs) else [value]
        yield from (text.text.strip() for text in texts if isinstance(text, Scalar) and text.text.strip())


def named(word: str, names: Mapping[str, tuple[str, ...]]) -> str:
    """The id of the one record that is called so; empty where none or several are."""
    found = [record_id for record_id, texts in names.items() if word.strip() in texts]
    return found[0] if len(found) == 1 else ""


def shown(ids: Iterable[str], names: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Each id with its name in Chinese characters, where it has one: `visit（上门）`."""
    return [f"{one}（{name}）" if (name := _chinese(names.get(one, ()))) else one for one in ids]


def _chinese(texts: tuple[str, ...]) -> str:
    return next((text for text in texts if re.search("[\u4e00-\u9fff]", text)), "")
