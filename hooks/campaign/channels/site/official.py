"""What the plan says: the theme, the priorities and the activities, official words first and marked as such."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TypeVar

from campaign.channels.site.edition import Edition
from campaign.core.artifact import Page, Source
from campaign.kinds import urls
from campaign.kinds.board import DisplayBoard
from campaign.kinds.booth import Booth
from campaign.say.text import plain

Stand = TypeVar("Stand")


def pages(edition: Edition) -> Iterator[Page]:
    """Theme; priorities and each; activities and each where there are any."""
    yield _theme(edition)
    yield from _priorities(edition)
    yield from _activities(edition)


def _theme(edition: Edition) -> Page:
    theme = edition.campaign.theme
    return edition.page(
        urls.page("theme"),
        "theme",
        title=edition.text(theme.name),
        description=edition.text(theme.official),
        source=Source(kind="theme"),
        edit_path="theme.yml",
    )


def _priorities(edition: Edition) -> Iterator[Page]:
    file = edition.campaign.priorities
    yield edition.page(
        urls.page("priorities"),
        "priorities",
        title=edition.text(file.name),
        description=edition.text(file.lead),
        source=Source(kind="priorities"),
        edit_path="priorities.yml",
    )
    boards, booths = boards_by_priority(edition), booths_by_priority(edition)
    for priority in file.priorities:
        yield edition.page(
            urls.page("priority", priority.id),
            "priority",
            title=edition.text(priority.headline),
            description=plain(edition.text(priority.meaning)),
            source=Source(kind="priority", id=priority.id),
            edit_path="priorities.yml",
            priority=priority,
            boards=boards.get(priority.id, ()),
            booths=booths.get(priority.id, ()),
        )


def boards_by_priority(edition: Edition) -> Mapping[str, list[DisplayBoard]]:
    """The display boards that serve each priority, by its id."""
    groups: defaultdict[str, list[DisplayBoard]] = defaultdict(list)
    for board in edition.campaign.boards:
        groups[board.priority].append(board)
    return groups


def booths_by_priority(edition: Edition) -> Mapping[str, list[Booth]]:
    """The booths where each priority can be asked about, by its id."""
    groups: defaultdict[str, list[Booth]] = defaultdict(list)
    for booth in edition.campaign.booths:
        for priority in dict.fromkeys(booth.priorities):
            groups[priority].append(booth)
    return groups


def _activities(edition: Edition) -> Iterator[Page]:
    file = edition.campaign.activities
    if file is None:
        return
    yield edition.page(
        urls.page("activities"),
        "activities",
        title=edition.text(file.name),
        description=edition.text(file.lead),
        source=Source(kind="activities"),
        edit_path="activities.yml",
    )
    for activity in file.activities:
        yield edition.page(
            urls.page("activity", activity.id),
            "activity",
            title=edition.text(activity.name),
            description=plain(edition.text(activity.official_text)),
            source=Source(kind="activity", id=activity.id),
            edit_path="activities.yml",
            activity=activity,
            more=_more(edition, activity.id),
        )


def _more(edition: Edition, activity_id: str) -> list[tuple[str, str]]:
    """Where else the site speaks of this activity: each a page's name and its title."""
    six, exhibition = edition.campaign.six_entries, edition.campaign.exhibition
    more = [("six-entries", edition.text(six.name))] if six.activity == activity_id else []
    if exhibition and exhibition.activity == activity_id:
        more.append(("exhibition", edition.text(exhibition.name)))
    return more
