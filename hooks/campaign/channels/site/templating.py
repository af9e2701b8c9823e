"""Templating: the one template environment of the library; what it prints is data, never a template made from data."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from campaign.channels.site.ground import lettering
from campaign.channels.site.prints import weight
from campaign.channels.site.sizes import em_class
from campaign.channels.site.vignettes import pictured, vignette
from campaign.channels.site.words import words
from campaign.core.language import html_lang
from campaign.kinds import urls
from campaign.kinds.status import state
from campaign.say.lines import opened
from campaign.say.script import HAN
from campaign.say.text import ems, widest
from campaign.workshop.art import pictograms

FOLDER = Path(__file__).with_name("templates")


@cache
def environment() -> Environment:
    """Autoescape on; an unknown name is an error, never an empty string."""
    made = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(lang=html_lang, words=words, ems=ems, widest=widest, em_class=em_class, sign=pictograms.path)
    made.globals.update(learn_place=urls.learn_place, weight=weight, lettering=lettering, standing=state)
    made.globals.update(vignette=vignette, pictured=pictured)
    made.filters.update(symbol_path=urls.symbol, ems=ems, opened=_opened)
    return made


LONG_UNITS = 10
"""A clause wider than this, in Han characters, doesn't fit a narrow phone's line of large text, and is broken between
words."""

NUMBERED = re.compile(f"(?<=[0-9]) (?=[{HAN}])")
"""The space between a figure and what it counts: no line ends there."""


@pass_context
def _opened(context: Context, text: str, most_units: float = LONG_UNITS) -> Markup:
    """A title, with the places where the browser may break its clauses that are wider than most_units."""
    parts = opened(NUMBERED.sub("\u00a0", text), context["w"].language, most_units=most_units)
    return Markup("<wbr>").join(parts)


def template(name: str) -> Template:
    """A template by file name, compiled once."""
    return environment().get_template(name)
