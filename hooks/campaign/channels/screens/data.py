"""A frame's words as the JSON its template sets: lines, their largest and least sizes in pixels, colours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from campaign.channels.screens.content import Content, call
from campaign.channels.screens.legibility import CodeFit, least_px, target_px
from campaign.channels.screens.palette import roles
from campaign.channels.screens.wording import lines
from campaign.channels.screens.words import words
from campaign.core.language import Localized, primary_subtag
from campaign.kinds.display import Display
from campaign.paper.size import is_long
from campaign.say.lines import PAUSES, units
from campaign.say.phrases import address_parts
from campaign.say.script import is_han
from campaign.say.wording import Wording
from campaign.workshop.fonts import FAMILIES
from campaign.workshop.qr import QUIET_ZONE

FOOT_FROM_PX = 480
"""From this shorter side on a frame has a foot line: below it would be too small to read."""
FACT_UNITS, DETAIL_UNITS, SUPPORT_UNITS = 18.0, 20.0, 24.0
HEADLINE_SHARE, CALL_SHARE = 0.17, 0.19
"""The largest sizes of a headline and of a code's call as shares of the shorter side, far above the target."""
HEADLINE_UNITS = (0.0, 11.5, 8.5, 6.5)
"""How wide its lines may be, 0 as wide as any: in which of these ways it stands largest, the room decides."""
LATIN_WIDER = 1.3
"""So much longer may a line of Latin be."""


class TooLongError(Exception):
    """A text that no breaking brings into its lines: `field` of the content, and the text."""

    def __init__(self, field: str, text: str) -> None:
        self.field, self.text = field, text
        super().__init__(f"{field}: {text}")


def message_data(
    content: Content,
    display: Display,
    wording: Wording,
    look: str,
    *,
    address: str,
    foot: Localized,
    sample: bool,
    own: str,
) -> dict[str, Any]:
    """What a message's template sets, but the drawings, which are made last. Raises TooLongError.

    address: the plain address, where no code follows; own: the language of official wording.
    """
    blocks = [_kicker(content.kicker[wording.main], display), _headline(content, display, wording, own=own)]
    blocks += [_fact(fact[wording.main], display, wording.main, first=n == 0) for n, fact in enumerate(content.facts)]
    if content.detail and content.detail[wording.main]:
        blocks += _detail(content.detail[wording.main], display, wording.main)
    blocks += _supporting(content, display, wording, own=own)
    return {
        **_common(display, look, content, wording),
        "blocks": blocks,
        "address": _address(address, display) if address else None,
        "foot": _foot(foot, display, wording),
        "pictogram": content.pictogram or None,
        "picture": None if content.scheme == "alarm" else content.vignette,
        "sample": _sample(display, wording) if sample else None,
    }


def code_data(
    content: Content, display: Display, wording: Wording, look: str, *, code: CodeFit, address: str, sample: bool
) -> dict[str, Any]:
    """What a code's template sets: the code, in a word what it opens, and its plain address."""
    lead, support = wording.each(lambda tag: call(content, tag))
    blocks = [_block("title", (lead,), display, most=CALL_SHARE * _breadth(display), weight=900, colour="text")]
    if support:
        blocks.append(_support((support,), display, str(wording.support), most=0.062))
    return {
        **_common(display, look, content, wording),
        "blocks": blocks,
        "address": _address(address, display, most=0.058),
        "code": {"module": code.module_px, "quiet": QUIET_ZONE},
        "sample": _sample(display, wording) if sample else None,
    }


def _address(address: str, display: Display, *, most: float = 0.046) -> dict[str, Any]:
    """The plain address, whole and in its parts; most: its largest size as a share of the shorter side."""
    least = least_px(display, address)
    largest = max(least, min(display.width_px, display.height_px) * most)
    parts = address_parts(address)
    return {"text": address, "parts": parts, "long": is_long(address), "least": least, "most": largest}


def _common(display: Display, look: str, content: Content, wording: Wording) -> dict[str, Any]:
    return {
        "width": display.width_px,
        "height": display.height_px,
        "font": FAMILIES,
        "palette": dict(roles(content.scheme, look, tint=content.tint)),
        "look": look,
        "lang": primary_subtag(wording.main),
    }


def _sample(display: Display, wording: Wording) -> dict[str, Any]:
    """The mark: in both languages where both are on the frame."""
    text = " ".join(words(tag).sample_frame for tag in wording.tags)
    return {"text": text, "least": least_px(display, text)}


