"""Making a sender's list, twice, and its calendar; kept between builds by what they say."""

from __future__ import annotations

from dataclasses import asdict

from campaign.channels.messages.parcels.calendar import calendar
from campaign.channels.messages.parcels.document import document
from campaign.channels.messages.parcels.listing import Listing
from campaign.channels.messages.parcels.table import workbook
from campaign.workshop.making import Craft

CALENDAR = "calendar.ics"


def make(listing: Listing) -> dict[str, bytes]:
    """The list as a document and as a workbook, and the calendar."""
    return {"list.docx": document(listing), "list.xlsx": workbook(listing), CALENDAR: calendar(listing)}


def _parts(listing: Listing) -> tuple[object, ...]:
    head = (listing.campaign, listing.name, listing.title, list(listing.heads), listing.sender, listing.address)
    return (
        *head,
        listing.language,
        asdict(listing.fonts),
        listing.day.isoformat(),
        listing.time_zone,
        [asdict(one) for one in listing.entries],
    )


CRAFT = Craft[Listing](make=make, parts=_parts)
"""How they are made and kept."""
