"""Records by their names: what an author may have meant by an id that is nowhere; how ids are shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from campaign.kinds import kinds
from campaign.read.tell.nearness import IDS, near
from campaign.read.tree.documents import Documents
from campaign.read.tree.nodes import Node, Pairs, Scalar, child
from campaign.say.script import is_han

Names: TypeAlias = Mapping[str, Mapping[str, tuple[str, ...]]]
"""By kind and id, what a record is called: each text of its names, the first language's first."""
NAME_KEYS = ("name", "short_name", "title", "entry")


def record_names(documents: Documents) -> Names:
    """The names of every record of a folder."""
    return {kind: {one.id: tuple(_texts(one.node)) for one in documents.records(kind)} for kind in kinds()}


def _texts(record: Node) -> Iterable[str]:
    for key in NAME_KEYS:
        value = child(record, key)
        texts = value.values.values() if isinstance(value, Pairs) else [value]
        yield from (text.text.strip() for text in texts if isinstance(text, Scalar) and text.text.strip())


def id_of_name(word: str, names: Mapping[str, tuple[str, ...]]) -> str:
    """The id of the one record that is called so; empty where none or several are."""
    found = [record_id for record_id, texts in names.items() if word.strip() in texts]
    return found[0] if len(found) == 1 else ""


def meant_record(word: str, ids: Iterable[str], names: Mapping[str, tuple[str, ...]]) -> str:
    """The id that was meant where a word is none: of the one record called so, or a slip away; empty otherwise.

    names: of the records of the kind, by their ids.
    """
    return id_of_name(word, names) or near(word, ids, IDS)


def with_names(ids: Iterable[str], names: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Each id with its name in Chinese characters, where it has one: `visit（上门）`."""
    return [f"{one}（{name}）" if (name := _chinese(names.get(one, ()))) else one for one in ids]


def _chinese(texts: tuple[str, ...]) -> str:
    return next((text for text in texts if is_han(text)), "")
