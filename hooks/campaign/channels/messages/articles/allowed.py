"""Allowed: what an official account's editor keeps of pasted HTML, and a proof that an article holds nothing else.

As seen in doocs/md (issues 447, 521, 1585) and markdown-nice (15): inline styles stay, `class`, `id`, `position`,
scripts and frames go, lists are restyled, links elsewhere are refused on saving, and so are foreign pictures.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from html.parser import HTMLParser

TAGS = frozenset({"section", "p", "span", "strong", "em", "br", "img"})
VOID = frozenset({"br", "img"})
BLOCKS = frozenset({"section", "p"})
ATTRIBUTES = {"img": frozenset({"src", "alt", "style"})}
STYLED = frozenset({"style"})
"""What any other element may carry."""
PROPERTIES = frozenset(
    [
        "background-color",
        "border",
        "border-bottom",
        "border-left",
        "border-radius",
        "box-sizing",
        "color",
        "display",
        "flex",
        "font-size",
        "font-weight",
        "height",
        "letter-spacing",
        "line-height",
        "margin",
        "overflow",
        "padding",
        "text-align",
        "text-indent",
        "vertical-align",
        "width",
        "word-break",
    ]
)
DISPLAYS = frozenset({"block", "inline-block", "flex"})
UNKEPT = re.compile(r"url\(|var\(|calc\(|expression|!important|@|\\|(?:^|[^\w.])\d*\.?\d+(?:vw|vh|rem)\b", re.I)
"""Values that fetch, that depend on a page around them, or that the editor drops."""
PICTURE = re.compile(r"data:image/(?:png|jpeg);base64,(?P<data>[A-Za-z0-9+/]+=*)\Z")
HEADS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
MOST_PICTURE = 2 << 20
"""The editor takes pictures of a few megabytes; ours are far lighter (bytes)."""
ADDRESS = re.compile(r"https?://|www\.|(?<![\w@.])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:cn|com|net|org|gov)\b", re.I)


def breaches(html: str) -> list[str]:
    """Everything in an article's HTML that the editor would drop, restyle or refuse; none where it stays as it is."""
    editor = _Editor()
    editor.feed(html)
    editor.close()
    return [*editor.found, *(f"<{tag}> is never closed" for tag in editor.open)]


def kept_style(style: str) -> Iterator[str]:
    """What is wrong with a style attribute."""
    for part in filter(None, (one.strip() for one in style.split(";"))):
        name, colon, value = (one.strip() for one in part.partition(":"))
        if not colon or not value:
            yield f"no declaration: {part}"
        elif name not in PROPERTIES:
            yield f"the editor drops the property {name}"
        elif UNKEPT.search(value):
            yield f"the editor drops the value {name}: {value}"
        elif name == "display" and value not in DISPLAYS:
            yield f"the editor drops display: {value}"


class _Editor(HTMLParser):
    """Reads HTML as the editor does, and notes what it wouldn't keep."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.found.append(f"the editor drops <{tag}>")
        if tag in BLOCKS and any(one != "section" for one in self.open):
            self.found.append(f"<{tag}> within <{self.open[-1]}> would be taken apart")
        self.found += self._attributes(tag, attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.found.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        if not data.strip():
            return
        if not self.open or self.open[-1] == "section":
            self.found.append(f"text outside of any paragraph: {data.strip()[:20]}")
        self.found += (f"an address in the text: {one[0]}" for one in ADDRESS.finditer(data))

    def handle_comment(self, data: str) -> None:
        self.found.append("a comment")

    def handle_decl(self, decl: str) -> None:
        self.found.append("a whole document, not a part of one")

    def handle_pi(self, data: str) -> None:
        self.found.append("an instruction")

    def unknown_decl(self, data: str) -> None:
        self.found.append("a declaration")

    def _attributes(self, tag: str, attrs: list[tuple[str, str | None]]) -> Iterator[str]:
        known = ATTRIBUTES.get(tag, STYLED)
        names = [name for name, _ in attrs]
        yield from (f"the editor drops {name} of <{tag}>" for name in names if name not in known)
        for name, value in attrs:
            if name == "style":
                yield from kept_style(value or "")
        if tag == "img":
            yield from _picture(dict(attrs).get("src") or "")
        if tag == "img" and "alt" not in names:
            yield "a picture without a word for it (alt)"


def _picture(source: str) -> Iterator[str]:
    """What is wrong with a picture: it is within the article itself, and is what it says."""
    found = PICTURE.match(source)
    if found is None:
        yield f"a picture from elsewhere: {source[:40]}"
        return
    try:
        content = base64.b64decode(found["data"], validate=True)
    except binascii.Error:
        yield "a picture that is none"
        return
    if not content.startswith(HEADS):
        yield "a picture that is none"
    if len(content) > MOST_PICTURE:
        yield f"a picture of {len(content)} bytes"
