"""Feeds: the campaign for other programs: calendars, changes, and all data with its schema."""

from typing import TYPE_CHECKING

from campaign.core.deferred import exports

if TYPE_CHECKING:
    from campaign.channels.feeds.addresses import paths
    from campaign.channels.feeds.making import render
    from campaign.channels.feeds.schema import data_schema

__all__ = ["data_schema", "paths", "render"]
__getattr__ = exports(
    __name__,
    {
        "data_schema": "schema",
        "paths": "addresses",
        "render": "making",
    },
)
