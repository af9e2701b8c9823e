"""The only place that makes an address: pages, files and the ways between them, always relative."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from campaign.kinds.fields import ID
from campaign.kinds.registry import kinds, pages

if TYPE_CHECKING:
    from campaign.kinds.campaign import Campaign

LEARN = "learn/"
"""The hand-written pages to learn from: docs/<language>/learn/."""


def learn_page(name: str) -> str:
    """A hand-written page to learn from, by its file's name."""
    return f"{LEARN}{name}/"


def learn_place(kind_id: str) -> str:
    """The hand-written page on what intellectual property means to one kind of place."""
    return learn_page(f"place/{kind_id}")


def page(name: str, record_id: str = "") -> str:
    """The path of a page from its language's root: `page("event", "x")` is `events/x/`, `page("home")` is ``."""
    if not record_id:
        return pages()[name].path
    if not ID.fullmatch(record_id):
        raise ValueError(f"not an id: {record_id!r}")
    if not kinds()[name].folder:
        raise KeyError(f"{name} has no pages of its own")
    return f"{kinds()[name].folder}{record_id}/"


def all_pages(campaign: Campaign) -> frozenset[str]:
    """The path of every generated page of a campaign from its language's root."""
    records = (
        page(kind.name, record.id) for kind in kinds().values() if kind.folder for record in kind.records(campaign)
    )
    return frozenset({*records, *(one.path for one in pages().values() if one.there(campaign))})


def record(name: str, record_id: str) -> str:
    """The path of what a record has from its language's root: its own page, or its place on the page it stands on."""
    found = kinds()[name]
    return page(name, record_id) if found.folder else f"{page(found.hub)}#{found.anchor}{record_id}"


def language_root(language: str, languages: Sequence[str]) -> str:
    """Where a language's pages stand from the site's root: nothing for the first language, `en/` for another."""
    return "" if language == languages[0] else f"{language}/"


def up(path: str) -> str:
    """The way from a page back to the root its path is counted from: `../../` from `events/x/`, `./` from ``."""
    return "../" * path.count("/") or "./"


def permalink(code: str) -> str:
    """The path of a printed address from the site's root: `q/<code>/`."""
    return f"q/{code}/"


def symbol(code: str) -> str:
    """The path of the picture of a printed address's symbol, from the site's root."""
    return f"{permalink(code)}symbol.png"


def card(language: str, page_path: str) -> str:
    """The path of the picture link previews show of a page, from the site's root: `cards/zh/events/x.png`."""
    return f"cards/{language}/{page_path.rstrip('/') or 'home'}.png"


def to_save(language: str, about: str, part: int = 1) -> str:
    """The path of a picture of the programme from the site's root, by its day (ISO) or county and its part.

    No id has a full stop, so no part of one is another's picture.
    """
    return f"save/{language}/{about}{f'.{part}' if part > 1 else ''}.png"


KIT = ("background", "signature", "ring")
"""The pictures that anybody may use: behind a speaker, under a letter, round a portrait."""


def of_kit(form: str) -> str:
    """What a picture of the kit is saved as; no county and no day is called so, for no id has a slash."""
    return f"kit/{form}"


DATA = "data/campaign.json"
DATA_SCHEMA = "data/campaign.schema.json"
PUBLISHED = "calendar/published.jsonl"
"""What calendars were given and when, as `campaign.history` keeps it: the site's own copy."""
EMBEDS = "embed/"
"""What other sites put on their pages stands below this folder, and nothing else does."""
EMBED_SHEET = f"{EMBEDS}page.css"
"""The framed programmes' style sheet."""
SEARCH = "search/index.js"
"""What the search knows of a language's pages, from that language's root."""
OFFLINE = "offline.js"
"""The service worker; its folder is all it may speak for, so it stands at the site's root."""


def calendar(language: str, kind: str = "", record_id: str = "") -> str:
    """The path of a calendar from the site's root: the whole one, or a record's."""
    return f"calendar/{language}/{kind.replace('_', '-')}/{record_id}.ics" if kind else f"calendar/{language}/all.ics"


def changes(language: str) -> str:
    """The path of the feed of changes (Atom) from the site's root."""
    return f"feeds/changes.{language}.xml"


def rss(language: str) -> str:
    """The path of the same feed as RSS, from the site's root."""
    return f"feeds/rss.{language}.xml"


def change_anchor(state: str, changed: str) -> str:
    """The anchor of what changed on an event's page; a later change, or another state, has another one."""
    return f"{state}-{changed}" if changed else state


def embedded(language: str, county_id: str = "") -> str:
    """The path of the programme as other sites frame it, whole or one county's, from the site's root."""
    return f"{EMBEDS}county/{county_id}.{language}.html" if county_id else f"{EMBEDS}programme.{language}.html"


def banner(language: str, size: str) -> str:
    """The path of a web banner of a size (`300x250`), from the site's root."""
    return f"{EMBEDS}banner-{size}.{language}.svg"
