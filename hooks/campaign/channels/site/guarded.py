"""Prove that a page keeps to its content security policy: ours, it stands first, and nothing needs what it forbids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from campaign.core import policy

META = "content-security-policy"
DATA_TYPES = {"application/json", "application/ld+json"}
"""What stands in a `<script>` and is never run (HTML, 4.12.1)."""
HANDLER = re.compile(rb"""\son[a-z]+\s*=""", re.IGNORECASE)
SHOWN = 60
"""How many characters of what is wrong are shown."""


def unguarded(tree: LexborHTMLParser, content: bytes, *, policies: Iterable[policy.Directives]) -> Iterator[str]:
    """What is wrong with a page that a browser would hold to its policy.

    content: the page as it is published; policies: those it may have.
    """
    said = _policy(tree)
    if said is None:
        yield "no content security policy before all else in <head>"
        return
    allowed = policy.read(said)
    if allowed not in [policy.read(policy.text(one)) for one in policies]:
        yield f"its content security policy is another than the site's: {_shown(said)}"
    for node in tree.css("script:not([src]),style,[style]"):
        yield from _within(node, allowed)
    if HANDLER.search(content):
        for node in tree.css("*"):
            if any(name.startswith("on") for name in node.attributes):
                yield f"its policy blocks a handler: {_shown(node.html)}"


def _within(node: LexborNode, allowed: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    if "style" in node.attributes:
        yield f"its policy blocks a style attribute: {_shown(node.html)}"
    if node.tag in ("script", "style") and node.attributes.get("type") not in DATA_TYPES and not _allows(allowed, node):
        yield f"its policy blocks this <{node.tag}>: {_shown(node.text())}"


def _policy(tree: LexborHTMLParser) -> str | None:
    """The policy, where only the page's character set stands before it; browsers hold nothing to it that does."""
    for node in tree.head.iter() if tree.head else ():
        if (node.attributes.get("http-equiv") or "").lower() == META:
            return node.attributes.get("content") or ""
        if "charset" not in node.attributes:
            break
    return None


def _allows(allowed: Mapping[str, tuple[str, ...]], node: LexborNode) -> bool:
    sources = allowed.get(f"{node.tag}-src", ())
    return "'unsafe-inline'" in sources or policy.source(node.text()) in sources


def _shown(code: str | None) -> str:
    return " ".join((code or "").split())[:SHOWN]
