"""Broadcast: an announcer's script as .docx in large type, with how long it takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from campaign.channels import Commission
from campaign.channels.messages.enclosures import EnclosureJob, Maker, Part
from campaign.channels.messages.job import Composed
from campaign.workshop.making import Craft

CHANNEL, NAME = "broadcast", "broadcast.docx"


def jobs(commission: Commission, one: Composed) -> Iterator[EnclosureJob]:
    """An announcement's script; none on another channel."""
    if one.channel == CHANNEL:
        yield EnclosureJob.of(one, [Part(name=NAME, role="document")], _data(commission, one))


def _data(commission: Commission, one: Composed) -> Mapping[str, Any]:
    from campaign.channels.messages.layouts import mark_of
    from campaign.channels.messages.limits import SPOKEN_A_MINUTE, WORDS_A_MINUTE, seconds
    from campaign.channels.messages.words import words
    from campaign.say.dates import dates
    from campaign.say.script import written_in_han

    word, han = words(one.language), written_in_han(one.language)
    mark = mark_of(one.language) if one.sample else ""
    spoken = one.text.removeprefix(mark)
    pace = SPOKEN_A_MINUTE if han else WORDS_A_MINUTE
    head = [
        mark.strip(),
        word.say("script_when", day=dates(one.language).full(one.at.date()), clock=f"{one.at:%H:%M}"),
        word.say("script_by", by=one.sender),
        word.say("script_lasts", seconds=seconds(spoken, han=han), pace=pace),
    ]
    return {
        "language": one.language,
        "title": word.say("script_title", subject=one.subject) if one.subject else one.sender,
        "head": [line for line in head if line],
        "paragraphs": [part for part in spoken.split("\n") if part.strip()],
        "author": one.sender,
        "day": one.at.date().isoformat(),
        "fonts": commission.campaign.campaign.document_fonts.model_dump(),
    }


def craft() -> Craft[EnclosureJob]:
    """How it is made and kept."""
    from campaign.channels.messages.documents.announcement import CRAFT

    return CRAFT


MAKER = Maker(jobs=jobs, craft=craft)
