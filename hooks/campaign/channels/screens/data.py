"""A frame's words as the JSON its template sets: lines, their largest and least sizes in pixels, colours."""

from __future__ import annotations

from typing import Any

from campaign.channels.screens.content import Content
from campaign.channels.screens.legibility import CodeFit, least_px, target_px
from campaign.channels.screens.palette import roles
from campaign.channels.screens.wording import lines
from campaign.channels.screens.words import words
from campaign.core.language import primary_subtag
from campaign.kinds.display import Display
from campaign.paper.size import is_long
from campaign.say.lines import pieces
from campaign.say.phrases import address_parts
from campaign.say.script import is_han
from campaign.say.wording import Wording
from campaign.workshop.art import pictograms
from campaign.workshop.fonts import FAMILIES
from campaign.workshop.qr import QUIET_ZONE

FOOT_FROM_PX = 480
"""From this shorter side on a frame has a foot line: below it would be too small to read."""
FACT_UNITS, DETAIL_UNITS, SUPPORT_UNITS = 18.0, 20.0, 24.0
HEADLINE_SHARE = 0.17
"""The headline's largest size as a share of the shorter side, far above the target."""


NARROW_UNITS, MIDDLING_UNITS = 8.5, 11.5
"""Lines a headline is broken into first, in portrait and in landscape: two short ones stand larger than a long one."""


class TooLongError(Exception):
    """A text that no breaking brings into its lines: `field` of the content, and the text."""

    def __init__(self, field: str, text: str) -> None:
        self.field, self.text = field, text
        super().__init__(f"{field}: {text}")


def frame_data(
    content: Content,
    display: Display,
    wording: Wording,
    look: str,
    *,
    code: CodeFit,
    address: str,
    foot: str,
    sample: bool,
) -> dict[str, Any]:
    """Everything a frame's template sets, but the drawings, which are made last. Raises TooLongError."""
    lead, support = wording.both(content.title)
    has_code = code.module_px > 0
    short = min(display.width_px, display.height_px)
    blocks = [
        _kicker(content.kicker[wording.main], display),
        _headline(content, display, wording, lead),
    ]
    if support:
        blocks.append(_support(content, display, str(wording.support), support))
    blocks += [_fact(fact[wording.main], display, wording.main, first=n == 0) for n, fact in enumerate(content.facts)]
    if content.detail and content.detail[wording.main] and not has_code:
        blocks += _detail(content.detail[wording.main], display, wording.main)
    return {
        **_common(display, look, content),
        "lang": primary_subtag(wording.main),
        "blocks": blocks,
        "address": _address(address, display) if address else None,
        "foot": {"text": foot, "least": least_px(display, foot)} if short >= FOOT_FROM_PX else None,
        "code": {"module": code.module_px, "quiet": QUIET_ZONE} if has_code else None,
        "pictogram": content.pictogram or None,
        "sample": _sample(display, wording) if sample else None,
    }


def _address(address: str, display: Display) -> dict[str, Any]:
    """The plain address, whole and in its parts."""
    least = least_px(display, address)
    return {"text": address, "parts": address_parts(address), "long": is_long(address), "least": least}


def _common(display: Display, look: str, content: Content) -> dict[str, Any]:
    colours = roles(content.scheme, look, tint=content.tint)
    return {"width": display.width_px, "height": display.height_px, "font": FAMILIES, "palette": dict(colours)}


def _sample(display: Display, wording: Wording) -> dict[str, Any]:
    """The mark: in both languages where both are on the frame."""
    text = " ".join(words(tag).sample_frame for tag in wording.tags)
    return {"text": text, "least": least_px(display, text)}


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


def _headline(content: Content, display: Display, wording: Wording, text: str) -> dict[str, Any]:
    narrow = NARROW_UNITS if display.height_px > display.width_px else MIDDLING_UNITS
    tag = wording.main
    said = (
        content.lines.get(tag) or lines(text, tag, most_units=narrow * (1 if is_han(text) else 1.3)) or lines(text, tag)
    )
    if not said:
        raise TooLongError("title", text)
    found = _block("title", said, display, most=HEADLINE_SHARE * _breadth(display), weight=900, colour="text")
    if content.scheme == "alarm":
        found["least"] = max(found["least"], target_px(display))
    return found


