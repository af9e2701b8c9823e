"""Posters of what the campaign stands for: theme, priorities, activities, kinds of place, stickers."""

from __future__ import annotations

from collections.abc import Mapping

from campaign.channels.posters.content import (
    Composer,
    Content,
    Fact,
    campaign_head,
    fact,
    official_mark,
    support_lines,
    week,
)
from campaign.channels.posters.wording import plain
from campaign.channels.posters.words import words
from campaign.core.artifact import Source
from campaign.kinds import Campaign
from campaign.kinds.activity import ActivityDate
from campaign.say.dates import dates
from campaign.say.script import is_han
from campaign.say.wording import Wording


def _theme(campaign: Campaign, _: str, wording: Wording) -> Content:
    theme = campaign.theme
    official = wording.both(theme.official)
    lines = theme.lines.get(wording.main) or (official[0],)
    support = theme.lines.get(wording.support or "", support_lines(official[1]))
    return Content(
        source=Source(kind="theme"),
        title=official[0],
        kicker=campaign_head(campaign, wording),
        lines=tuple(lines),
        support=(" ".join(support),) if support else (),
        by_sense=wording.main in theme.lines,
        official=True,
        opens=wording.say(words, "scan_theme"),
    )


def _priority(campaign: Campaign, record_id: str, wording: Wording) -> Content:
    priority = campaign.priority(record_id)
    name, support = wording.both(priority.name)
    official = wording.both(priority.official_title)
    return Content(
        source=Source(kind="priority", id=record_id),
        title=name,
        kicker=(wording.say(words, "priority"), wording.both(campaign.campaign.name)),
        lines=(name,),
        support=support_lines(support),
        most=21 if is_han(name) else 15,
        body=(official,),
        mark=official_mark(campaign, wording),
        official=True,
        opens=wording.say(words, "scan_priority"),
        scheme="ochre",
        sample=priority.sample,
    )


def _activity(campaign: Campaign, record_id: str, wording: Wording) -> Content:
    activity = campaign.activity(record_id)
    name, support = wording.both(activity.name)
    days = tuple(_dates(row, wording) for row in activity.dates)
    place = (fact("where", wording, activity.place),) if activity.place else ()
    return Content(
        source=Source(kind="activity", id=record_id),
        title=name,
        kicker=(wording.say(words, "activity"), wording.both(campaign.campaign.name)),
        lines=(name,),
        support=support_lines(support),
        most=15,
        facts=(*days, *place),
        opens=wording.say(words, "scan_activity"),
        scheme="paper",
        sample=activity.sample,
    )


def _dates(row: ActivityDate, wording: Wording) -> Fact:
    """A dated part of an activity."""
    return Fact(label=row.what[wording.main], text=wording.each(lambda tag: dates(tag).span(row.starts, row.ends)))


def _place_kind(campaign: Campaign, record_id: str, wording: Wording) -> Content:
    kind = campaign.place_kind(record_id)
    entry, support = wording.both(kind.entry)
    meaning = wording.both(kind.meaning)
    return Content(
        source=Source(kind="place_kind", id=record_id),
        title=entry,
        kicker=campaign_head(campaign, wording),
        lines=(entry,),
        support=support_lines(support),
        most=24 if is_han(entry) else 15,
        body=((plain(meaning[0]), None),),
        opens=wording.say(words, "scan_place_kind", name=kind.name),
        scheme="tint",
        tint=kind.tint,
        pictogram=kind.pictogram,
        sample=kind.sample,
    )


def _sticker(campaign: Campaign, _: str, wording: Wording) -> Content:
    name, support = wording.both(campaign.campaign.short_name)
    return Content(
        source=Source(kind="home"),
        title=name,
        kicker=(week(campaign, wording),),
        lines=(name,),
        support=support_lines(support),
        opens=wording.say(words, "scan_sticker"),
        scheme="red",
    )


COMPOSERS: Mapping[str, Composer] = {
    "theme": _theme,
    "priority": _priority,
    "activity": _activity,
    "place_kind": _place_kind,
    "sticker": _sticker,
}
"""How each of these kinds is composed."""
