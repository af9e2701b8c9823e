"""Prove a finished site before it is published: every link leads somewhere, no page calls another host.

Each page is held to its content security policy (`guarded`). A survey reads the pages of one folder; each language's
build surveys its own, and `verify` brings them together.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from campaign.channels.site.guarded import unguarded
from campaign.core import policy
from campaign.core.system_files import system_part
from campaign.workshop import gate

LINKS = {"href", "src", "poster", "action", "srcset", "data"}
ONLY_LEADS = {"a", "area", "form"}
"""Elements whose address is visited only when the reader asks; every other one is fetched with the page."""
NOT_FETCHED = {"canonical", "alternate", "license", "author", "help", "prev", "next"}
CSS_FETCH = re.compile(r"""(?:@import\s+|url\()\s*['"]?(?!data:|#)([^'")\s;]+)""")
RELATIVE = re.compile(r"(?!//)[a-z0-9./_-]+", re.IGNORECASE)
"""A plain path, which is nearly every link: no scheme, query, anchor or escape to take apart."""
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
READ = (".html", ".css")
SCHEMES = {"mailto", "tel", "sms", "webcal"}


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """What is wrong with one file of the site."""

    path: str
    what: str

    def __str__(self) -> str:
        return f"{self.path}: {self.what}"


@dataclass(slots=True)
class Survey:
    """What the pages and style sheets of a folder say, each read once; all paths are counted from the site's root.

    served: by the preview server, whose pages have another policy; surveyed: what was read; anchors: the ids that each
    page offers; wanted: every address something leads to, as its path and its anchor or "", with the first page that
    says so, the link as written there, and how many links say it.
    """

    base_path: str
    served: bool = field(default=False, kw_only=True)
    findings: list[Finding] = field(default_factory=list)
    surveyed: set[str] = field(default_factory=set)
    anchors: dict[str, set[str]] = field(default_factory=dict)
    wanted: dict[tuple[str, str], tuple[str, str, int]] = field(default_factory=dict)
    _folders: dict[tuple[str, str], str | None] = field(default_factory=dict)

    def read(self, path: str, content: bytes) -> None:
        """Take in one file of the site; what is neither a page nor a style sheet says nothing."""
        self.surveyed.add(path)
        if path.endswith(".html"):
            tree = LexborHTMLParser(content)
            self.findings += self._page(path, tree)
            wrong = unguarded(tree, content, policies=policy.of_pages(served=self.served))
            self.findings += (Finding(path, what) for what in wrong)
        elif path.endswith(".css"):
            for match in CSS_FETCH.findall(content.decode()):
                self.findings += self._fetch(path, match)

    def _page(self, page: str, tree: LexborHTMLParser) -> Iterator[Finding]:
        anchors = self.anchors.setdefault(page, set())
        for node in tree.css("[id]"):
            name = node.attributes.get("id") or ""
            if name in anchors:
                yield Finding(page, f"id used twice: {name}")
            anchors.add(name)
        if tree.root is None or not tree.root.attributes.get("lang"):
            yield Finding(page, "no lang on <html>")
        for node in tree.css("[href],[src],[poster],[action],[srcset],object[data]"):
            yield from self._node(page, node)
        for node in tree.css("style"):
            for match in CSS_FETCH.findall(node.text() or ""):
                yield from self._fetch(page, match)

    def _node(self, page: str, node: LexborNode) -> Iterator[Finding]:
        attributes = node.attributes
        follow = self._link
        if node.tag not in ONLY_LEADS and not NOT_FETCHED & set((attributes.get("rel") or "").split()):
            follow = self._fetch
        for name in LINKS & attributes.keys():
            value = attributes[name] or ""
            many = [part.split()[0] for part in value.split(",") if part.strip()] if name == "srcset" else [value]
            for href in many:
                yield from follow(page, href)

    def _fetch(self, page: str, href: str) -> Iterator[Finding]:
        if href.startswith(("data:", "#")):
            return
        if href.startswith("//") or SCHEME.match(href):
            yield Finding(page, f"fetches from another host: {href}")
            return
        yield from self._link(page, href)

    def _link(self, page: str, href: str) -> Iterator[Finding]:
        path, fragment = href, ""
        if not RELATIVE.fullmatch(href):
            try:
                split = urlsplit(href)
            except ValueError:
                yield Finding(page, f"not an address: {href}")
                return
            if split.scheme in ("http", "https") or split.scheme in SCHEMES:
                return
            if split.scheme or split.netloc:
                yield Finding(page, f"address not allowed: {href}")
                return
            path, fragment = unquote(split.path), unquote(split.fragment)
        if path.startswith("/") and not page.endswith("404.html"):
            yield Finding(page, f"link from the server's root breaks in a sub-folder: {href}")
            return
        target = self._target(page, path) if path else page
        if target is None:
            yield Finding(page, f"leads nowhere: {href}")
            return
        self._want((target, fragment), page, href)

    def _want(self, address: tuple[str, str], page: str, href: str) -> None:
        first_page, first_href, links = self.wanted.get(address, (page, href, 0))
        self.wanted[address] = (first_page, first_href, links + 1)

    def _target(self, page: str, path: str) -> str | None:
        """The file a relative or site-absolute path leads to; None where it leaves the site."""
        if not path.startswith("/"):
            return self._inside(page.rpartition("/")[0], path)
        return self._inside("", path[len(self.base_path) :]) if path.startswith(self.base_path) else None

    def _inside(self, folder: str, path: str) -> str | None:
        """The file a path leads to from a folder; climbing pages share their steps, so each is worked out once."""
        step, _, rest = path.partition("/")
        key = (folder, path) if step == ".." else ("", "")
        if key in self._folders:
            return self._folders[key]
        if step == "..":
            self._folders[key] = found = self._inside(folder.rpartition("/")[0], rest) if folder else None
            return found
        if not rest and "/" not in path:
            return "/".join(filter(None, (folder, step if step not in ("", ".") else "index.html")))
        inner = folder if step in ("", ".") else f"{folder}/{step}" if folder else step
        return self._inside(inner, rest)


def survey(root: Path, *, below: str = "", site_address: str = "https://localhost/", served: bool = False) -> Survey:
    """Read every page and style sheet below root, which will stand in the folder `below` (`en/`) of the site."""
    made = Survey(base_path=urlsplit(site_address).path or "/", served=served)
    for path in _files(root):
        if path.endswith(READ):
            made.read(below + path, (root / path).read_bytes())
    return made


def verify(
    root: Path,
    *,
    site_address: str = "https://localhost/",
    surveys: Iterable[Survey] = (),
    served: bool = False,
) -> list[Finding]:
    """Say all that is wrong with the site built below root, sorted; read what no survey has read yet.

    A link must lead to a file of the site (and an anchor to an id there), relative so that any sub-folder works; only
    404.html, which is shown at any depth, links from the root. Nothing is fetched from another host. Ids are unique.
    Every file is of a kind that is published, and none carries more than it shows (`workshop.gate`).
    """
    files = frozenset(_files(root))
    rest = Survey(base_path=urlsplit(site_address).path or "/", served=served)
    every = [*surveys, rest]
    seen = {path for one in every for path in one.surveyed}
    for path in sorted(files - seen):
        if path.endswith(READ):
            rest.read(path, (root / path).read_bytes())
    anchors = {page: ids for one in every for page, ids in one.anchors.items()}
    findings = [finding for one in every for finding in one.findings]
    findings += [finding for one in every for finding in _unmet(one, files, anchors)]
    findings += [Finding(path, "was surveyed and is gone") for path in seen - files]
    findings += [Finding(path, what) for path, what in gate.leaks(root, sorted(files))]
    if not anchors:
        findings.append(Finding(".", "no page was built"))
    return sorted(findings)


def _unmet(survey: Survey, files: frozenset[str], anchors: Mapping[str, set[str]]) -> Iterator[Finding]:
    """What a survey wants and the site doesn't have."""
    for (path, anchor), (page, href, links) in survey.wanted.items():
        more = f" (and {links - 1} more)" if links > 1 else ""
        if path not in files:
            yield Finding(page, f"leads nowhere: {href}{more}")
        elif anchor and path in anchors and anchor not in anchors[path]:
            yield Finding(page, f"no such anchor: {href}{more}")


def _files(root: Path) -> Iterator[str]:
    """Every file below root; of a folder that is a link the link, which is no folder of the site."""
    cut = len(str(root)) + 1
    for folder, folders, names in os.walk(root):
        inner = folder[cut:].replace(os.sep, "/")
        links = [name for name in folders if Path(folder, name).is_symlink()]
        paths = (f"{inner}/{name}" if inner else name for name in [*names, *links])
        yield from (path for path in paths if not system_part(path))
