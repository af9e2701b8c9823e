"""Shown: the pictures of an article, in the order they stand in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

HERO, CODE = "hero", "code"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A picture of an article. key: `hero`, `code`, or the vignette it is; name: its file's; alt: what it shows."""

    key: str
    name: str
    alt: str


def pictures(data: Mapping[str, Any]) -> list[Shown]:
    """The pictures of an article, from its content."""
    return [Shown(**one) for one in data["pictures"]]
