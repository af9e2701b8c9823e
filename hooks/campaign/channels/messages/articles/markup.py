"""Markup: an article's HTML with every style in its element, as the account's editor takes it."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import css_inline
import nh3
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from campaign.channels.messages.articles.allowed import ATTRIBUTES, PROPERTIES, TAGS, breaches
from campaign.say.script import written_in_han
from campaign.workshop.art.tokens import tokens
from campaign.workshop.faults import ProofError

FOLDER = Path(__file__).with_name("templates")
BODY, SHEET = "article.j2.html", "article.j2.css"
BETWEEN = re.compile(r">\s*\n\s*<")
"""Line breaks of the template, which an editor may show as empty lines."""


def article(data: Mapping[str, Any], pictures: Mapping[str, bytes]) -> str:
    """The article as it is copied: one `<section>` with its pictures in it.

    pictures: PNG by key; ProofError where it holds anything that the editor wouldn't keep, which is our mistake.
    """
    han = written_in_han(data["language"])
    addresses = {key: _address(content) for key, content in pictures.items()}
    templates = environment()
    html = templates.get_template(BODY).render({**data, "addresses": addresses, "colon": "：" if han else ": "})
    sheet = templates.get_template(SHEET).render(look(han=han))
    # Pictures are put in last: whoever parses the page needn't read them.
    made = BETWEEN.sub("><", _cleaned(css_inline.inline_fragment(html, sheet))).strip()
    if found := breaches(made):
        raise ProofError(f"article {data['title']}", found)
    return made


def look(*, han: bool) -> dict[str, str]:
    """The colours of the style sheet by name, and what differs between scripts."""
    colours = {name.replace("-", "_"): value for name, value in tokens().colours.items()}
    return {**colours, "tracking": "0.5px" if han else "0", "day_size": "17px" if han else "15px"}


def _cleaned(html: str) -> str:
    """Without the classes, which have done their work."""
    return nh3.clean(
        html,
        tags=set(TAGS),
        attributes={"*": {"style"}, **{tag: set(names) for tag, names in ATTRIBUTES.items()}},
        url_schemes={"data"},
        filter_style_properties=set(PROPERTIES),
        link_rel=None,
    )


def _address(picture: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(picture).decode('ascii')}"


@cache
def environment() -> Environment:
    """The templates of articles; what isn't ours is escaped."""
    return Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=lambda name: bool(name and name.endswith(".html")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
