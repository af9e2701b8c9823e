"""Which pictures a message has: its channel's, of what its subject has to show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from campaign.channels import Commission
from campaign.channels.messages.enclosures import EnclosureJob, Part
from campaign.channels.messages.enclosures.pictures.long import long_alt, long_picture
from campaign.channels.messages.enclosures.pictures.setting import Place, alt, ending, picture
from campaign.channels.messages.enclosures.pictures.sheets import COVERS, GRIDS, NINTH, SQUARE, WIDE, Sheet, upright
from campaign.channels.messages.enclosures.pictures.story import Idea, Story, story
from campaign.channels.messages.job import Composed
from campaign.kinds.message import file_of

Planned = tuple[Part, dict[str, Any]]
READ_BY_HOLDING = frozenset({"moments", "wechat-article", "group-notice"})
"""Channels of WeChat, which reads the symbol of a picture that is held; on others the address is typed."""
LISTING = frozenset({"weibo", "group-notice"})
"""Channels that show a list of events as one tall picture, where a message gathers some."""


def jobs(commission: Commission, one: Composed) -> Iterator[EnclosureJob]:
    """All of a message's pictures as one job; none where its channel shows none."""
    if one.channel not in (*COVERS, "moments", "douyin"):
        return
    told = story(commission, one)
    planned = tuple(_pictures(commission, one, told)) if told else ()
    if planned:
        yield EnclosureJob.of(one, [part for part, _ in planned], {part.name: data for part, data in planned})


def _pictures(commission: Commission, one: Composed, told: Story) -> Iterator[Planned]:
    for sheet in COVERS.get(one.channel, ()):
        yield _alone(one, told, sheet)
    file = file_of(commission.campaign)
    if one.channel == "douyin" and file:
        yield _alone(one, told, upright(file.safe_area))
    if one.channel == "moments":
        yield from _grid(told)
    if one.channel == "moments" or (one.channel in LISTING and told.events):
        part = Part(name="long.png", role="picture", alt=long_alt(told))
        yield part, long_picture(commission, told, code=one.channel in READ_BY_HOLDING)


def _alone(one: Composed, told: Story, sheet: Sheet) -> Planned:
    """The picture that says all in one: what it is; unless it is small when and where; a card also the way there."""
    facts = () if sheet in (WIDE, SQUARE) else told.facts
    head = replace(told.headline, facts=facts, ending=sheet.role != "cover")
    place = Place(art=sheet.art, backdrop=_behind(sheet), code=one.channel in READ_BY_HOLDING)
    shown = replace(told, headline=head)
    return Part(name=f"{sheet.name}.png", role=sheet.role, alt=alt(shown, head)), picture(shown, head, sheet, place)


def _behind(sheet: Sheet) -> tuple[float, float, float]:
    """The whorl behind a picture: from its upper right out of it."""
    return sheet.width_px, 0.0, 0.9 * max(sheet.width_px, sheet.height_px)


def _grid(told: Story) -> Iterator[Planned]:
    """Pictures shown three in a row: each an idea, together one whorl on a pattern of two grounds."""
    picked = _nine(told)
    for at, idea in enumerate(picked):
        row, column = divmod(at, 3)
        rows, side = len(picked) // 3, NINTH.width_px
        centre = (1.5 - column) * side, (rows / 2 - row) * side
        look = ("red" if told.look == "paper" else "paper") if at % 2 else told.look
        only = idea.vignette and not idea.title
        place = Place(
            art="only" if only else "top" if idea.vignette else "",
            backdrop=(*centre, 2.2 * side),
            kicker=at == 0,
            marked=at in (0, len(picked) - 1),
            code=True,
            look=look,
        )
        name = f"grid-{at + 1}.png"
        yield Part(name=name, role=NINTH.role, alt=alt(told, idea)), picture(told, idea, NINTH, place)


def _nine(told: Story) -> tuple[Idea, ...]:
    """As many ideas as stand in whole rows: what, when and where, what it is, its picture in the middle; the end."""
    head, art = told.headline, told.headline.vignette
    own = [*told.ideas, *told.more]
    if art:
        own.insert(3, Idea(vignette=art))
    count = next(many for many in (*GRIDS, 1) if many <= len(own) + 2)
    return (replace(head, vignette=""), *own[: count - 2], ending(told))
