"""Rules between a playlist and what it shows: nothing is announced when it is over."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.core.problems import Message, Problem
from campaign.read.tree.documents import OpenFolder
from campaign.read.tree.nodes import Items, child, text_of


def playlist_rules(folder: OpenFolder) -> Iterator[Problem]:
    """Slides that begin only after their event is over."""
    ends = {text_of(child(one.node, "id")): text_of(child(one.node, "ends"))[:10] for one in folder.records("event")}
    for display in folder.records("display"):
        playlist = child(display.node, "playlist")
        for slide in playlist.items if isinstance(playlist, Items) else ():
            starts, over = child(slide, "starts"), ends.get(text_of(child(slide, "record")), "")
            if text_of(child(slide, "shows")) == "event" and starts and over and text_of(starts) > over:
                what = Message(
                    f"活动 {over} 就结束了，这一项之后才起播", f"the event is over on {over}, before this begins"
                )
                yield display.file.problem(starts, what)
