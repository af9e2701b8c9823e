"""Documents for Word and WPS: in the format of public documents, for editors, aloud, to tick; the same bytes."""

from typing import TYPE_CHECKING

from campaign.core.deferred import exports

if TYPE_CHECKING:
    from campaign.workshop.documents.for_editors import article
    from campaign.workshop.documents.public_format import official
    from campaign.workshop.documents.read_aloud import script
    from campaign.workshop.documents.to_tick import listed
    from campaign.workshop.documents.values import Attachment, Fonts, Heading, Official, Paragraph, Picture, Table

__all__ = [
    "Attachment",
    "Fonts",
    "Heading",
    "Official",
    "Paragraph",
    "Picture",
    "Table",
    "article",
    "listed",
    "official",
    "script",
]
__getattr__ = exports(
    __name__,
    {
        "Attachment": "values",
        "Fonts": "values",
        "Heading": "values",
        "Official": "values",
        "Paragraph": "values",
        "Picture": "values",
        "Table": "values",
        "article": "for_editors",
        "listed": "to_tick",
        "official": "public_format",
        "script": "read_aloud",
    },
)
