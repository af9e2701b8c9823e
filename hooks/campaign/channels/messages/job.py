"""What one message says in one language, as values: what pages list and packs hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from campaign.channels.messages.enclosures import Enclosed, EnclosureJob
from campaign.core.artifact import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A message ready to send.

    id, at, channel: as the plan has them; county: its sender's, empty for the office of the whole campaign; sender: as
    it signs; subject: what it is about, to be shown; title, summary: where the channel has them; text: all that is
    sent; link: the printed address it leads on to, as it is sent; own: the office's own words; sample: it may not be
    sent as it is; enclosing: by their sort, the files to be made for it; enclosed: those made, as pages show them.
    """

    id: str
    at: datetime
    channel: str
    language: str
    county: str
    sender: str
    subject: str
    title: str = ""
    summary: str = ""
    text: str
    link: str
    own: bool = False
    sample: bool = False
    source: Source
    enclosing: tuple[tuple[str, EnclosureJob], ...] = ()
    enclosed: tuple[Enclosed, ...] = ()

    @property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """Each part that a channel counts, by the name of its limit."""
        parts = (("title", self.title), ("summary", self.summary), ("text", self.text))
        return tuple((name, text) for name, text in parts if text)
