"""Films: a short upright film for the channels that show some: the mark, a few captions, the address; no sound."""

from __future__ import annotations

from campaign.channels.messages.enclosures import EnclosureJob, Maker
from campaign.core.deferred import later
from campaign.workshop.making import Craft


def _craft() -> Craft[EnclosureJob]:
    from campaign.channels.messages.enclosures.films.making import CRAFT

    return CRAFT


MAKER = Maker(jobs=later(f"{__name__}.planning", "jobs"), craft=_craft)