def _kicker(text: str, display: Display) -> dict[str, Any]:
    """The line above the headline: as much of it, from its beginning, as there is room for."""
    parts = text.split(" · ")
    shorter = [" · ".join(parts[:count]) for count in range(len(parts), 0, -1)]
    return {**_block("kicker", (text,), display, most=0.052, weight=500, colour="accent"), "choices": shorter}


def _breadth(display: Display) -> float:
    """How much larger type may be than on a 16:9 frame of the same shorter side: long frames have the room."""
    longer, shorter = max(display.width_px, display.height_px), min(display.width_px, display.height_px)
    return min(1.5, max(1.0, longer / shorter / (16 / 9)))


def _support(content: Content, display: Display, tag: str, text: str) -> dict[str, Any]:
    """The headline in the other language: smaller, under the first."""
    said = lines(text, tag, most_units=SUPPORT_UNITS) or content.lines.get(tag) or (text,)
    return {
        **_block("support", said, display, most=0.048, weight=500, colour="quiet", optional=True),
        "lang": primary_subtag(tag),
    }


def _fact(text: str, display: Display, tag: str, *, first: bool) -> dict[str, Any]:
    said = lines(text, tag, most_units=FACT_UNITS, most_lines=2)
    if not said:
        raise TooLongError("facts", text)
    return _block("facts", said, display, most=0.062 if first else 0.055, weight=700 if first else 500, colour="text")


def _detail(text: str, display: Display, tag: str) -> list[dict[str, Any]]:
    """What is only said where there is room; nothing where it is too long for two lines."""
    said = lines(text, tag, most_units=DETAIL_UNITS, most_lines=2)
    return [_block("detail", said, display, most=0.05, weight=500, colour="quiet", optional=True)] if said else []


def strip_mark(tag: str) -> str:
    """The mark of sample data within a line: `【示例】`."""
    said = words(tag)
    return said.say("bracketed", mark=said.sample_frame)


def strip_data(content: Content, display: Display, wording: Wording, *, address: str, sample: bool) -> dict[str, Any]:
    """A strip's one line: the headline, the facts, the plain address; pieces: of each part, where it may be broken."""
    texts = [content.title, *content.facts] if content.linked and content.linked[0] != "theme" else [content.title]
    parts = [text[wording.main] for text in texts]
    if wording.support and (said := wording.both(content.title)[1]):
        parts.insert(1, said)
    mark = strip_mark(wording.main) if sample else ""
    head = [content.kicker[wording.main]] if content.scheme == "alarm" else []
    whole = [*head, *parts]
    broken = {content.title[wording.main]: content.lines.get(wording.main, ())}
    return {
        **_common(display, "day", content),
        "palette": dict(roles("strip", "day")),
        "mark": mark,
        "parts": [*whole, *([address] if address else [])],
        "pieces": [_pieces(broken.get(part) or (part,), wording.main) for part in whole] + _address_pieces(address),
        "alarm": content.scheme == "alarm",
    }


def _pieces(said: tuple[str, ...], tag: str) -> list[str]:
    """Where a strip's pages may break a text: at any place that parts no word, rather where the office broke it."""
    ends = ["\n" if is_han(line) else " \n" for line in said[:-1]] + [""]
    return [
        piece + end * last
        for line, end in zip(said, ends, strict=True)
        for piece, last in _with_last(pieces(line, tag))
    ]


def _with_last(found: tuple[str, ...]) -> list[tuple[str, bool]]:
    return [(piece, at == len(found)) for at, piece in enumerate(found, 1)]


def _address_pieces(address: str) -> list[list[str]]:
    return [[label for part in address_parts(address) for label in part]] if address else []


def pictogram(name: str, colour: str) -> str:
    """A pictogram's drawing in one colour."""
    return pictograms.svg(name, colour=colour)


__all__ = ["TooLongError", "frame_data", "pictogram", "strip_data", "strip_mark"]
