"""Prove a finished site before it is published: every link leads somewhere, no page calls another host."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

LINKS = ("href", "src", "poster", "action", "srcset", "data")
ONLY_LEADS = {"a", "area", "form"}
"""Elements whose address is visited only when the reader asks; every other one is fetched with the page."""
NOT_FETCHED = {"canonical", "alternate", "license", "author", "help", "prev", "next"}
CSS_FETCH = re.compile(r"""(?:@import\s+|url\()\s*['"]?(?!data:|#)([^'")\s;]+)""")
RELATIVE = re.compile(r"(?!//)[a-z0-9./_-]+", re.IGNORECASE)
"""A plain path, which is nearly every link: no scheme, query, anchor or escape to take apart."""
SCHEMES = {"mailto", "tel", "sms", "webcal"}


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """What is wrong with one file of the site."""

    path: str
    what: str

    def __str__(self) -> str:
        return f"{self.path}: {self.what}"


@dataclass(slots=True)
class Site:
    """A built site as a set of paths, with the anchors each page offers and those it is asked for."""

    base_path: str
    files: frozenset[str]
    anchors: dict[str, set[str]] = field(default_factory=dict)
    wanted: list[tuple[str, str, str]] = field(default_factory=list)
    pages: int = 0
    links: int = 0

    def target(self, page: str, path: str) -> str | None:
        """The file a relative or site-absolute path leads to, counted from the site's root; None where it leaves it."""
        if path.startswith("/"):
            if not path.startswith(self.base_path):
                return None
            folder, rest = "", path[len(self.base_path) :]
        else:
            folder, rest = page.rpartition("/")[0], path
        parts = folder.split("/") if folder else []
        *steps, last = rest.split("/")
        for step in steps:
            if step == "..":
                if not parts:
                    return None
                parts.pop()
            elif step not in ("", "."):
                parts.append(step)
        if last == "..":
            return None
        return "/".join([*parts, last if last not in ("", ".") else "index.html"])


def verify(root: Path, *, site_address: str = "https://localhost/") -> list[Finding]:
    """Read each built file below root once and say all that is wrong with it, sorted.

    A link must lead to a file of the site (and an anchor to an id there), relative so that any sub-folder works; only
    404.html, which is shown at any depth, links from the root. Nothing is fetched from another host. Ids are unique.
    """
    site = Site(base_path=urlsplit(site_address).path or "/", files=frozenset(_files(root)))
    findings = [finding for path in sorted(site.files) for finding in _verify_file(site, root, path)]
    findings += [
        Finding(page, f"no such anchor: {href}")
        for page, href, (target, anchor) in ((p, h, t.split("#", 1)) for p, h, t in site.wanted)
        if target in site.anchors and anchor not in site.anchors[target]
    ]
    if not site.pages:
        findings.append(Finding(".", "no page was built"))
    return sorted(findings)


def _files(root: Path) -> Iterator[str]:
    for folder, _, names in os.walk(root):
        inner = Path(folder).relative_to(root).as_posix()
        yield from (name if inner == "." else f"{inner}/{name}" for name in names)


def _verify_file(site: Site, root: Path, path: str) -> Iterator[Finding]:
    if path.endswith(".html"):
        site.pages += 1
        yield from _verify_page(site, path, LexborHTMLParser((root / path).read_bytes()))
    elif path.endswith(".css"):
        text = (root / path).read_text(encoding="utf-8")
        yield from (finding for match in CSS_FETCH.findall(text) for finding in _verify_fetch(site, path, match))


def _verify_page(site: Site, page: str, tree: LexborHTMLParser) -> Iterator[Finding]:
    anchors = site.anchors.setdefault(page, set())
    for node in tree.css("[id]"):
        name = node.attributes.get("id") or ""
        if name in anchors:
            yield Finding(page, f"id used twice: {name}")
        anchors.add(name)
    if tree.root is None or not tree.root.attributes.get("lang"):
        yield Finding(page, "no lang on <html>")
    for node in tree.css("[href],[src],[poster],[action],[srcset],object[data]"):
        yield from _verify_node(site, page, node)
    for node in tree.css("style"):
        for match in CSS_FETCH.findall(node.text() or ""):
            yield from _verify_fetch(site, page, match)


def _verify_node(site: Site, page: str, node: LexborNode) -> Iterator[Finding]:
    attributes = node.attributes
    fetched = node.tag not in ONLY_LEADS and not NOT_FETCHED & set((attributes.get("rel") or "").split())
    for name in LINKS:
        value = attributes.get(name)
        if value is None:
            continue
        for href in (part.split()[0] for part in value.split(",")) if name == "srcset" else (value,):
            site.links += 1
            yield from _verify_fetch(site, page, href) if fetched else _verify_link(site, page, href)


def _verify_fetch(site: Site, page: str, href: str) -> Iterator[Finding]:
    if href.startswith(("data:", "#")):
        return
    if href.startswith("//") or (":" in href and urlsplit(href).scheme):
        yield Finding(page, f"fetches from another host: {href}")
        return
    yield from _verify_link(site, page, href)


def _verify_link(site: Site, page: str, href: str) -> Iterator[Finding]:
    path, fragment = href, ""
    if not RELATIVE.fullmatch(href):
        split = urlsplit(href)
        if split.scheme in ("http", "https") or split.scheme in SCHEMES:
            return
        if split.scheme or split.netloc:
            yield Finding(page, f"address not allowed: {href}")
            return
        path, fragment = unquote(split.path), unquote(split.fragment)
    if path.startswith("/") and not page.endswith("404.html"):
        yield Finding(page, f"link from the server's root breaks in a sub-folder: {href}")
        return
    target = site.target(page, path) if path else page
    if target is None or target not in site.files:
        yield Finding(page, f"leads nowhere: {href}")
    elif fragment:
        site.wanted.append((page, href, f"{target}#{fragment}"))
