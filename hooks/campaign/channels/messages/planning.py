"""Which messages there are, each composed and held to its channel's limits."""

from __future__ import annotations

from dataclasses import replace

from campaign.channels import Commission
from campaign.channels.messages.checking import faults
from campaign.channels.messages.composing import composed
from campaign.channels.messages.enclosures import makers
from campaign.channels.messages.job import Composed
from campaign.core.problems import CampaignDataError, Problem
from campaign.kinds.message import file_of, in_order, sender_of


def plan(commission: Commission) -> list[Composed]:
    """Every message in every language it is sent in, by its time; CampaignDataError with every breach of a limit."""
    file, found, problems = file_of(commission.campaign), list[Composed](), list[Problem]()
    if file is None:
        return []
    for message in in_order(commission.campaign):
        known = sender_of(file, message.county) is not None
        texts = list(composed(commission, file, message)) if known else []
        problems += faults(commission, file, message, texts)
        found += texts
    if problems:
        raise CampaignDataError(problems)
    return [_with_enclosures(commission, one) for one in found]


def _with_enclosures(commission: Commission, one: Composed) -> Composed:
    jobs = ((name, job) for name, maker in makers().items() for job in maker.jobs(commission, one))
    return replace(one, enclosing=tuple(jobs))
