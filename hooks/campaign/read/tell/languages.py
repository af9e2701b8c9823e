"""The languages authors write in, and what they're called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

LANGUAGES: Mapping[str, str] = MappingProxyType({"zh": "中文", "en": "英文"})
"""The tags that stand for a text's languages whatever the site's own are, and their names in Chinese."""


def in_chinese(tags: Iterable[str]) -> str:
    """The names of languages in one sentence: 中文和英文."""
    return "和".join(LANGUAGES.get(tag, tag) for tag in tags)
