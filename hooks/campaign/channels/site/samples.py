"""Marks of sample data: one ribbon on a page; at an item only where real and sample records of its kind stand together.

While a page is made nobody knows yet what else will stand on it: each record leaves a note, a comment that no reader
sees, and the whole page is settled once it is there.
"""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from campaign.say.words import Words

NOTE = re.compile(r"<!--(sample|own) ([a-z_]*)-->")
"""No text of the data can hold one: every text is escaped or cleaned."""
EMPTY = re.compile(r'<p class="event-marks">\s*</p>\n?')


def note(kind: str, *, sample: bool) -> Markup:
    """That a record of this kind stands here, and whether it is a sample."""
    return Markup("<!--{} {}-->").format("sample" if sample else "own", kind)


def mark(words: Words) -> Markup:
    """The mark at one item."""
    return Markup('<span class="mark mark-sample" title="{}">{}</span>').format(words.sample_title, words.sample)


def settled(body: str, words: Words) -> str:
    """A page's content with its notes made into marks, or taken out, and the ribbon before it where one is needed."""
    there = {(state, kind) for state, kind in NOTE.findall(body)}
    mixed = {kind for state, kind in there if state == "own" and ("sample", kind) in there}

    def said(found: re.Match[str]) -> str:
        return mark(words) if found[1] == "sample" and found[2] in mixed else ""

    made, standing = EMPTY.sub("", NOTE.sub(said, body)), mark(words)
    if not any(state == "sample" for state, _ in there) and standing not in body:
        return made
    return f'<p class="ribbon" role="note">{escape(words.sample_ribbon)}</p>\n{made}'


def in_place(html: str, said: Words, kind: str, *, sample: bool) -> Markup:
    """A line that bears the mark, with a note in its place; an office's own gets one too."""
    left = note(kind, sample=sample)
    return Markup(html.replace(mark(said), left) if sample else f"{html}{left}")
