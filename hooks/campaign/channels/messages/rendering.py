"""Messages need no making: what was composed is listed as it is."""

from __future__ import annotations

from collections.abc import Sequence

from campaign.channels import Output
from campaign.channels.messages.job import Composed
from campaign.workshop.making import Bench


def render(messages: Sequence[Composed], bench: Bench) -> Output:
    """Every message for the pages that list them."""
    return Output(listed=tuple(messages))
