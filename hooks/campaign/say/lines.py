"""Lines: a text broken by sense into as few lines as hold it, even in length, no name or word parted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from campaign.say.phrases import held, inside
from campaign.say.script import is_han, width

PAUSES = "：，；！？。、:;!?,"
NOT_FIRST = "，。、；：！？）】》」”’…·,.;:!?)]%"
NOT_LAST = "（【《「“‘(["
WEAK_ENDS = "的和与及了是"
"""Words of one character that a line rather ends with than another word."""
STEP = 4
"""By how many characters the next line of a title is longer or shorter at best."""
WEAK_STARTS = "的吗呢吧们"
"""Words of one character that belong to the word before them."""
STOPS = tuple(sign for sign in PAUSES + "." if sign not in "、,")
"""What ends a clause."""
JOINING = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "into", "is", "of", "on", "or", "the", "to"})
"""English words that a line rather begins with than ends with."""
LATIN_RUN = r"[A-Za-z0-9+#.@/-]{2,}"
"""Words, numbers and addresses, which stay whole between Han characters too."""


def units(text: str) -> float:
    """The width of a text in Han characters: letters, figures and quotation marks count half."""
    return width(text, narrow=0.5)


def broken(text: str, language: str, *, most_units: float, most_lines: int) -> tuple[str, ...]:
    """The text in as few lines as hold it; none where it is too long. most_units: as `units` counts them, a line.

    Han text breaks after pauses and never inside what the list of phrases keeps, other text at its spaces.
    """
    text = " ".join(text.split())
    places = _places(text, language)
    for count in range(1, most_lines + 1):
        ways = _ways(text, places, most_units, count)
        if found := min(ways, key=lambda parts: _cost(parts, most_units), default=None):
            return found
    return ()


def shaped(text: str, language: str, *, most_units: float, most_lines: int) -> tuple[str, ...]:
    """The same as a title of public documents has it (GB/T 9704-2012, 7.3.1): its lines a trapezium or a lozenge."""
    text = " ".join(text.split())
    places = _places(text, language)
    for count in range(1, most_lines + 1):
        ways = _ways(text, places, most_units, count)
        found = min(ways, key=lambda parts: _cost(parts, most_units) + _unshaped(parts, most_units), default=None)
        if found:
            return found
    return ()


def _unshaped(parts: tuple[str, ...], room: float) -> float:
    """How far lines are from a shape with slanting sides: those as long as their neighbour, those that turn inwards."""
    steps = [units(lower) - units(upper) for upper, lower in pairwise(parts)]
    level = sum(abs(step) < 1 for step in steps) * 0.4
    waist = sum(first < 0 < second for first, second in pairwise(steps))
    slopes = sum(abs(abs(step) - STEP) for step in steps) / room
    return level + waist + slopes


def pieces(text: str, language: str) -> tuple[str, ...]:
    """The text in the smallest parts that no line break parts; a space stays with the word before it."""
    text = " ".join(text.split())
    starts = [0, *_places(text, language)] if text else []
    return tuple(text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True))


Span = tuple[tuple[str, float], ...]
"""A part of a text that a line holds whole where it can: the parts it is parted in where no line does, one or several,
and how much better a line ends after each than elsewhere, in squares of what lines differ by in parts of their room."""


def spans(text: str, language: str, names: Sequence[str] = ()) -> tuple[Span, ...]:
    """A text in the spans that lines are made of by measure: as `pieces`, but names whole, and no weak word begins."""
    text = " ".join(text.split())
    smallest = [0, *_places(text, language), len(text)]
    named = inside(text, "|".join(map(re.escape, sorted(names, key=len, reverse=True)))) if names else frozenset()
    starts = [at for at in smallest[:-1] if at not in named and text[at] not in WEAK_STARTS]
    parts = [text[start:end] for start, end in pairwise(smallest)]
    worths = [_worth(one.rstrip(), after) for one, after in pairwise([*parts, ""])]
    told = list(zip(smallest, parts, worths, strict=False))
    return tuple(
        tuple((part, worth) for at, part, worth in told if start <= at < end)
        for start, end in pairwise([*starts, len(text)])
    )


def _worth(end: str, after: str) -> float:
    """How much better a line ends between these words than between others."""
    bare = end.rstrip("”’）》】\"')")
    if bare.endswith(STOPS):
        return 0.24
    if bare.endswith(("、", ",", "·")) or end.endswith(tuple(WEAK_ENDS)):
        return 0.06
    unknown = len(end) == len(after) == 1 and is_han(end) and is_han(after)
    return -0.12 if unknown else -0.04 if bare.casefold() in JOINING else 0.0


def opened(text: str, language: str, *, most_units: float) -> tuple[str, ...]:
    """A text cut where a line may begin inside of its long clauses, for a medium that breaks by itself after pauses.

    A clause of most_units or less stays whole, as `units` counts them; joined, the parts are the text again.
    """
    places = _places(text, language)
    pauses = [at for at in places if text[at - 1] in PAUSES + " "]
    clauses = list(pairwise([0, *pauses, len(text)]))
    long = [(start, end) for start, end in clauses if units(text[start:end].strip()) > most_units]
    counted = [at for at in places if text[at - 1].isdigit()]
    cuts = [at for at in places if at not in counted and any(start < at < end for start, end in long)]
    return tuple(text[start:end] for start, end in pairwise([0, *cuts, len(text)]))


def _ways(text: str, places: Sequence[int], room: float, count: int, start: int = 0) -> Iterator[tuple[str, ...]]:
    """Every way to break a text from a place on into so many lines that each fit the room."""
    if count == 1:
        if units(text[start:].lstrip()) <= room:
            yield (text[start:].lstrip(),)
        return
    for at in (at for at in places if at > start):
        head = text[start:at].strip()
        if units(head) > room:
            return
        if units(text[at:].lstrip()) <= room * (count - 1):
            yield from ((head, *rest) for rest in _ways(text, places, room, count - 1, at))


def _places(text: str, language: str) -> list[int]:
    """Where a line may begin."""
    whole = held(text, language, patterns=(LATIN_RUN,))
    return [at for at in range(1, len(text)) if at not in whole and _may_break(text[at - 1], text[at])]


def _may_break(before: str, after: str) -> bool:
    if after == " " or after in NOT_FIRST or before in NOT_LAST:
        return False
    return before == " " or is_han(before) or is_han(after) or before in PAUSES + "”’》）】」"


def _cost(parts: tuple[str, ...], room: float) -> float:
    """How far from good a breaking is: uneven lines cost, a line that ends with a pause saves."""
    widths = [units(part) for part in parts]
    pauses = sum(part[-1] in PAUSES for part in parts[:-1])
    weak = sum(part[-1] in WEAK_ENDS for part in parts[:-1]) * 0.1
    return (max(widths) - min(widths)) / room - 0.7 * pauses - weak
