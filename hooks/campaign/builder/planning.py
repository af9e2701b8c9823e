"""Planning: what every channel is to make of a campaign, decided in one place and with every problem told at once."""

from __future__ import annotations

from typing import Any

from campaign import channels
from campaign.channels import Commission
from campaign.core.problems import CampaignDataError, Problem

Planned = dict[str, tuple[Any, ...]]
"""Each channel's jobs by the channel's name; a channel with nothing to make isn't there."""


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
