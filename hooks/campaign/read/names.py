"""Records by their names: what an author may have meant by an id that is nowhere; how ids are shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from campaign.kinds import KINDS
from campaign.read.nodes import Items, Node, Pairs, Scalar, child, text_of

Names: TypeAlias = Mapping[str, Mapping[str, tuple[str, ...]]]
"""By kind and id, what a record is called: each text of its names, the first language's first."""
NAME_KEYS = ("name", "short_name", "title", "entry")
SHORTEST = 4
"""Letters in a word that may be mistyped: shorter ones differ on purpose."""


def record_names(trees: Mapping[str, Node]) -> dict[str, dict[str, tuple[str, ...]]]:
    """The names of every record of a folder's trees."""
    found: dict[str, dict[str, tuple[str, ...]]] = {kind: {} for kind in KINDS}
    for kind, (file, key) in KINDS.items():
        for name, tree in trees.items():
            records = child(tree, key) if name == file or name.startswith(f"{file}/") else None
            for record in records.items if isinstance(records, Items) else ():
                found[kind][text_of(child(record, "id"))] = tuple(_texts(record))
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


def near(word: str, ids: Iterable[str]) -> str:
    """The one id that differs from a word by a slip of the hand; empty where none or several do.

    Numbers never count as a slip: `booth-24` isn't a mistyped `booth-25`.
    """
    known = list(ids)
    same = [one for one in known if _folded(one) == _folded(word)]
    found = same or [one for one in known if _slip(_words(word), _words(one))]
    return found[0] if len(found) == 1 else ""


def _folded(word: str) -> str:
    return re.sub(r"[\s_-]+", "", word).lower()


def _words(text: str) -> list[str]:
    return re.findall("[a-z]+|[0-9]+", text.lower())


def _slip(typed: list[str], meant: list[str]) -> bool:
    """True where one word of several is a letter off, two letters in a long one."""
    if len(typed) != len(meant):
        return False
    different = [(a, b) for a, b in zip(typed, meant, strict=True) if a != b]
    if len(different) != 1 or not (different[0][0] + different[0][1]).isalpha():
        return False
    a, b = different[0]
    most = 2 if len(b) >= 2 * SHORTEST and a[0] == b[0] else 1
    return len(b) >= SHORTEST and distance(a, b) <= most


def distance(a: str, b: str) -> int:
    """Letters to add, drop, change or swap with the next until one word is the other (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        above, row, two = row, [i], before
        for j, other in enumerate(b, 1):
            step = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and other == a[i - 2]:
                step = min(step, two[j - 2] + 1)
            row.append(step)
        before = above
    return row[-1]
