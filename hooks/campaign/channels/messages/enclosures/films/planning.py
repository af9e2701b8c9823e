"""Which films there are, and their scenes: what it is about, an idea each, how to come to the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from campaign.channels import Commission
from campaign.channels.messages.enclosures import EnclosureJob, Part
from campaign.channels.messages.enclosures.pictures.setting import Place, alt, colours, ending, picture
from campaign.channels.messages.enclosures.pictures.sheets import upright
from campaign.channels.messages.enclosures.pictures.story import Idea, Story, story
from campaign.channels.messages.job import Composed
from campaign.kinds.message import file_of
from campaign.say.lines import units

NAME = "film.mp4"
SECONDS = 15
OPENING_S = (1, 2)
"""The mark is drawn in the first second, and stands."""
IDEAS = 2
"""Captions between what it is about and its address."""
READ_UNITS = 26.0
"""What is read off a film while a caption stands, in Han characters."""


def jobs(commission: Commission, one: Composed) -> Iterator[EnclosureJob]:
    """A message's film; none where its channel shows none."""
    file = file_of(commission.campaign)
    told = story(commission, one) if one.channel == "douyin" and file else None
    if told is None or file is None:
        return
    ideas, sheet = captions(told), upright(file.safe_area)
    drawn = colours(told.look, told.tint)
    mark = [drawn[role] for role in ("ground", "text", "eye")]
    scenes = [
        {"seconds": seconds, "picture": picture(told, idea, sheet, _place(told, idea, sheet.width_px))}
        for idea, seconds in zip(ideas, _seconds(len(ideas)), strict=True)
    ]
    part = Part(name=NAME, role="film", alt=" / ".join(alt(told, idea) for idea in ideas))
    opening = {"colours": mark, "seconds": list(OPENING_S)}
    yield EnclosureJob.of(one, [part], {NAME: {"scenes": scenes, "opening": opening}})


def captions(told: Story) -> tuple[Idea, ...]:
    """What a film says, one idea a scene, each short enough to be read."""
    short = [idea for idea in (*told.ideas, *told.more) if units(idea.title or idea.body) <= READ_UNITS]
    if told.notice:
        short = list(told.ideas[:1])
    return (told.headline, *(replace(idea, vignette="", facts=()) for idea in short[:IDEAS]), ending(told))


def _place(told: Story, idea: Idea, width_px: int) -> Place:
    backdrop = (width_px, 0.0, 1.7 * width_px)
    return Place(art="top" if idea is told.headline else "", backdrop=backdrop)


def _seconds(scenes: int) -> list[int]:
    """How long each scene stands: all alike, the last ones a little longer where it doesn't come out even."""
    each, over = divmod(SECONDS - sum(OPENING_S), scenes)
    return [each + (at >= scenes - over) for at in range(scenes)]
