"""Texts from data as safe HTML: rich text through Markdown and an allow-list, plain text as paragraphs."""

from __future__ import annotations

import re
from functools import lru_cache

import markdown
import nh3
from markupsafe import Markup, escape

from campaign.say.script import HAN_TEXT, width

TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "a", "blockquote", "code", "hr"}
ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
SCHEMES = {"https", "tel", "mailto"}
AMPERSAND = "\ue000"
"""Stands for & during conversion, so that Markdown never takes `&amp;` for one it wrote itself; data can't hold it."""
INSIDE_HAN = re.compile(f"(?<=[{HAN_TEXT}])\n(?=[{HAN_TEXT}])")
"""A line break between Han characters: white space in HTML, none in the sentence."""


def _converter() -> markdown.Markdown:
    """Markdown in which HTML and entities are plain text: what was typed is what is seen."""
    converter = markdown.Markdown(extensions=["sane_lists"], output_format="html")
    converter.preprocessors.deregister("html_block")
    for pattern in ("html", "entity", "image_link", "image_reference", "short_image_ref"):
        converter.inlinePatterns.deregister(pattern)
    for block in ("hashheader", "setextheader", "code", "reference"):
        converter.parser.blockprocessors.deregister(block)
    return converter


@lru_cache(maxsize=1)
def _one_converter() -> markdown.Markdown:
    return _converter()


@lru_cache(maxsize=32_768)
def rich(text: str) -> Markup:
    """Markdown as HTML with the tags of TAGS alone; links go to https, tel and mailto."""
    source = INSIDE_HAN.sub("", text).replace("&", AMPERSAND)
    html = _one_converter().reset().convert(source).replace(AMPERSAND, "&amp;")
    return Markup(nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, url_relative="deny"))


@lru_cache(maxsize=4_096)
def paragraphs(text: str) -> Markup:
    """Plain text, one paragraph per line."""
    lines = (line.strip() for line in text.splitlines())
    return Markup("\n").join(Markup("<p>{}</p>").format(escape(line)) for line in lines if line)


def plain(text: str, *, longest: int = 160) -> str:
    """The first words of a rich text without its markup, for a description: cut at a sentence where there is one."""
    bare = " ".join(re.sub(r"<[^>]+>", "", str(rich(text))).split())
    bare = str(Markup(bare).unescape())
    if len(bare) <= longest:
        return bare
    cut = max(bare.rfind(stop, 0, longest) for stop in "。！？.;；")
    return bare[: cut + 1] if cut > longest // 3 else bare[: longest - 1] + "…"


def widest(text: str) -> float:
    """How wide the widest part is that must not be broken, in ems: a Chinese clause, an English word."""
    return max(1.0, *(ems(part) for part in re.split(r"[\s：，、。；！？（）《》·-]+", text)))


PAUSE = re.compile(r"[：；。！？，]|(?<=[:;.!?,])\s")
"""Where a sentence may stop: after a pause, in Latin text one that a space follows."""


def clause(text: str, *, most_ems: float) -> str:
    """As many of a title's first clauses as so wide a line holds, without the pause at their end.

    All of it where it fits, or where its first clause alone is too wide: a clause is never cut.
    """
    if ems(text) <= most_ems:
        return text
    heads = (text[: found.start()].rstrip(" :;.!?,") for found in PAUSE.finditer(text))
    fitting = [head for head in heads if head and ems(head) <= most_ems and not _opened(head)]
    return fitting[-1] if fitting else text


def _opened(text: str) -> bool:
    """True where a quotation or a bracket is left open."""
    return any(text.count(first) != text.count(last) for first, last in ("“”", "（）", "()", "《》", "‘’"))


def ems(text: str) -> float:
    """About how wide a bold text is, in ems: a Han character is one, any other some 0.6."""
    return round(width(text, narrow=0.6), 1)
