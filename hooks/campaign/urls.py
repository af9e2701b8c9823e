"""The only place that makes an address: pages, files and the ways between them, always relative."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from campaign.model.fields import ID

SINGLE: Mapping[str, str] = MappingProxyType(
    {
        "home": "",
        "theme": "theme/",
        "priorities": "priorities/",
        "activities": "activities/",
        "six-entries": "six-entries/",
        "programme": "programme/",
        "coverage": "coverage/",
        "exhibition": "exhibition/",
        "counties": "counties/",
        "downloads": "downloads/",
        "plan": "plan/",
        "about": "about/",
        "site-map": "site-map/",
    }
)
"""The pages there is one of, by name."""

FOLDERS: Mapping[str, str] = MappingProxyType(
    {
        "priority": "priorities/",
        "activity": "activities/",
        "place_kind": "six-entries/",
        "event": "events/",
        "booth": "exhibition/booths/",
        "county": "counties/",
    }
)
"""The folder of each record kind that has a page of its own."""


def page(name: str, record_id: str = "") -> str:
    """The path of a page from its language's root: `page("event", "x")` is `events/x/`, `page("home")` is ``."""
    if not record_id:
        return SINGLE[name]
    if not ID.fullmatch(record_id):
        raise ValueError(f"not an id: {record_id!r}")
    return f"{FOLDERS[name]}{record_id}/"


def language_root(language: str, languages: Sequence[str]) -> str:
    """Where a language's pages stand from the site's root: nothing for the first language, `en/` for another."""
    return "" if language == languages[0] else f"{language}/"


def up(path: str) -> str:
    """The way from a page back to the root its path is counted from: `../../` from `events/x/`, `./` from ``."""
    return "../" * path.count("/") or "./"


def relative(from_page: str, to_path: str) -> str:
    """A relative link between two paths counted from the same root; both may be in a language's folder."""
    return up(from_page) + to_path if from_page.count("/") else to_path or "./"


def permalink(code: str) -> str:
    """The path of a printed address from the site's root: `q/<code>/`."""
    return f"q/{code}/"
