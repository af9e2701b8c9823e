"""A press release as .docx, in the format of public documents, its events as an attachment."""

from __future__ import annotations

from datetime import date

from campaign.channels.messages.enclosures import EnclosureJob
from campaign.workshop.documents import Attachment, Fonts, Official, Paragraph, Table, official
from campaign.workshop.making import Craft

NAME = "press-release.docx"


def make_release(job: EnclosureJob) -> dict[str, bytes]:
    """The document by its name."""
    data = job.data
    columns = tuple(zip(data["columns"], (3.5, 5.0, 4.0), strict=True))
    table = Table(columns=columns, rows=tuple(map(tuple, data["events"])))
    return {
        NAME: official(
            Official(
                title=data["title"],
                language=data["language"],
                blocks=tuple(Paragraph(text=text) for text in data["paragraphs"]),
                signed=data["signed"],
                day=date.fromisoformat(data["day"]),
                dated=data["dated"],
                mark=data["mark"],
                attachments=(Attachment(title=data["attached"], blocks=(table,)),) if data["events"] else (),
                attachment_word=data["attachment"],
                fonts=Fonts(**data["fonts"]),
            )
        )
    }


CRAFT = Craft(make=make_release, parts=lambda job: (dict(job.data),))
"""How a press release is made and kept."""
