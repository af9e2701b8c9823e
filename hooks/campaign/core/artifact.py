"""Artifacts: the outputs of the press, each knowing the record it was made from."""

from __future__ import annotations

from dataclasses import dataclass

WRITTEN = "written"
"""The kind of source a hand-written page is; its id is the page's language and path."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The record an output was made from: its kind (`event`, `booth`, `home` ...) and id ("" for a single page)."""

    kind: str
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of the site in one language.

    path: from that language's root, a folder ending in a slash ("" is its home);
    title: plain text; description: plain text, one sentence; body: finished HTML of the main part;
    edit_path: the file of campaign_data/ it comes from.
    """

    path: str
    language: str
    title: str
    description: str
    body: str
    source: Source
    edit_path: str = ""
    searchable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """One finished file of the site: its path from the site's root, and its bytes."""

    path: str
    content: bytes
    source: Source


Artifact = Page | Download
