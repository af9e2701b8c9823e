"""The map of the site for readers: every page a menu may name, with the records that stand under it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from campaign.channels.site.edition import Edition
from campaign.kinds import Page, kinds, registry, urls

LEARN_PLACE = 10
"""Where the hand-written pages to learn from stand among the others."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A record on the map; path: of its page from the language's root, nothing where it has none yet; about, id: its
    kind and its id, by which its state is known."""

    path: str
    title: str
    sample: bool
    about: str
    id: str


@dataclass(frozen=True, slots=True)
class Branch:
    """A page on the map, with the records it lists; about: its name, nothing for one written by hand."""

    path: str
    title: str
    leaves: tuple[Leaf, ...] = ()
    about: str = ""


def site_map(edition: Edition) -> list[Branch]:
    """Every page of the language that the map shows, in its order."""
    shown = [one for one in registry.pages().values() if one.map_place and one.there(edition.campaign)]
    found = [(one.map_place, _branch(edition, one)) for one in shown]
    if urls.LEARN in edition.context.written:
        found.append((LEARN_PLACE, Branch(urls.LEARN, edition.words.learn)))
    return [branch for _, branch in sorted(found, key=lambda one: one[0])]


def _branch(edition: Edition, page: Page) -> Branch:
    title, leaves = edition.text(page.title(edition.campaign)), tuple(_leaves(edition, page))
    return Branch(page.path, title, leaves, about=page.name)


def _leaves(edition: Edition, page: Page) -> Iterator[Leaf]:
    """The records a page lists; a display has its page once it was made."""
    kind = kinds().get(page.lists)
    for record in kind.records(edition.campaign) if kind else ():
        made = kind.name != "display" or record.id in edition.reports  # type: ignore[union-attr]
        path = urls.record(kind.name, record.id) if made else ""  # type: ignore[union-attr]
        title = edition.text(kind.title(edition.campaign, record))  # type: ignore[union-attr]
        sample = edition.is_sample(record) and made
        yield Leaf(path, title, sample, kind.name, record.id)  # type: ignore[union-attr]
