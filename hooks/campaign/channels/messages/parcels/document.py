"""A sender's list as a document on one page of A4: the same as the workbook's, to be printed and ticked by hand."""

from __future__ import annotations

from campaign.channels.messages.parcels.listing import COLUMNS, Listing
from campaign.workshop.documents import Table, listed

BOX = "□"


def document(listing: Listing) -> bytes:
    """The .docx of a list, the same bytes for the same list."""
    widths = (width for _, width in COLUMNS)
    return listed(
        title=listing.title,
        head=(listing.name, f"{listing.title} · {listing.sender}"),
        table=Table(
            columns=tuple(zip(listing.heads, widths, strict=True)),
            rows=tuple((BOX, *one.cells[1:]) for one in listing.entries),
        ),
        author=listing.sender,
        language=listing.language,
        day=listing.day,
        fonts=listing.fonts,
    )
