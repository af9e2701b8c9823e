"""The content security policy: what a published page may load and run, stated once (W3C Content Security Policy 3)."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping

Directives = Mapping[str, str]

SITE: Directives = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "media-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "frame-src": "weixin:",
    "base-uri": "'none'",
    "form-action": "'self'",
}
"""Every page of the site, `/q/` and embeds included: its own files alone, and no script or style within a page.

What isn't named falls to `default-src`: no plug-in, no font, no manifest. Nothing is allowed by its hash, so no text
that slips through the escaping can be, and a server's header stays true when the site is made anew. `data:` is for the
masks of pictograms; `weixin:` for the frames by which WeChat's browser talks to itself when a page is shared.
"""


def text(directives: Directives) -> str:
    """A policy as a header or a `<meta>` has it."""
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


def meta(directives: Directives) -> str:
    """The element that gives a page its policy; it governs what comes after it, so it stands first."""
    return f'<meta http-equiv="Content-Security-Policy" content="{text(directives)}">'


def header(*, framed_by: str = "'self'") -> str:
    """The value of the site's `Content-Security-Policy` header.

    framed_by: the pages that may show this one in a frame, as a source list, which only a header can say; "": any.
    """
    return text({**SITE, "frame-ancestors": framed_by} if framed_by else SITE)


def previewed() -> Directives:
    """The policy of a page that `mkdocs serve` shows: the server puts a script into it that loads it anew."""
    return {**SITE, "script-src": "'self' 'unsafe-inline'"}


def of_pages(*, served: bool) -> tuple[Directives, ...]:
    """The policies that a page of the site may have; served: by `mkdocs serve`."""
    return (SITE, previewed()) if served else (SITE,)


def source(code: str) -> str:
    """The hash that allows one script or style within a page: `'sha256-...'` of its text in UTF-8."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode('ascii')}'"


def standing_alone(*, scripts: Iterable[str], styles: Iterable[str], data: Iterable[str]) -> Directives:
    """The policy of a page with everything in it, which asks for nothing, not even of its own folder.

    scripts, styles: the text of each that is in it; data: the directives of what it has in `data:` addresses.
    """
    return {
        "default-src": "'none'",
        "script-src": " ".join(map(source, scripts)),
        "style-src": " ".join(map(source, styles)),
        **dict.fromkeys(data, "data:"),
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def read(said: str) -> dict[str, tuple[str, ...]]:
    """The sources of each directive of a policy, as a browser reads them: of a name said twice the first holds."""
    found: dict[str, tuple[str, ...]] = {}
    for part in said.split(";"):
        name, *sources = part.split() or [""]
        found.setdefault(name.lower(), tuple(sources))
    found.pop("", None)
    return found
