"""The home page's three lives: before, during and after the campaign, as data that the device chooses from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from campaign.channels.site.cards import Beside, EventCard
from campaign.channels.site.edition import Edition
from campaign.channels.site.links import Links
from campaign.core.times import DAY
from campaign.kinds import urls
from campaign.kinds.headline import holding, ranked
from campaign.kinds.timeline import Appearance
from campaign.say.dates import machine
from campaign.say.text import clause

SAID = (
    "home_to_go_one",
    "home_to_go_other",
    "home_tomorrow",
    "home_first",
    "home_today_one",
    "home_today_other",
    "home_today_all",
    "home_today_none",
    "home_today_over",
    "home_next_day",
    "home_lead",
    "home_over",
    "home_useful",
)
"""The words that the script chooses from; it knows them without their `home_`."""
LINE_EMS = 14
"""What of a headline the week's narrowest line holds."""


def lives(edition: Edition) -> Markup:
    """What `home.js` needs, as JSON that is safe inside a script element.

    zone: the campaign's; first, last: its days; ends: the moment at which it is over; days: those that have anything
    on, each with what takes place (`_item`), the headline first; say: words; links: by life.
    """
    campaign = edition.campaign
    week, zone = campaign.campaign.week, campaign.campaign.time_zone
    way = Links.from_page("", edition.language, campaign.languages)
    last = [one.ends for one in holding(campaign.timeline[week.ends])]
    data = {
        "zone": zone,
        "first": week.starts.isoformat(),
        "last": week.ends.isoformat(),
        "ends": machine(max([datetime.combine(week.ends + DAY, time()), *last]), zone),
        "days": [_day(edition, way, day) for day, found in campaign.timeline.items() if holding(found)],
        "say": _said(edition),
        "links": {name: list(found) for name, found in _links(edition, way).items()},
    }
    return htmlsafe_json_dumps(data, ensure_ascii=False, separators=(",", ":"))


def headline(edition: Edition, day: date) -> tuple[str, tuple[str, str, int]] | None:
    """The clauses of a day's headline that a line holds, and what it belongs to; None where nothing heads."""
    for one in ranked(edition.campaign.timeline[day]):
        shown = _shown(edition, one)
        name = shown.title if isinstance(shown, EventCard) else shown.name
        return clause(name, most_ems=LINE_EMS), one.stretch.key
    return None


def _day(edition: Edition, way: Links, day: date) -> dict[str, Any]:
    found = edition.campaign.timeline[day]
    heading = ranked(found)
    rest = [one for one in holding(found) if one not in heading]
    href = f"{way.page('programme')}#day-{day}"
    items = [_item(edition, way, one, heads=one in heading) for one in (*heading, *rest)]
    return {"day": day.isoformat(), "name": edition.dates.day(day), "href": href, "items": items}


def _item(edition: Edition, way: Links, one: Appearance, *, heads: bool) -> dict[str, Any]:
    """What takes place on a day; what is false or empty is left out.

    event: it is counted; heads: it may be the headline; timed: its hours are known; carried: it goes on since the day
    before; urgent: from when to when a notice is about it.
    """
    shown = _shown(edition, one)
    event = isinstance(shown, EventCard)
    found = {
        "title": shown.title,
        "href": way.to(shown.path) if shown.path else "",
        "when": shown.clock if isinstance(shown, EventCard) else shown.when,
        "where": _where(shown),
        "starts": shown.starts,
        "ends": shown.ends,
        "event": event,
        "heads": heads,
        "timed": shown.timed,
        "carried": shown.carried,
        "urgent": [shown.urgent.starts, shown.urgent.ends] if shown.urgent else None,
        "mark": shown.badge,
        "sample": edition.words.sample if shown.sample and _marked(edition) else "",
    }
    return {name: value for name, value in found.items() if value}


def _marked(edition: Edition) -> bool:
    """True where samples stand among real events: else the page's ribbon has said it."""
    return not edition.context.release and not all(card.sample for card in edition.cards)


def _shown(edition: Edition, one: Appearance) -> EventCard | Beside:
    """An appearance as lists show it."""
    if one.stretch.brief.kind == "event":
        return next(card for card in edition.by_day[one.day] if card.id == one.stretch.brief.id)
    return next(other for other in edition.beside[one.day] if other.key == one.stretch.key)


def _where(shown: EventCard | Beside) -> str:
    places = (shown.county_name, shown.venue) if isinstance(shown, EventCard) else (shown.venue,)
    return " · ".join(place for place in places if place)


def _said(edition: Edition) -> dict[str, str]:
    words = edition.words
    said = {name.removeprefix("home_"): getattr(words, name) for name in SAID}
    said |= {"now": words.live_now, "next": words.live_next}
    return said | ({"urgent": words.urgent_see} if edition.campaign.notice else {})


def _links(edition: Edition, way: Links) -> dict[str, Iterator[tuple[str, str]]]:
    """The label and the way of what each life leads to; today's programme is the day's own."""
    words = edition.words
    return {
        "before": iter([(words.home_programme, way.page("programme")), (words.home_near, "#near")]),
        "during": iter([(words.home_today_programme, way.page("programme")), (words.home_near, "#near")]),
        "after": _useful(edition, way),
    }


def _useful(edition: Edition, way: Links) -> Iterator[tuple[str, str]]:
    """What outlives the campaign, each only where it is there."""
    words = edition.words
    for name, label in (("report", words.home_act_report_open), ("infringed", words.home_act_infringed_open)):
        if (path := f"{urls.LEARN}{name}/") in edition.context.written:
            yield label, way.to(path)
    if urls.LEARN in edition.context.written:
        yield words.learn, way.to(urls.LEARN)
    for name, label in (("downloads", words.downloads), ("plan", words.plan)):
        if name in edition.single:
            yield label, way.page(name)
    yield words.home_programme, way.page("programme")
