"""The pictures that events name, looked into: only those, since opening one takes longer than reading a file."""

from __future__ import annotations

from collections.abc import Set
from pathlib import Path

from campaign.core.pictures import PictureFault
from campaign.read.tree.documents import OpenFolder
from campaign.read.tree.nodes import child, text_of
from campaign.workshop.pictures import inspect


def picture_faults(opened: OpenFolder, folder: Path, images: Set[str]) -> dict[str, PictureFault]:
    """Why pictures can't be shown, by their path below the folder; images: those that are there."""
    named = {text_of(child(record.node, "image")) for record in opened.records("event")}
    return {path: fault for path in sorted(named & images) if (fault := inspect(folder / path))}
