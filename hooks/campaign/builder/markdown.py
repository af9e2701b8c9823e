"""Markdown as its readers take it: what of a page's text is done, and what is only shown."""

from __future__ import annotations

import re

SHOWN = re.compile(
    r"^ {0,3}(?P<fence>```+|~~~+).*?(?:^ {0,3}(?P=fence)|\Z)"
    r"|<!--.*?(?:-->|\Z)"
    r"|(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`)",
    re.DOTALL | re.MULTILINE,
)
"""What Markdown shows as code, or not at all: nothing in it is done."""


def done(text: str) -> str:
    """The same text with blanks in place of what is only shown, so that lines and columns stay."""
    return SHOWN.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text)
