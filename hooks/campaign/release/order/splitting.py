"""Splitting a pack that no mail takes: the same files in the same order, in ZIPs under a size."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Item = TypeVar("Item")
MOST_BYTES = 20_000_000
"""What most offices' mail takes in one letter (custom)."""


def split(items: Sequence[Item], size: Callable[[Item], int], *, most_bytes: int) -> list[list[Item]]:
    """The items in as few runs as their order allows, each at most that large; one that is larger stands alone."""
    parts: list[list[Item]] = []
    room = 0
    for item in items:
        if not parts or size(item) > room:
            parts.append([])
            room = most_bytes
        parts[-1].append(item)
        room -= size(item)
    return parts
