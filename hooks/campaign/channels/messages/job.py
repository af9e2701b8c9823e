"""What one message says in one language, as values: what pages list and packs hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from campaign.channels.messages.counter import counted
from campaign.channels.messages.enclosures import Enclosed, EnclosureJob
from campaign.core.artifact import Source
from campaign.core.problems import Message
from campaign.kinds.message import CHANNELS


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A message ready to send.

    id, at, channel: as the plan has them; county: its sender's, empty for the office of the whole campaign; sender: as
    it signs; subject: what it is about, to be shown; title, summary: where the channel has them; text: all that is
    sent; link: the printed address it leads on to, as it is read; url: the same to be tapped; own: the office's own
    words; sample: it may not be sent as it is; about: what it is about in the plan, the subject and the record; facts:
    what it tells of each of its subjects (`facts`); enclosing: by their sort, the files to be made for it; enclosed:
    those made, as pages show them.
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
    url: str = ""
    own: bool = False
    sample: bool = False
    source: Source
    about: tuple[str, str] = ("", "")
    facts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    enclosing: tuple[tuple[str, EnclosureJob], ...] = ()
    enclosed: tuple[Enclosed, ...] = ()

    @property
    def called(self) -> Message:
        """What people call its channel."""
        return CHANNELS[self.channel]

    @property
    def counted(self) -> Message:
        """Its length as its channel counts it."""
        return counted(self)

    @property
    def copied(self) -> tuple[tuple[str, str], ...]:
        """What is to be copied, part by part by its name; a title that is all there is stands once; of an article also
        the address that its editor asks for, as its body may have none."""
        parts = tuple((name, text) for name, text in self.texts if name == "text" or text != self.text)
        return (*parts, ("link", self.url)) if self.channel == "wechat-article" and self.url else parts

    @property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """Each part that a channel counts, by the name of its limit."""
        parts = (("title", self.title), ("summary", self.summary), ("text", self.text))
        return tuple((name, text) for name, text in parts if text)
