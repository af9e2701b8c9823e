"""Changes: a feed of what isn't as planned any more (Atom, RFC 4287)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from campaign import urls
from campaign.context import BuildContext
from campaign.language import html_lang
from campaign.model import Campaign
from campaign.model.outreach import OutreachEvent, Status
from campaign.words import Words, words

ATOM = "http://www.w3.org/2005/Atom"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def changes(campaign: Campaign, context: BuildContext, language: str) -> bytes:
    """One language's feed: each event that was changed, moved, postponed or cancelled, the latest first."""
    head, said = campaign.campaign, words(language)
    changed = [event for event in campaign.events if event.status is not Status.PLANNED]
    changed.sort(key=lambda event: (_day(campaign, event), event.id), reverse=True)
    feed = Element("feed", {"xmlns": ATOM, XML_LANG: html_lang(language)})
    _text(feed, "id", _urn(campaign, f"changes-{language}"))
    _text(feed, "title", f"{head.name[language]}{said.title_join}{said.keep_changes}")
    _text(feed, "updated", _moment(max((_day(campaign, event) for event in changed), default=head.week.starts)))
    _text(SubElement(feed, "author"), "name", head.organisers[0].name[language])
    root = _root(campaign, language)
    SubElement(feed, "link", {"rel": "self", "href": _address(campaign, urls.changes(language))})
    SubElement(feed, "link", {"rel": "alternate", "href": root + urls.page("programme")})
    for event in changed:
        _entry(feed, campaign, event, said, root, release=context.release)
    indent(feed)
    return bytes(tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def _entry(feed: Element, campaign: Campaign, event: OutreachEvent, said: Words, root: str, *, release: bool) -> None:
    language, entry = said.language, SubElement(feed, "entry")
    state = getattr(said, f"status_{event.status.value}")
    marks = said.calendar_mark.format(mark=state)
    marks += said.calendar_mark.format(mark=said.sample) if event.sample and not release else ""
    _text(entry, "id", _urn(campaign, f"event-{event.id}"))
    _text(entry, "title", marks + event.title[language])
    _text(entry, "updated", _moment(_day(campaign, event)))
    SubElement(entry, "link", {"href": root + urls.page("event", event.id)})
    _text(entry, "summary", event.change[language] if event.change else state)


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _day(campaign: Campaign, event: OutreachEvent) -> date:
    """When it was changed, as far as the data says."""
    return event.changed_on or campaign.campaign.week.starts


def _moment(day: date) -> str:
    return datetime.combine(day, time(), UTC).isoformat().replace("+00:00", "Z")


def _urn(campaign: Campaign, name: str) -> str:
    """An id that outlives a change of address (RFC 4287 4.2.6)."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{campaign.campaign.id}/{name}')}"


def _address(campaign: Campaign, path: str) -> str:
    """The absolute address of a file; while the site's own is only an example, the way from the feed to it."""
    head = campaign.campaign
    return f"../{path}" if head.site_address_sample else head.site_address + path


def _root(campaign: Campaign, language: str) -> str:
    return _address(campaign, urls.language_root(language, campaign.languages))
