"""Every feed of a campaign as a file of the site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from types import MappingProxyType

from campaign.channels.feeds import changes
from campaign.channels.feeds.calendars import Calendars
from campaign.channels.feeds.data import data_json
from campaign.channels.feeds.publishing import Publishing
from campaign.channels.feeds.schema import schema_json
from campaign.core.artifact import Download, Source
from campaign.core.context import BuildContext
from campaign.history import NOTHING, History, Revision, copy_of
from campaign.kinds import Campaign, urls
from campaign.paper.outdated import Outdated


def render(
    campaign: Campaign,
    context: BuildContext,
    *,
    history: History = NOTHING,
    now: datetime | None = None,
    paper: Mapping[str, Outdated] = MappingProxyType({}),
) -> Iterator[Download]:
    """Calendars and changes in each language; the data and its schema once, every language in it.

    campaign: as `campaign.history.told` tells it; history: what was published before; now: wall-clock time of the build
    where the campaign is, without which nothing is taken for published; paper: by language what paper says that isn't
    so any more.
    """
    made = {
        language: Calendars(campaign, context, language, history, now, paper.get(language, {}))
        for language in campaign.languages
    }
    publishing = Publishing(campaign, history, now, {language: one.entries for language, one in made.items()}, paper)
    for language in campaign.languages:
        yield from _calendars(made[language], publishing.revisions)
        for path, content in changes.feeds(campaign, context, language, publishing):
            yield Download(path=path, content=content, source=Source(kind="programme"))
    yield Download(path=urls.PUBLISHED, content=copy_of(publishing.lines()), source=Source(kind="programme"))
    yield Download(path=urls.DATA, content=data_json(campaign, context), source=Source(kind="campaign"))
    yield Download(path=urls.DATA_SCHEMA, content=schema_json(campaign), source=Source(kind="campaign"))


def _calendars(made: Calendars, revisions: Mapping[str, Revision]) -> Iterator[Download]:
    """The whole calendar, the exhibition's days, and one for each record."""
    for (kind, name), content in made.files(revisions):
        record = {"": Source(kind="programme"), "exhibition": Source(kind="exhibition")}
        source = record.get(kind) or Source(kind=kind, id=name)
        yield Download(path=urls.calendar(made.language, kind, name), content=content, source=source)
