"""The site map for search engines: each page with its versions in the other languages (sitemaps.org, hreflang)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import escape

from campaign.channels.site.frame import SiteFrame
from campaign.core.language import html_lang

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">'
)


def sitemap(frame: SiteFrame, paths: Iterable[str], written: Mapping[str, Sequence[str]]) -> str:
    """The whole XML.

    paths: the generated pages, there in every language; written: the hand-written ones, each with the languages it is
    there in; all counted from a language's root.
    """
    everywhere = dict.fromkeys(paths, frame.languages)
    entries = {**everywhere, **{path: tuple(tags) for path, tags in written.items()}}
    public = {path: tags for path, tags in entries.items() if not frame.for_staff(path)}
    return "\n".join([HEAD, *(_entry(frame, path, tags) for path, tags in public.items()), "</urlset>"])


def _entry(frame: SiteFrame, path: str, languages: Sequence[str]) -> str:
    own = escape(frame.address_in(frame.language, path))
    links = "".join(
        '<xhtml:link rel="alternate" '
        f'hreflang="{escape(html_lang(tag))}" href="{escape(frame.address_in(tag, path))}"/>'
        for tag in languages
        if len(languages) > 1
    )
    return f"<url><loc>{own}</loc>{links}</url>"
