"""Menus: what people come for, the plan's chapters, what is about the site; derived from what the kinds declare."""

from __future__ import annotations

from dataclasses import dataclass, replace

from campaign.core.context import BuildContext
from campaign.kinds import Campaign, Page, kinds, pages, urls
from campaign.kinds.contact import SERVICES
from campaign.kinds.vignette import vignette
from campaign.say.words import Words

HELP = "accessibility/"
"""The hand-written page on how to read this site: docs/<language>/accessibility.md."""
LEARN_PLACE = 3
"""Where among the tasks the hand-written pages to learn from stand."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a menu: the page's name, its path from the language's root, what the menu says; and how it is drawn."""

    name: str
    path: str
    label: str
    pictogram: str = ""
    vignette: str = ""


def tasks(campaign: Campaign, context: BuildContext, said: Words) -> tuple[Entry, ...]:
    """What people come for, each only where it is there, under the words they would use for it."""
    found = [*entries(campaign, said, "tasks")]
    if urls.LEARN in context.written:
        places = [
            page.menu.place
            for page in pages().values()
            if page.menu and page.menu.name == "tasks" and page.there(campaign)
        ]
        found.insert(sum(place < LEARN_PLACE for place in places), Entry("learn", urls.LEARN, said.learn))
    return tuple(replace(one, label=said.texts.get(f"task_{one.name}", one.label), pictogram=one.name) for one in found)


def sections() -> dict[str, str]:
    """By the beginning of a path which task a page belongs to: its own, its hub's, or the plan."""
    own = {page.name: _section(page) for page in pages().values()}
    found = {page.path: own[page.name] for page in pages().values() if own[page.name] and page.path}
    of_kinds = {kind.folder: own[kind.hub] for kind in kinds().values() if kind.folder and own.get(kind.hub)}
    learn = {urls.LEARN: "learn", **{urls.learn_page(name): "defend" for name in SERVICES}}
    return {**of_kinds, **found, **learn}


def _section(page: Page) -> str:
    menu = page.menu.name if page.menu else ""
    return page.task or (page.name if menu == "tasks" else "plan" if menu == "plan" else "")


def small_menu(campaign: Campaign, said: Words) -> tuple[Entry, ...]:
    """What is about the site itself; the staff's page last."""
    known = entries(campaign, said, "small")
    return (*known, Entry("help", HELP, said.help), Entry("staff", urls.page("staff"), said.staff))


def learn(campaign: Campaign, context: BuildContext, said: Words) -> tuple[Entry, ...]:
    """What there is to learn from, the list of the hand-written pages first; each only where it is there."""
    first = (Entry("learn", urls.LEARN, said.learn),) if urls.LEARN in context.written else ()
    return (*first, *entries(campaign, said, "learn"))


def places(campaign: Campaign, language: str) -> dict[str, Entry]:
    """The page of each kind of place, by the path of the hand-written page about it."""
    return {
        urls.learn_place(kind.id): Entry(
            kind.id, urls.page("place_kind", kind.id), kind.entry[language], kind.pictogram, vignette(kind)
        )
        for kind in campaign.six_entries.place_kinds
    }


def staff_paths() -> tuple[str, ...]:
    """How the paths begin of what is for those who work with the campaign."""
    own = [page for page in pages().values() if page.staff]
    names = {page.name for page in own}
    return (
        *(page.path for page in own),
        *(kind.folder for kind in kinds().values() if kind.folder and kind.hub in names),
    )


def entries(campaign: Campaign, said: Words, menu: str) -> tuple[Entry, ...]:
    """The pages of a menu that the campaign has, in the menu's order."""
    found = [(page.menu.place, page) for page in pages().values() if page.menu and page.menu.name == menu]
    return tuple(
        Entry(page.name, page.path, page.title(campaign)[said.language])
        for _, page in sorted(found, key=lambda one: one[0])
        if page.there(campaign)
    )
