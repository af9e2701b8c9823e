"""A strip's words as one line: the parts it is made of, and where its pages may break each."""

from __future__ import annotations

from typing import Any

from campaign.channels.screens.content import Content
from campaign.channels.screens.palette import roles
from campaign.channels.screens.words import words
from campaign.kinds.display import Display
from campaign.say.lines import pieces as unbroken
from campaign.say.phrases import address_parts
from campaign.say.wording import Wording


def strip_mark(tag: str) -> str:
    """The mark of sample data within a line: `【示例】`."""
    said = words(tag)
    return said.say("bracketed", mark=said.sample_frame)


def strip_data(content: Content, display: Display, wording: Wording, *, address: str, sample: bool) -> dict[str, Any]:
    """A strip's one line: what is different and the headline, the facts, the plain address.

    pieces: of each part, where it may be broken; leads: what is left out of pages where it makes them more.
    """
    tag, alarm = wording.main, content.scheme == "alarm"
    said, linked = words(tag), content.linked not in (None, ("theme", ""))
    titles = [part for part in wording.both(content.title) if part]
    head = content.kicker[tag] if alarm else content.lead[tag]
    broken = content.lines.get(tag) or (titles[0],)
    pieces = [[*([f"{head} · "] if head and not alarm else []), *_pieces(broken, tag)]]
    pieces[:0] = [[head]] if alarm else []
    pieces += [_pieces((part,), tag) for part in titles[1:]]
    leads = said.say("place_at", place=""), said.say("more_at", address=""), f"{said.today} · "
    if linked:
        pieces += [[*leads[:1] * (fact is content.venue), *_pieces((fact[tag],), tag)] for fact in content.facts]
    if address:
        pieces.append([leads[1], *(label for part in address_parts(address) for label in part)])
    return {
        "width": display.width_px,
        "height": display.height_px,
        "palette": dict(roles("strip", "day")),
        "mark": strip_mark(tag) if sample else "",
        "pieces": pieces,
        "leads": leads,
        "alarm": alarm,
    }


def _pieces(said: tuple[str, ...], tag: str) -> list[str]:
    """Where a strip's pages may break a text: at any place that parts no word, rather where the office broke it.

    Where it isn't broken there, there is a gap.
    """
    ends = [" \n"] * (len(said) - 1) + [""]
    return [
        piece + end * last
        for line, end in zip(said, ends, strict=True)
        for piece, last in _with_last(unbroken(line, tag))
    ]


def _with_last(found: tuple[str, ...]) -> list[tuple[str, bool]]:
    return [(piece, at == len(found)) for at, piece in enumerate(found, 1)]
