"""Writing: finished files, and what search knows of the pages."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from markupsafe import escape
from selectolax.lexbor import LexborHTMLParser

from campaign.core.artifact import Download, Page


def write(made: Iterable[Download], root: Path) -> None:
    """Write finished files below a folder, making each folder on the way once."""
    folders: set[Path] = set()
    for one in made:
        path = root / one.path
        if path.parent not in folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            folders.add(path.parent)
        path.write_bytes(one.content)


def search_entry(page: Page) -> dict[str, str]:
    """A page as the search index holds it: its address, its title, and its words as escaped text."""
    tree = LexborHTMLParser(page.body)
    for node in tree.css("h1, script, style, svg, nav"):
        node.decompose()
    words = " ".join(tree.body.text(separator=" ").split()) if tree.body else ""
    return {"location": page.path, "title": str(escape(page.title)), "text": str(escape(words))}


def finish_search(root: Path) -> None:
    """Give the search index the form a page opened by file:// can load: a script, because it may not fetch."""
    index = root / "search" / "search_index.json"
    if index.exists():
        data = json.dumps(json.loads(index.read_bytes()), ensure_ascii=False, separators=(",", ":"))
        safe = data.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
        index.write_text(data, encoding="utf-8", newline="\n")
        index.with_suffix(".js").write_text(f"var __index={safe}\n", encoding="utf-8", newline="\n")
