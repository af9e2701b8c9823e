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


CRAFT = Craft[Listing](make=make, parts=lambda listing: (asdict(listing) | {"day": listing.day.isoformat()},))
"""How they are made and kept."""
