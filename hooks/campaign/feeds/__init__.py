"""Feeds: the campaign for other programs: calendars, changes, and all data with its schema."""

from campaign.feeds.render import paths, render
from campaign.feeds.schema import data_schema

__all__ = ["data_schema", "paths", "render"]
