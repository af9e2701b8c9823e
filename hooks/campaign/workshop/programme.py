"""The programme as rows of a picture: when, what, where, and how it stands; for any picture that lists events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from campaign.core.language import Localized
from campaign.core.times import DAY
from campaign.kinds import Campaign
from campaign.kinds.brief import Brief
from campaign.kinds.event import OutreachEvent
from campaign.kinds.status import badge
from campaign.kinds.timeline import Appearance
from campaign.say import phrases
from campaign.say.dates import RANGE, dates
from campaign.say.wording import Wording
from campaign.say.words import words
from campaign.workshop.art.tokens import ground, on, tokens
from campaign.workshop.looks import looks

TEMPLATE = "workshop/templates/programme.typ"
WIDTH_PX = 1080
"""Three pixels for each of a phone's 360: what chats keep of a picture."""
DOT = " · "
Rows = tuple[Appearance, ...]


def of_days(campaign: Campaign, days: Iterable[date]) -> Rows:
    """All that takes place on some days, each once, on the first of them that it has."""
    found: dict[tuple[str, str, int], Appearance] = {}
    for one in (one for day in days for one in campaign.timeline[day]):
        found.setdefault(one.stretch.key, one)
    return tuple(found.values())


def told(
    campaign: Campaign, wording: Wording, rows: Rows, *, by_day: bool, here: bool = False, sample: bool = False
) -> list[dict[str, Any]]:
    """The rows as the template sets them, day by day or all as one.

    by_day: they stand under their days; here: they are all in one county, which needs no saying; sample: some are
    samples, which each says for itself where the office's own of its kind stand beside it.
    """
    mixed = _mixed(rows) if sample else frozenset[str]()
    groups = [tuple(group) for _, group in groupby(rows, key=lambda one: one.day)] if by_day else [rows]
    return [
        {
            "name": dates(wording.main).day(group[0].day) if by_day else None,
            "rows": [_row(campaign, wording, one, here=here, mixed=mixed) for one in group],
        }
        for group in groups
        if group
    ]


def _mixed(rows: Sequence[Appearance]) -> frozenset[str]:
    """The kinds of which samples and the office's own stand on one picture: there each sample says that it is one."""
    there = {(one.stretch.brief.kind, one.stretch.sample) for one in rows}
    return frozenset(kind for kind, sample in there if sample and (kind, False) in there)


def _row(campaign: Campaign, wording: Wording, one: Appearance, *, here: bool, mixed: frozenset[str]) -> dict[str, Any]:
    """One thing on a day: all a reader needs to get there, with what is different now; mixed: see `_mixed`."""
    language, brief, span = wording.main, one.stretch.brief, one.stretch.span
    title, support = wording.both(span.what or brief.title)
    place = [brief.where.venue] if here else [brief.where.area, brief.where.venue]
    starts, ends = _hours(language, one)
    return {
        "starts": starts,
        "ends": ends,
        "lasting": dates(language).lasting(one.part, span.starts, span.ends),
        "title": title,
        "lines": phrases.sense_parts(title),
        "support": support,
        "kind": _kind(campaign, brief)[language],
        "ink": _tint(brief),
        "on-ink": on(_tint(brief)),
        "where": DOT.join(part[language] for part in place if part),
        "status": badge(brief.state, words(language)),
        "struck": not brief.state.holds,
        "sample": words(language).sample if one.stretch.sample and brief.kind in mixed else "",
    }


def _hours(language: str, one: Appearance) -> tuple[str, str]:
    """When it starts and, on a second line, when it ends; its days alone where no hours are known."""
    span, said = one.stretch.span, dates(language)
    if not one.stretch.timed or one.ends - one.starts == DAY:
        return "", said.on(one.day, span.starts, span.ends)
    return f"{one.starts:%H:%M}", RANGE + said.stop(one.day, one.ends)


def _kind(campaign: Campaign, brief: Brief) -> Localized:
    """What an event's kind of place is called; of anything else what it is."""
    if brief.kind == "event":
        event: OutreachEvent = campaign.record("event", brief.id)  # type: ignore[assignment]
        return campaign.place_kind(event.place_kind).name
    return brief.kicker or brief.title


def _tint(brief: Brief) -> str:
    return ground(brief.tint) if brief.tint else tokens().colours["night"]


def palette(rows: Rows, *, look: str = "red", tint: str = "") -> tuple[dict[str, str], list[tuple[str, str]]]:
    """The colours of a picture by role, the tints of its rows among them, and what is drawn on what."""
    colours = tokens().colours
    own = {name: colours[name] for name in ("paper", "ink", "stone", "line", "white", "night", "red", "clay")}
    found = {**looks(look, tint=tint), **own}
    pairs = [("ground", "text"), ("ground", "stroke"), ("ground", "eye"), ("paper", "ink"), ("paper", "stone")]
    pairs += [("paper", "line"), ("paper", "red"), ("white", "ink"), ("paper", "white"), ("paper", "night")]
    pairs += [("night", "white"), ("clay", "ink"), ("paper", "clay"), ("clay", "white"), ("clay", "stone")]
    for number, tint in enumerate(dict.fromkeys(_tint(one.stretch.brief) for one in rows)):
        found |= {f"tint-{number}": tint, f"on-tint-{number}": on(tint)}
        pairs += [(f"tint-{number}", f"on-tint-{number}"), ("paper", f"tint-{number}")]
    return found, pairs
