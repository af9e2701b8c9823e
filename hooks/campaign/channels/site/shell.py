"""The shell: what the site's theme sets around every page, rendered once for each depth and filled for each page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from campaign.channels.site.chrome import Chrome, chrome
from campaign.channels.site.frame import SiteFrame
from campaign.core.artifact import Download, Page

HOLE = "\x02{}\x03"
"""Where a part of a page goes: control characters, which no text of a campaign can hold."""
HOLES = re.compile(HOLE.format("([a-z]+)"))
PARTS = ("head", "header", "body", "footer", "scripts")
"""The parts of a page's chrome that differ from page to page."""
BLANK = re.compile(r"\n\s*\n")
SWITCHES = re.compile(r'\s*<(?:input class="md-toggle"|label class="md-overlay")[^>]*>(?:</label>)?')
"""Material's switches of its own menu and search, which aren't here."""
ALIGNED = re.compile(r'(<t[hd]) style="text-align: (left|center|right);"')
"""How a column of a table in Markdown is set; the site's policy lets no element bear a style."""


def holes(frame: SiteFrame) -> Chrome:
    """What the theme is given in place of a page's own chrome: a hole for each part, and what all pages share."""
    head, header, body, footer, scripts = map(HOLE.format, PARTS)
    return Chrome(
        lang=frame.lang,
        head=head,
        header=header,
        body=body,
        footer=footer,
        scripts=scripts,
    )


@dataclass(frozen=True, slots=True)
class Shell:
    """A page of the theme with holes: `parts` are its text and, at every second place, the name of a part."""

    parts: tuple[str, ...]

    @classmethod
    def cut(cls, html: str) -> Shell:
        """The shell of a page the theme rendered with `holes`; ValueError where a part has no place in it."""
        parts = HOLES.split(mended(html))
        parts[::2] = (BLANK.sub("\n", text) for text in parts[::2])
        missing = {*PARTS} - {*parts[1::2]}
        if missing:
            raise ValueError(f"the theme leaves out {', '.join(sorted(missing))}")
        return cls(tuple(parts))

    def fill(self, chrome: Chrome) -> str:
        """The whole page as HTML."""
        return "".join(getattr(chrome, part) if at % 2 else part for at, part in enumerate(self.parts))


def mended(html: str) -> str:
    """A page as the theme rendered it, without what the HTML standard or the site's policy doesn't allow."""
    return ALIGNED.sub(r'\1 class="to-\2"', SWITCHES.sub("", html))


def document(frame: SiteFrame, page: Page, shell: Shell) -> Download:
    """A generated page as the file it is published as, its path from its language's root."""
    around = chrome(frame, path=page.path, title=page.title, description=page.description, page=page)
    return Download(path=f"{page.path}index.html", content=shell.fill(around).encode(), source=page.source)
