"""The display boards of an exhibition."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from campaign.core.problems import Message
from campaign.kinds.brief import Brief
from campaign.kinds.fields import Id, Line, Record, RichText, Sample, Spelled, ref
from campaign.kinds.floor_plan import Area
from campaign.kinds.kind import Kind, Printed

if TYPE_CHECKING:
    from campaign.kinds.campaign import Campaign


class DisplayBoard(Record):
    """A printed board on the plaza, serving one priority."""

    kind: ClassVar[str] = "board"
    id: Id
    number: Spelled
    title: Line
    priority: ref("priority")  # type: ignore[valid-type]
    text: RichText
    area: Area | None = None
    sample: Sample = False


COLOURS = ("red", "ochre", "teal", "indigo", "stone")
"""The colours of boards by the place of the priority they serve: those of one priority are seen to belong together."""


def _scheme(campaign: Campaign, board: DisplayBoard) -> str:
    every = [one.id for one in campaign.priorities.priorities]
    return COLOURS[every.index(board.priority) % len(COLOURS)]


def _brief(campaign: Campaign, board: DisplayBoard) -> Brief:
    return Brief(
        kind="board",
        id=board.id,
        title=board.title,
        kicker=campaign.priority(board.priority).name,
        number=board.number,
        about=board.text,
        sample=board.sample,
        serves=(board.priority,),
        scheme=_scheme(campaign, board),
        county=(campaign.exhibition.county if campaign.exhibition else None) or "",
        link=("board", board.id),
    )


KINDS = (
    Kind(
        name="board",
        place=70,
        model=DisplayBoard,
        file="exhibition",
        key="boards",
        called=Message("展板", "display board"),
        hub="exhibition",
        anchor="board-",
        named=("title",),
        printed=Printed(fields=("number", "title", "priority.name", "text")),
        poster="board",
        brief=_brief,
    ),
)