def _foot(foot: Localized, display: Display, wording: Wording) -> dict[str, Any] | None:
    """Whose frame it is: in both languages where there is room for both."""
    if min(display.width_px, display.height_px) < FOOT_FROM_PX:
        return None
    lead, support = wording.both(foot)
    choices = [f"{lead}  {support}", lead] if support else [lead]
    return {"choices": choices, "text": lead, "least": least_px(display, lead)}


def _block(
    field: str,
    said: tuple[str, ...],
    display: Display,
    *,
    most: float,
    weight: int,
    colour: str,
    optional: bool = False,
) -> dict[str, Any]:
    """Lines of one size; most: their largest size as a share of the shorter side."""
    least = least_px(display, "".join(said))
    largest = max(least, min(display.width_px, display.height_px) * most)
    return {
        "field": field,
        "lines": list(said),
        "most": largest,
        "least": least,
        "weight": weight,
        "colour": colour,
        "optional": optional,
        "han": is_han("".join(said)),
    }


def _headline(content: Content, display: Display, wording: Wording, *, own: str) -> dict[str, Any]:
    """The headline, and the ways it may be broken; as the office broke it, where it did."""
    tag, text = wording.main, content.title[wording.main]
    wider = 1.0 if is_han(text) else LATIN_WIDER
    office = content.lines.get(tag)
    broken = [office] if office else [lines(text, tag, most_units=most * wider) for most in HEADLINE_UNITS]
    ways = _by_sense(list(dict.fromkeys(way for way in broken if way)))
    if not ways:
        raise TooLongError("title", text)
    found = _block("title", ways[0], display, most=HEADLINE_SHARE * _breadth(display), weight=900, colour="text")
    if content.scheme == "alarm":
        found["least"] = max(found["least"], target_px(display))
    return {**found, "ways": ways, "tail": _unofficial(content, display, tag, own=own)}


def _by_sense(ways: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Of the ways with as many lines those whose lines end most often with a pause."""
    pauses = {way: sum(line[-1] in PAUSES for line in way[:-1]) for way in ways}
    return [way for way in ways if pauses[way] == max(pauses[one] for one in ways if len(one) == len(way))]


def _unofficial(content: Content, display: Display, tag: str, *, own: str) -> dict[str, Any] | None:
    """What official wording in another language is, in a line under it."""
    if not content.official or tag == own:
        return None
    said = str(words(tag).translation)
    return {"text": said, "least": least_px(display, said)}


def _kicker(text: str, display: Display) -> dict[str, Any]:
    """The line above the headline: as much of it, from its beginning, as there is room for."""
    parts = text.split(" · ")
    shorter = [" · ".join(parts[:count]) for count in range(len(parts), 0, -1)]
    return {**_block("kicker", (text,), display, most=0.052, weight=500, colour="accent"), "choices": shorter}


def _breadth(display: Display) -> float:
    """How much larger type may be than on a 16:9 frame of the same shorter side: long frames have the room."""
    longer, shorter = max(display.width_px, display.height_px), min(display.width_px, display.height_px)
    return min(1.5, max(1.0, longer / shorter / (16 / 9)))


def _supporting(content: Content, display: Display, wording: Wording, *, own: str) -> Iterator[dict[str, Any]]:
    """The headline and the facts in the other language: smaller, under the first; where there is room."""
    tag, title = str(wording.support), wording.both(content.title)[1]
    if title:
        said = lines(title, tag, most_units=SUPPORT_UNITS) or content.lines.get(tag) or (title,)
        yield {**_support(said, display, tag), "tail": _unofficial(content, display, tag, own=own)}
    told = [fact for fact in (wording.both(fact)[1] for fact in content.facts) if fact]
    whole = " · ".join(told)
    if told:
        yield _support((whole,) if units(whole) <= SUPPORT_UNITS else tuple(told), display, tag)


def _support(said: tuple[str, ...], display: Display, tag: str, *, most: float = 0.048) -> dict[str, Any]:
    block = _block("support", said, display, most=most, weight=500, colour="quiet", optional=True)
    return {**block, "lang": primary_subtag(tag)}


def _fact(text: str, display: Display, tag: str, *, first: bool) -> dict[str, Any]:
    said = lines(text, tag, most_units=FACT_UNITS, most_lines=2)
    if not said:
        raise TooLongError("facts", text)
    return _block("facts", said, display, most=0.062 if first else 0.055, weight=700 if first else 500, colour="text")


def _detail(text: str, display: Display, tag: str) -> list[dict[str, Any]]:
    """What is only said where there is room; nothing where it is too long for two lines."""
    said = lines(text, tag, most_units=DETAIL_UNITS, most_lines=2)
    return [_block("detail", said, display, most=0.05, weight=500, colour="quiet", optional=True)] if said else []
