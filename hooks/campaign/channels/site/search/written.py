"""What the search knows of hand-written pages: each page, and each part of it that has a heading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from campaign.channels.site.frame import SiteFrame
from campaign.channels.site.search.entry import Entry, group, label, longest

LONGEST_WORDS = 240
"""How many characters of a part are searched."""
HEADINGS = ("h2", "h3")
TEXTS = ("p", "li", "td")
UNREAD = "cite, details, script, style, svg"
"""What nobody searches for: where a sentence stands in the law."""
STOPS = "。！？.!?"


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenText:
    """A hand-written page as the host made it: its path from the language's root, and its text as HTML."""

    path: str
    title: str
    description: str
    html: str


@dataclass(slots=True)
class _Part:
    """A part of a page under its heading."""

    title: str
    anchor: str
    texts: list[str] = field(default_factory=list)


def of_written(frame: SiteFrame, made: Iterable[WrittenText]) -> Iterator[Entry]:
    """Everything that can be found of the hand-written pages."""
    for page in made:
        lead, *parts = _parts(page)
        kind, doing = label(frame, page.path, ""), group(frame, page.path)
        most = longest(frame.language)
        text = page.description or _first(lead.texts, most)
        headings = tuple(part.title for part in parts)
        yield Entry(path=page.path, title=page.title, text=text, words=headings, label=kind, group=doing)
        for part in parts:
            yield Entry(
                path=f"{page.path}#{part.anchor}",
                title=part.title,
                text=f"{page.title}\u00a0· {_first(part.texts, most)}" if part.texts else page.title,
                words=(" ".join(part.texts)[:LONGEST_WORDS],),
                label=kind,
                group=doing,
            )


def _parts(page: WrittenText) -> list[_Part]:
    """The page's lead, then each of its parts that an address can name."""
    tree = LexborHTMLParser(page.html)
    for node in tree.css(UNREAD):
        node.decompose()
    found = [_Part(page.title, "")]
    for node in tree.body.traverse(include_text=False) if tree.body else ():
        if node.tag in HEADINGS and node.id:
            found.append(_Part(_text(node), node.id))
        elif node.tag in TEXTS and (text := _text(node)):
            found[-1].texts.append(text)
    return found


def _text(node: LexborNode) -> str:
    """A node's own words in one line; a list's item may hold paragraphs, which are texts of their own."""
    return "" if node.css_first("p") and node.tag != "p" else " ".join(node.text(separator="").split())


def _first(texts: list[str], longest: int) -> str:
    """The first sentence."""
    text = texts[0] if texts else ""
    ends = [at + 1 for stop in STOPS if (at := text.find(stop)) >= 0]
    first = text[: min(ends)] if ends else text
    return first if len(first) <= longest else f"{first[: longest - 1]}…"
