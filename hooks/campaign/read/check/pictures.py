"""The pictures that events and displays name: looked into, and said in words."""

from __future__ import annotations

from collections.abc import Iterator, Set
from pathlib import Path

from campaign.core.pictures import PictureFault
from campaign.core.problems import Message, Problem
from campaign.kinds.slide import FILE_SOURCES
from campaign.read.tree.documents import Documents
from campaign.workshop.pictures import inspect


def picture_faults(documents: Documents, folder: Path, images: Set[str]) -> dict[str, PictureFault]:
    """Why pictures can't be shown, by their path below the folder; images: those that are there.

    Only those that are named are opened, since that takes longer than reading a file.
    """
    shown = {event.text("image") for event in documents.records("event")}
    slides = {slide.text("file") for display in documents.records("display") for slide in display.listed("playlist")}
    named = shown | {name for name in slides if name.lower().endswith(FILE_SOURCES["image"])}
    return {path: fault for path in sorted(named & images) if (fault := inspect(folder / path))}


def picture_rules(documents: Documents) -> Iterator[Problem]:
    """A picture says in words what it shows."""
    for event in documents.records("event"):
        if event.text("image") and "image_alt" not in event.node.values:
            what = Message(
                "有图片就要有“image_alt”，写明图上有什么", "a picture needs an image_alt that says what it shows"
            )
            hint = Message("看不见图的人靠它知道图上有什么", "those who can't see the picture rely on it")
            yield event.document.problem(event.node.values["image"], what, hint=hint)
