"""Framing: one display's frames as they are asked for, a message or its code, each in every look and once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from campaign.channels import Commission
from campaign.channels.screens.content import Content, call
from campaign.channels.screens.data import TooLongError, code_data, message_data
from campaign.channels.screens.job import FrameJob, Steps
from campaign.channels.screens.legibility import CodeFit, code_fit
from campaign.channels.screens.line import strip_data
from campaign.channels.screens.problems import shorter, unbreakable
from campaign.core.problems import Problem
from campaign.kinds.display import Display
from campaign.paper import Imprint
from campaign.say.wording import Wording
from campaign.workshop.qr import TooLongError as PayloadTooLongError
from campaign.workshop.qr import symbol

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where frames come from: what is said, the slide's steps, and the address it leads to with its symbol.

    payload: what the symbol says, empty where the display shows none; spare: nobody asked for it.
    """

    content: Content
    steps: Steps
    imprint: Imprint | None
    code: CodeFit
    payload: str
    spare: bool

    @property
    def address(self) -> str:
        """The address as people read it."""
        return self.imprint.shown if self.imprint else ""


@dataclass
class Framer:
    """The frames of one display, and what keeps some from being made."""

    commission: Commission
    display: Display
    frames: dict[tuple[str, str], FrameJob] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def spot(self, content: Content, steps: Steps, *, spare: bool = False) -> Spot:
        """A content with its address; one that is too long for a symbol stands in plain letters."""
        imprint = self.commission.imprint(*content.linked) if content.linked else None
        code, payload = self._code(imprint)
        return Spot(content=content, steps=steps, imprint=imprint, code=code, payload=payload, spare=spare)

    def _code(self, imprint: Imprint | None) -> tuple[CodeFit, str]:
        if imprint is None:
            return CodeFit(0, ""), ""
        try:
            found = code_fit(self.display, symbol(imprint.payload))
        except PayloadTooLongError:
            return CodeFit(0, "too-long"), ""
        return found, imprint.payload if found.module_px else ""

    def message(self, spot: Spot, wording: Wording) -> str:
        """What is said, in a frame without a code, on a strip in a line; its name.

        The plain address is in it only where no code follows.
        """
        address = "" if spot.payload else spot.address
        sample = self._sample(spot, address=bool(address))

        def data(look: str) -> Data:
            if self.display.strip:
                return strip_data(spot.content, self.display, wording, address=_told(spot), sample=sample)
            foot = self.commission.campaign.campaign.organisers[0].name
            return message_data(
                spot.content, self.display, wording, look, address=address, foot=foot, sample=sample, own=self._official
            )

        name, title = f"{spot.content.name}-{wording.slug}", spot.content.title[wording.main]
        told = {"title": title, "code": spot.code.reason if address else "", "priorities": spot.content.priorities}
        return self._frame(spot, wording, name, data, sample=sample, **told)

    def code(self, spot: Spot) -> str:
        """The code of what is said, with a word of what it opens, in all the display's languages; its name."""
        wording, sample = Wording(*self.display.languages[:2]), self._sample(spot, address=True)
        made = symbol(spot.payload)

        def data(look: str) -> Data:
            fit = code_fit(self.display, made, look=look)
            return code_data(spot.content, self.display, wording, look, code=fit, address=spot.address, sample=sample)

        title = " · ".join((call(spot.content, wording.main), spot.content.title[wording.main]))
        distance_m = min(code_fit(self.display, made, look=look).distance_m for look in self.display.looks)
        told = {"title": title, "code": spot.code.reason, "code_distance_m": distance_m}
        name = f"code-{spot.content.name}-{wording.slug}"
        return self._frame(spot, wording, name, data, sample=sample, payload=spot.payload, **told)

    @property
    def _official(self) -> str:
        return self.commission.campaign.campaign.official_language

    def _sample(self, spot: Spot, *, address: bool) -> bool:
        """True where what is shown isn't the office's own. address: the address is shown."""
        placeholder = address and self.commission.campaign.campaign.paper_address_sample
        return not self.commission.context.release and (spot.content.sample or placeholder)

    def _frame(self, spot: Spot, wording: Wording, name: str, data: Callable[[str], Data], **told: Any) -> str:
        """Add the frame in every look; a text that is too long is noted."""
        for look in self.display.looks:
            if (name, look) in self.frames:
                continue
            try:
                made = data(look)
            except TooLongError as error:
                self._unbreakable(spot, error)
                continue
            self.frames[name, look] = FrameJob(
                name=name,
                look=look,
                display=self.display.id,
                data=made,
                steps=spot.steps,
                source=spot.content.source,
                titles=spot.content.title,
                language=wording.slug,
                spare=spot.spare,
                address_key=self.commission.campaign.campaign.paper_address_key,
                **told,
            )
        return name

    def there(self, name: str) -> bool:
        """True where a frame of this name is to be made."""
        return (name, self.display.looks[0]) in self.frames

    def _unbreakable(self, spot: Spot, error: TooLongError) -> None:
        source = spot.content.source
        what = unbreakable(source.id or source.kind, error.field, error.text, self.display.id)
        place = self.commission.places.problem(what, str(spot.steps[0]), *spot.steps[1:], hint=shorter(spot.steps))
        self.problems.append(place)


def _told(spot: Spot) -> str:
    """The address that a strip's line ends with; the theme's is everybody's and needs none."""
    return "" if spot.content.linked == ("theme", "") else spot.address
