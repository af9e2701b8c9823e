"""From a record to what its poster says, whatever its kind."""

from __future__ import annotations

from campaign.model import Campaign
from campaign.posters import happenings, messages
from campaign.posters.content import Composer, Content
from campaign.posters.wording import Wording

COMPOSERS: dict[str, Composer] = {**messages.COMPOSERS, **happenings.COMPOSERS}
"""How each kind of `model.posters.POSTER_KINDS` is composed."""


def content(campaign: Campaign, kind: str, record_id: str, wording: Wording) -> Content:
    """What the poster of a record says."""
    return COMPOSERS[kind](campaign, record_id, wording)
