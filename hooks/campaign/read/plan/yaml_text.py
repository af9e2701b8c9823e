"""Lines of YAML as staff read and edit them: plain where that is safe, quoted or in a block where it isn't."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from campaign.say.script import HAN

PLAIN = re.compile(rf"[{HAN}“《（A-Za-z][^\n]*")
UNSAFE = re.compile(r": |:$| #|[\x00-\x1f\x7f]|\s$|^(?:true|false|yes|no|on|off|null|y|n)$", re.IGNORECASE)


def scalar(text: str) -> str:
    """One value on its line."""
    if PLAIN.fullmatch(text) and not UNSAFE.search(text):
        return text
    return json.dumps(text, ensure_ascii=False)


def block(key: str, text: str, *, plain: bool = False) -> list[str]:
    """A key with a text in Chinese; plain: the text stands behind the key itself, not behind `zh` below it."""
    if plain:
        return _said(key, text)
    return [f"{key}:", *(f"  {line}" for line in _said("zh", text))]


def _said(key: str, text: str) -> list[str]:
    if "\n" not in text:
        return [f"{key}: {scalar(text)}"]
    return [f"{key}: |-", *(f"  {line}" for line in text.split("\n"))]


def listed(lines: Sequence[str]) -> list[str]:
    """The lines of a record as an item of a list two spaces in."""
    return [f"  {'- ' if not at else '  '}{line}" for at, line in enumerate(lines)]
