"""The page around an article: how a phone shows it, its title and summary to copy, and one button that copies it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from campaign.channels.messages.articles.markup import FOLDER, environment
from campaign.core import policy
from campaign.workshop.art.tokens import tokens

PAGE, SHEET, SCRIPT = "page.j2.html", "page.j2.css", "page.js"


def page(data: Mapping[str, Any], html: str) -> bytes:
    """The page with the article in it; without a script it says the article's text."""
    held = json.dumps({"html": html, "text": data["text"]}, ensure_ascii=False)
    values = {
        **data,
        "policy": Markup(policy.meta(policy.SITE)),  # noqa: S704 - ours
        # No browser takes it for the end of the script (HTML 4.12.1.3).
        "held": Markup(held.replace("<", "\\u003c")),  # noqa: S704 - see above
        "paragraphs": [part for part in data["text"].split("\n") if part.strip()],
        "sheet": "article.css",
        "script": "article.js",
    }
    return environment().get_template(PAGE).render(values).encode("utf-8")


def sheet() -> bytes:
    """The page's style sheet."""
    look = tokens()
    values = {"colours": look.colours, "dark": look.dark, "fonts": ", ".join(f'"{one}"' for one in look.type["web"])}
    return environment().get_template(SHEET).render(values).encode("utf-8")


def script() -> bytes:
    """The page's script."""
    return (FOLDER / SCRIPT).read_bytes()
