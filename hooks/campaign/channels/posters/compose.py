"""From a record to what its poster says, whatever its kind."""

from __future__ import annotations

from campaign.channels.posters import happenings, messages
from campaign.channels.posters.content import Composer, Content
from campaign.kinds import Campaign
from campaign.say.wording import Wording

COMPOSERS: dict[str, Composer] = {**messages.COMPOSERS, **happenings.COMPOSERS}
"""How each kind of `model.posters.POSTER_KINDS` is composed."""


def content(campaign: Campaign, kind: str, record_id: str, wording: Wording) -> Content:
    """What the poster of a record says."""
    return COMPOSERS[kind](campaign, record_id, wording)
