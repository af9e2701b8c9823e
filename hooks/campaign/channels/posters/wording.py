"""How posters set what they say: Markdown as plain words, serial numbers whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

from campaign.say import phrases

MARKUP = re.compile(r"(?m)^\s*(?:[#>]+|[-*+]|\d+\.)\s+|\*\*|__|`|(?<!\w)[*_]|[*_](?!\w)|!?\[([^\]]*)\]\([^)]*\)")
SERIAL = r"[0-9a-z]{4,8}-[0-9A-Z][0-9A-Z-]*-[0-9]+"
"""A poster's serial number, as Typst's patterns have it."""


def kept_together(language: str, names: Sequence[str] = ()) -> str:
    """A pattern for what no line break may part: names, terms, dates, serials."""
    return phrases.kept_together(language, names, [SERIAL])


def plain(markdown: str) -> str:
    """Markdown as the words it says: a poster has one weight of text, so marks are left out and lines joined."""
    lines = [MARKUP.sub(lambda found: found[1] or "", line).strip() for line in markdown.splitlines()]
    paragraphs = [line for line in lines if line]
    return "\n".join(paragraphs)
