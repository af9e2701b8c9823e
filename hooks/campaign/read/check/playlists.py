"""Rules between a playlist and what it shows: nothing is announced when it is over."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.core.problems import Message, Problem
from campaign.read.tree.documents import Documents
from campaign.read.tree.nodes import child


def playlist_rules(documents: Documents) -> Iterator[Problem]:
    """Slides that begin only after their event is over."""
    ends = {event.id: event.text("ends")[:10] for event in documents.records("event")}
    for display in documents.records("display"):
        for slide in display.listed("playlist"):
            starts, over = child(slide.node, "starts"), ends.get(slide.text("record"), "")
            if slide.text("shows") == "event" and starts and over and slide.text("starts") > over:
                what = Message(
                    f"活动 {over} 就结束了，这一项之后才起播", f"the event is over on {over}, before this begins"
                )
                yield slide.document.problem(starts, what)
