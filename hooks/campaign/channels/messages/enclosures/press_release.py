"""Press release: as .docx in the format of public documents, its events as an attachment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from campaign.channels import Commission
from campaign.channels.messages.enclosures import EnclosureJob, Maker, Part
from campaign.channels.messages.job import Composed
from campaign.workshop.making import Craft

CHANNEL, NAME = "press-release", "press-release.docx"


def jobs(commission: Commission, one: Composed) -> Iterator[EnclosureJob]:
    """A press release's document; none on another channel."""
    if one.channel == CHANNEL:
        yield EnclosureJob.of(one, [Part(name=NAME, role="document")], _data(commission, one))


def _data(commission: Commission, one: Composed) -> Mapping[str, Any]:
    from campaign.channels.messages.layouts import mark_of
    from campaign.channels.messages.outline import listed_row, outline
    from campaign.channels.messages.words import words
    from campaign.say.dates import dates

    said, word = outline(commission, one), words(one.language)
    dated = dates(one.language).full(one.at.date())
    mark = mark_of(one.language) if one.sample else ""
    signed = word.say("press_end", by=one.sender, day=dated)
    listed = {*said.rows, signed} if said.events else {signed}
    parts = [part for part in one.text.removeprefix(mark).split("\n\n") if part not in listed]
    if said.events:
        parts.insert(1, str(word.see_attachment))
    return {
        "language": one.language,
        "title": one.title.removeprefix(mark),
        "mark": mark.strip(),
        "paragraphs": parts,
        "events": [list(listed_row(event)) for event in said.events],
        "columns": [str(word.when), str(word.column_what), str(word.where)],
        "attached": str(word.attachment_events),
        "attachment": str(word.attachment),
        "signed": one.sender,
        "day": one.at.date().isoformat(),
        "dated": dated,
        "fonts": commission.campaign.campaign.document_fonts.model_dump(),
    }


def craft() -> Craft[EnclosureJob]:
    """How it is made and kept."""
    from campaign.channels.messages.documents.release import CRAFT

    return CRAFT


MAKER = Maker(jobs=jobs, craft=craft)
