"""Every artifact of a campaign, in order, each path once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from campaign import pages
from campaign.artifact import Download, Page
from campaign.context import BuildContext
from campaign.model import Campaign

Made = TypeVar("Made", Page, Download)


def site_pages(campaign: Campaign, context: BuildContext, language: str) -> list[Page]:
    """Every page of one language, paths counted from that language's root."""
    return _each_path_once(pages.render(campaign, context, language))


def site_files(campaign: Campaign) -> list[Download]:
    """Every other file of the site, paths counted from the site's root."""
    return _each_path_once(pages.assets(campaign))


def _each_path_once(made: Iterable[Made]) -> list[Made]:
    """The artifacts as a list; two for one path is a bug of ours, never to be settled by order."""
    found: dict[str, Made] = {}
    for artifact in made:
        if artifact.path in found:
            raise ValueError(f"two artifacts for {artifact.path}: {found[artifact.path].source}, {artifact.source}")
        found[artifact.path] = artifact
    return list(found.values())
