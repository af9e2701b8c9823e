"""Every feed of a campaign as a file of the site."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.channels.feeds import changes
from campaign.channels.feeds.addresses import calendars
from campaign.channels.feeds.calendars import Calendars
from campaign.channels.feeds.data import data_json
from campaign.channels.feeds.schema import schema_json
from campaign.core.artifact import Download, Source
from campaign.core.context import BuildContext
from campaign.kinds import Campaign, urls


def render(campaign: Campaign, context: BuildContext) -> Iterator[Download]:
    """Calendars and changes in each language; the data and its schema once, every language in it."""
    for language in campaign.languages:
        yield from _calendars(Calendars(campaign, context, language))
        for path, content in changes.feeds(campaign, context, language):
            yield Download(path=path, content=content, source=Source(kind="programme"))
    yield Download(path=urls.DATA, content=data_json(campaign, context), source=Source(kind="campaign"))
    yield Download(path=urls.DATA_SCHEMA, content=schema_json(campaign), source=Source(kind="campaign"))


def _calendars(made: Calendars) -> Iterator[Download]:
    """The whole calendar, the exhibition's days, and one for each record."""
    language = made.language
    yield Download(path=urls.calendar(language), content=made.whole(), source=Source(kind="programme"))
    if made.campaign.exhibition and made.campaign.exhibition.openings:
        path = urls.calendar(language, "exhibition", "days")
        yield Download(path=path, content=made.exhibition(), source=Source(kind="exhibition"))
    for kind, record_id in calendars(made.campaign):
        path = urls.calendar(language, kind, record_id)
        yield Download(path=path, content=made.of(kind, record_id), source=Source(kind=kind, id=record_id))
