"""Planning: what every channel is to make of a campaign, decided in one place and with every problem told at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

from campaign import channels
from campaign.channels import Commission, Texts, site
from campaign.core.context import BuildContext
from campaign.core.places import Places
from campaign.core.problems import CampaignDataError, Problem
from campaign.kinds import Campaign
from campaign.paper import Imprint

Planned = dict[str, tuple[Any, ...]]
"""Each channel's jobs by the channel's name; a channel with nothing to make isn't there."""


def commission(
    campaign: Campaign,
    context: BuildContext,
    imprints: Mapping[tuple[str, str], Imprint],
    *,
    folder: Path,
    places: Places,
    now: datetime | None = None,
    written: Texts = MappingProxyType({}),
) -> Commission:
    """What the channels are to make of a campaign; everything is as `Commission` has it."""
    return Commission(
        campaign=campaign,
        context=context,
        imprints=imprints,
        places=places,
        folder=folder,
        now=now,
        titles={language: site.titles(campaign, language) for language in campaign.languages},
        written=written,
    )


def planned(commission: Commission) -> Planned:
    """The jobs of every channel that the campaign wants something of; CampaignDataError with the problems of all."""
    found: Planned = {}
    problems: list[Problem] = []
    for name, channel in channels.found().items():
        try:
            jobs = tuple(channel.plan(commission)) if channel.wanted(commission.campaign) else ()
        except CampaignDataError as error:
            problems += error.problems
            continue
        if jobs:
            found[name] = jobs
    if problems:
        raise CampaignDataError(problems)
    return found
