"""Chrome: the ready HTML around a page's body, for generated and hand-written pages and for 404 alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from campaign.channels.site.frame import SiteFrame
from campaign.channels.site.links import Links
from campaign.channels.site.sharing import card_of
from campaign.channels.site.templating import template
from campaign.channels.site.words import words
from campaign.channels.site.written import around
from campaign.core.artifact import Page
from campaign.kinds import urls


@dataclass(frozen=True, slots=True, kw_only=True)
class Chrome:
    """Ready HTML for the theme to insert.

    lang: for `<html lang>`; head: what stands in `<head>`, title and style sheets included; header; footer;
    scripts: what stands before `</body>`; body: the main part, which a hand-written page gets from its own text;
    written: a hand-written page, to be set as prose; before, after: what stands around its text; start: what stands in
    it, where its author left `<div class="start"></div>`; tint: a class.
    """

    lang: str
    head: str
    header: str
    footer: str
    scripts: str
    body: str = ""
    written: bool = False
    before: str = ""
    after: str = ""
    start: str = ""
    tint: str = ""


def chrome(
    frame: SiteFrame,
    *,
    path: str,
    title: str,
    description: str,
    alternates: Iterable[str] | None = None,
    page: Page | None = None,
) -> Chrome:
    """What stands around one page.

    path: the page's path from its language's root, "" for home; title, description: plain text;
    alternates: the languages that have this page under the same path, None where all have it: the switch leads to the
    page itself there and to the home page elsewhere; page: the generated page, None where it is written by hand.
    """
    way = Links.from_page(path, frame.language, frame.languages)
    there = frozenset(frame.languages if alternates is None else alternates)
    others = {tag: path if tag in there else "" for tag in frame.languages if tag != frame.language}
    return Chrome(
        lang=frame.lang,
        head=_head(frame, way, title, description or frame.description, path=path),
        header=_header(frame, way, path, others),
        footer=_footer(frame, way),
        scripts=_scripts(frame, way, page),
        body=page.body if page else "",
        written=page is None,
        **(around(frame, way, path) if page is None else {}),
    )


def chrome_404(frame: SiteFrame) -> Chrome:
    """The page for addresses that lead nowhere: shown at any depth, so its links count from the site's root."""
    way = Links.from_page("", frame.language, frame.languages, root=urlsplit(frame.root_url).path or "/")
    others = {tag: "" for tag in frame.languages if tag != frame.language}
    said = [(tag, words(tag)) for tag in (frame.language, *others)]
    return Chrome(
        lang=frame.lang,
        head=_head(frame, way, frame.words.not_found, frame.words.not_found_text, path=None),
        header=_header(frame, way, None, others),
        footer=_footer(frame, way),
        scripts=_scripts(frame, way, None),
        body=template("not-found.j2.html").render(f=frame, way=way, said=said),
    )


def _head(frame: SiteFrame, way: Links, title: str, description: str, *, path: str | None) -> str:
    full_title = title if title == frame.site_name else frame.words.title_join.join((title, frame.short_name))
    return template("chrome-head.j2.html").render(
        f=frame,
        way=way,
        title=title,
        full_title=full_title,
        description=description,
        path=path or "",
        article=None if path is None else frame.articles.get(path),
        address="" if path is None else frame.address(path),
        changes=frame.changes,
        card=None if path is None else card_of(frame.cards, path),
        structured=frame.structured(path),
    )


def _header(frame: SiteFrame, way: Links, path: str | None, others: Mapping[str, str]) -> str:
    return template("chrome-header.j2.html").render(
        f=frame,
        w=frame.words,
        way=way,
        urgent=frame.urgent_on(path),
        path="404" if path is None else path,
        index=urls.SEARCH,
        card=None if path is None else card_of(frame.cards, path),
        others=[(tag, way.abroad(there, tag, frame.languages)) for tag, there in others.items()],
    )


@lru_cache(maxsize=256)
def _footer(frame: SiteFrame, way: Links) -> str:
    """The footer; the same on every page of one depth."""
    return template("chrome-footer.j2.html").render(
        f=frame, w=frame.words, way=way, government_sample=_government_sample(frame)
    )


def _government_sample(frame: SiteFrame) -> Markup:
    if not (frame.sample and frame.government.sample):
        return Markup("")
    mark = Markup(' <span class="mark mark-sample" title="{}">{}</span>')
    return mark.format(frame.words.sample_title, frame.words.sample)


SCRIPTS = ("campaign", "finding", "prints", "search")
"""The site's own scripts: what every page does, what lists do, what is taken away, and the search on its first use."""

OF_KINDS = {
    "exhibition": ("plaza",),
    "booth": ("plaza",),
    "programme": ("programme",),
    "spread": ("ring",),
    "staff-messages": ("messages",),
}
"""What the pages of a kind need besides."""


def _scripts(frame: SiteFrame, way: Links, page: Page | None) -> str:
    """The scripts, the first of them with the words it needs."""
    said = frame.words
    data = Markup(' data-root="{}" data-zone="{}" data-lang="{}" data-now="{}" data-next="{}" data-over="{}"').format(
        way.root, frame.time_zone, frame.lang, said.live_now, said.live_next, said.live_over
    )
    return "\n".join(
        f'<script src="{escape(way.file(f"assets/{name}.js"))}"{data if name == SCRIPTS[0] else ""}></script>'
        for name in (*SCRIPTS, *(OF_KINDS.get(page.source.kind, ()) if page and page.source else ()))
    )
