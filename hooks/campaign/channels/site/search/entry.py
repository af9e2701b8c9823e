"""An entry: what the search knows of a page, or of a place within it, in one language."""

from __future__ import annotations

from dataclasses import dataclass

from campaign.channels.site.frame import SiteFrame
from campaign.kinds import kinds
from campaign.say.script import written_in_han

GO, KNOW, TAKE, OTHER = "g", "k", "t", ""
"""What people do with what they find: go there, learn from it, take it away, anything else."""
GROUPS = {"programme": GO, "exhibition": GO, "learn": KNOW, "defend": KNOW, "downloads": TAKE}
"""The same by the task that a page belongs to."""
LINE_EMS = 64
"""How wide a result's second line is at most, in characters of Han."""


def longest(language: str) -> int:
    """How many characters of a text a result shows: Latin letters are half as wide."""
    return LINE_EMS if written_in_han(language) else 2 * LINE_EMS


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line that can be found.

    path: from the language's root, with a place within the page where it is one; title: its first line; text: its
    second; names: what else it is called, as good as its title; words: what else it is found by, never shown; label:
    what kind of thing it is; group: what people do with it; ends: when it is over, in minutes since 1970, 0 for what
    has no end; sample: it says so.
    """

    path: str
    title: str
    text: str
    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    label: str
    group: str = OTHER
    ends: int = 0
    sample: bool = False


def label(frame: SiteFrame, path: str, kind: str) -> str:
    """What kind of thing a page is: a record's kind, as readers or else staff call it; of any other page its task."""
    said, section = frame.words.texts, frame.section(path)
    if kind in kinds():
        return str(said.get(f"search_is_{kind}") or kinds()[kind].label(frame.language))
    names = (f"search_is_{section}", f"task_{section}", section, "footer_site")
    return str(next(said[name] for name in names if name in said))


def group(frame: SiteFrame, path: str) -> str:
    """What people do with a page."""
    return GROUPS.get(frame.section(path), OTHER)
