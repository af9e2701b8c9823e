"""Which pictures `/q/<code>/symbol.png` there are, to show, to save, to send on: each printed address's symbol."""

from __future__ import annotations

from collections import defaultdict

from campaign.channels import Commission
from campaign.channels.permalinks.job import Batch, SymbolJob
from campaign.core.artifact import Source
from campaign.kinds import urls
from campaign.paper.size import module_px

DENSITY = 2
"""Pixels of the file for each CSS pixel: phones have two or three."""


def plan(commission: Commission) -> list[Batch]:
    """The symbol of every record with a printed address, those together whose codes begin alike.

    A few dozen to a batch: reading a thousand files costs more than drawing a hundred symbols, and a new record
    disturbs few others.
    """
    groups: defaultdict[str, list[SymbolJob]] = defaultdict(list)
    for (kind, record_id), one in commission.imprints.items():
        job = SymbolJob(
            payload=one.payload,
            module_px=module_px(one.payload) * DENSITY,
            path=urls.symbol(one.code),
            source=Source(kind=kind, id=record_id),
        )
        groups[one.code[:1]].append(job)
    return [tuple(sorted(groups[first], key=lambda one: one.payload)) for first in sorted(groups)]
