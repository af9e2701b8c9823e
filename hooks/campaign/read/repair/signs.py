"""Signs as Chinese input gives them where YAML wants others: its spaces, colons, commas, dashes and brackets."""

from __future__ import annotations

import re

from campaign.say.script import HAN

ODD_SPACES = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""White space other than a plain space, as it stands in a character class."""
SPACES = f"[ {ODD_SPACES}]*"
ODD = re.compile(f"[{ODD_SPACES}]")
COLONS = "：﹕︓︰∶꞉"
COMMAS = "，、；;"
"""What is typed for the comma between the items of a list or map in brackets."""
SEPARATOR = rf"\s*[{COMMAS},]\s*"
DASHES = "－—–−﹣‐‑‒•●▪◦·*"
WIDE_BRACKETS = str.maketrans("｛｝［］【】", "{}[][]")
NAME = rf"[A-Za-z_][A-Za-z0-9_-]*|[{HAN}]{{1,8}}(?:（[{HAN}]{{1,4}}）)?"
"""A word that may be a key, in Latin letters or Chinese."""
FULL_COLON = rf"(?P<name>{NAME})\s*(?P<sign>[{COLONS}])"
TIGHT_COLON = rf"(?P<name>{NAME})\s*(?P<sign>:)"


def commas_mended(text: str) -> str:
    """The items of a list in brackets with a comma and a space between them."""
    return re.sub(SEPARATOR, ", ", text)


def indentation(line: str) -> str:
    """The white space a line begins with, of every kind."""
    found = re.match(SPACES, line)
    return found[0] if found else ""


def spaces(line: str) -> int:
    """How many plain spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))
