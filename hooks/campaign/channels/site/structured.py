"""Structured data: an outreach event as schema.org's Event, for search engines and assistants (JSON-LD 1.1)."""

from __future__ import annotations

from datetime import date
from typing import Any

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from campaign.core.language import html_lang
from campaign.kinds import Campaign
from campaign.kinds.event import OutreachEvent
from campaign.kinds.status import Status
from campaign.say.dates import machine
from campaign.say.text import plain

POSTPONED = "EventPostponed"
STATUS = {
    Status.PLANNED: "EventScheduled",
    Status.CHANGED: "EventScheduled",
    Status.MOVED: "EventScheduled",
    Status.POSTPONED: POSTPONED,
    Status.CANCELLED: "EventCancelled",
    Status.REINSTATED: "EventScheduled",
}
"""schema.org's eventStatus where the time holds; it has no word for another place or another detail."""


def structured(campaign: Campaign, event: OutreachEvent, language: str, *, address: str) -> Markup:
    """The JSON of one event, safe inside a script element; address: the page's own, "" while it is only an example."""
    return htmlsafe_json_dumps(_event(campaign, event, language, address), ensure_ascii=False, separators=(",", ":"))


def _event(campaign: Campaign, event: OutreachEvent, language: str, address: str) -> dict[str, Any]:
    zone = campaign.campaign.time_zone
    organiser = event.host or campaign.campaign.organisers[0].name
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": event.title[language],
        "alternateName": [event.title[tag] for tag in campaign.languages if tag != language],
        "description": _described(event, language),
        "inLanguage": html_lang(language),
        "startDate": machine(event.starts, zone),
        "endDate": machine(event.ends, zone),
        "eventStatus": f"https://schema.org/{_state(event)}",
        "eventAttendanceMode": f"https://schema.org/{_mode(event)}EventAttendanceMode",
        "location": _location(campaign, event, language),
        "organizer": {"@type": "Organization", "name": organiser[language]},
        "audience": {"@type": "Audience", "audienceType": event.audience[language]},
    }
    former = _former_start(event)
    before = {"previousStartDate": machine(former, zone)} if former else {}
    return data | before | ({"url": address} if address else {})


def _described(event: OutreachEvent, language: str) -> str:
    """What changed, before all else, then what it is."""
    summary = plain(event.summary[language])
    return f"{event.change[language]} {summary}" if event.change else summary


def _state(event: OutreachEvent) -> str:
    """The state in schema.org's words: another time is a state of its own there, and so is going online."""
    if event.status is Status.MOVED and _mode(event) == "Online":
        return "EventMovedOnline"
    if event.previously and STATUS[event.status] == "EventScheduled":
        return "EventRescheduled"
    return STATUS[event.status]


def _former_start(event: OutreachEvent) -> date | None:
    """When it was to start before; what is postponed without a new time keeps the former one as its start, too."""
    if event.previously is None and event.status is Status.POSTPONED:
        return event.starts
    return event.previously


def _mode(event: OutreachEvent) -> str:
    """Online where there is an online page and no street address; mixed where there are both."""
    if not event.online:
        return "Offline"
    return "Online" if event.only_online else "Mixed"


def _location(campaign: Campaign, event: OutreachEvent, language: str) -> Any:
    """Coordinates stay out: ours are GCJ-02, schema.org means WGS 84."""
    region = campaign.county_of[event.id].name[language]
    address = {"@type": "PostalAddress", "addressCountry": "CN", "addressRegion": region}
    street = {"streetAddress": event.address[language]} if event.address else {}
    place = {"@type": "Place", "name": event.venue[language], "address": address | street}
    virtual = {"@type": "VirtualLocation", "url": event.online}
    return {"Offline": place, "Online": virtual, "Mixed": [place, virtual]}[_mode(event)]
