"""An announcer's script as .docx, in large type."""

from __future__ import annotations

from datetime import date

from campaign.channels.messages.enclosures import EnclosureJob
from campaign.workshop.documents import Fonts, script
from campaign.workshop.making import Craft

NAME = "broadcast.docx"


def make_script(job: EnclosureJob) -> dict[str, bytes]:
    """The script by its name."""
    data = job.data
    return {
        NAME: script(
            title=data["title"],
            head=data["head"],
            paragraphs=data["paragraphs"],
            author=data["author"],
            language=data["language"],
            day=date.fromisoformat(data["day"]),
            fonts=Fonts(**data["fonts"]),
        )
    }


CRAFT = Craft(make=make_script, parts=lambda job: (dict(job.data),))
"""How a script is made and kept."""
