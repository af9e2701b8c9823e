"""Pictures and films of the office's own that no record names: nobody will ever see them, and nobody would notice."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.core.problems import Message, Place, Problem
from campaign.read.files.folder import Listing
from campaign.read.tree.documents import Documents
from campaign.read.tree.nodes import scalars

UNSEEN = Message("没有一处写到这个文件，哪里也看不到它", "nothing names this file: it is shown nowhere")


def unnamed_files(documents: Documents, listing: Listing, path: str) -> Iterator[Problem]:
    """A mention of each file that may be shown and isn't, hidden ones apart; path: the folder's, as problems show it.

    A file counts as named wherever a value is its path: no list of the keys that name files is needed.
    """
    values = {scalar.text for document in documents.files.values() for scalar in scalars(document.tree)}
    for name in sorted((listing.images | listing.films) - values):
        if not any(part.startswith(".") for part in name.split("/")):
            yield Problem(Place(f"{path}/{name}"), UNSEEN, hint=_where(name, film=name in listing.films))


def _where(name: str, *, film: bool) -> Message:
    """Where the file could be named."""
    if film:
        return Message(
            f"要放到大屏上，就在 screens.yml 里加一项 shows: film、file: {name}；用不着就删去",
            f"for a display add `shows: film` with `file: {name}` in screens.yml; delete it where it isn't needed",
        )
    return Message(
        f"要放到一场活动里，就在那场活动下面加 image: {name} 和 image_alt；要放到大屏上，就在 screens.yml 里加一项 "
        f"shows: image、file: {name}；用不着就删去",
        f"for an event add `image: {name}` and an image_alt to it, for a display `shows: image` with `file: {name}` in "
        "screens.yml; delete it where it isn't needed",
    )
