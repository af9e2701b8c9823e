"""Changes: what isn't as planned any more, as a feed in two forms: Atom (RFC 4287) and RSS 2.0."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from campaign.core.context import BuildContext
from campaign.core.language import html_lang
from campaign.kinds import Campaign, urls
from campaign.kinds.event import OutreachEvent, Status
from campaign.say.words import words

ATOM = "http://www.w3.org/2005/Atom"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
RSS_SELF = "atom:link"
"""RSS has no word of its own for a feed's address; the RSS Advisory Board's profile takes Atom's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One event that isn't as planned. id: an URN; page, anchor: where the change is told; day: when it was made."""

    id: str
    title: str
    page: str
    anchor: str
    summary: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One language's changes, the latest first, and what is said of them as a whole.

    addressed: the addresses are absolute; while the site's own is only an example they are ways from the feed.
    """

    id: str
    language: str
    title: str
    about: str
    author: str
    root: str
    programme: str
    updated: date
    entries: tuple[Change, ...]
    addressed: bool


def news(campaign: Campaign, context: BuildContext, language: str) -> News:
    """Each event of the campaign that was changed, moved, postponed or cancelled, as one language tells it."""
    head, said = campaign.campaign, words(language)
    root = _address(campaign, urls.language_root(language, campaign.languages))
    changed = [event for event in campaign.events if event.status is not Status.PLANNED]
    changed.sort(key=lambda event: (_day(campaign, event), event.id), reverse=True)
    return News(
        id=_urn(campaign, f"changes-{language}"),
        language=html_lang(language),
        title=f"{head.name[language]}{said.title_join}{said.changes}",
        about=head.summary[language],
        author=head.organisers[0].name[language],
        root=root,
        programme=root + urls.page("programme"),
        updated=max((_day(campaign, event) for event in changed), default=head.week.starts),
        entries=tuple(_change(campaign, context, event, language, root) for event in changed),
        addressed=not head.site_address_sample,
    )


def atom(made: News, address: str) -> bytes:
    """The feed as Atom; address: its own, as `address_of` gives it."""
    feed = Element("feed", {"xmlns": ATOM, XML_LANG: made.language})
    _text(feed, "id", made.id)
    _text(feed, "title", made.title)
    _text(feed, "updated", _moment(made.updated).isoformat().replace("+00:00", "Z"))
    _text(SubElement(feed, "author"), "name", made.author)
    SubElement(feed, "link", {"rel": "self", "href": address})
    SubElement(feed, "link", {"rel": "alternate", "href": made.programme})
    for change in made.entries:
        entry = SubElement(feed, "entry")
        _text(entry, "id", change.id)
        _text(entry, "title", change.title)
        _text(entry, "updated", _moment(change.day).isoformat().replace("+00:00", "Z"))
        SubElement(entry, "link", {"href": change.page})
        _text(entry, "summary", change.summary)
    return _written(feed)


def rss(made: News, address: str) -> bytes:
    """The feed as RSS 2.0; address: its own, as `address_of` gives it.

    A guid is the address of the change on the event's page, so that a second change of the same event is news again;
    while the site's address is only an example it is an URN, for a guid must hold anywhere.
    """
    feed = Element("rss", {"version": "2.0", "xmlns:atom": ATOM})
    channel = SubElement(feed, "channel")
    _text(channel, "title", made.title)
    _text(channel, "link", made.programme)
    _text(channel, "description", made.about)
    _text(channel, "language", made.language)
    _text(channel, "lastBuildDate", format_datetime(_moment(made.updated)))
    SubElement(channel, RSS_SELF, {"rel": "self", "type": "application/rss+xml", "href": address})
    for change in made.entries:
        item = SubElement(channel, "item")
        _text(item, "title", change.title)
        _text(item, "link", change.page)
        guid = SubElement(item, "guid", {"isPermaLink": "true" if made.addressed else "false"})
        guid.text = f"{change.page if made.addressed else change.id}#{change.anchor}"
        _text(item, "pubDate", format_datetime(_moment(change.day)))
        _text(item, "description", change.summary)
    return _written(feed)


def feeds(campaign: Campaign, context: BuildContext, language: str) -> Iterator[tuple[str, bytes]]:
    """Both forms of one language's feed, each with its path from the site's root."""
    made = news(campaign, context, language)
    for path, form in ((urls.changes(language), atom), (urls.rss(language), rss)):
        yield path, form(made, _address(campaign, path))


def _change(campaign: Campaign, context: BuildContext, event: OutreachEvent, language: str, root: str) -> Change:
    said, state = words(language), event.status.value
    marks = [getattr(said, f"status_{state}"), *([said.sample] if event.sample and not context.release else [])]
    return Change(
        id=_urn(campaign, f"event-{event.id}"),
        title="".join(said.bracketed.format(mark=mark) for mark in marks) + event.title[language],
        page=root + urls.page("event", event.id),
        anchor=urls.change_anchor(state, event.changed_on.isoformat() if event.changed_on else ""),
        summary=event.change[language] if event.change else marks[0],
        day=_day(campaign, event),
    )


def _written(feed: Element) -> bytes:
    """The one place where a feed becomes text: every sign of the data is escaped by the library."""
    indent(feed)
    return bytes(tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _day(campaign: Campaign, event: OutreachEvent) -> date:
    """When it was changed, as far as the data says."""
    return event.changed_on or campaign.campaign.week.starts


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _urn(campaign: Campaign, name: str) -> str:
    """An id that outlives a change of address (RFC 4287 4.2.6)."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{campaign.campaign.id}/{name}')}"


def _address(campaign: Campaign, path: str) -> str:
    """The absolute address of a file; while the site's own is only an example, the way from the feed to it."""
    head = campaign.campaign
    return f"../{path}" if head.site_address_sample else head.site_address + path
