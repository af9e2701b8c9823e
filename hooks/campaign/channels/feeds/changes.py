"""Changes: what isn't as planned any more, as a feed in two forms: Atom (RFC 4287) and RSS 2.0."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from email.utils import format_datetime
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from campaign.channels.feeds.addresses import gone_events, gone_notices, notice_uid
from campaign.channels.feeds.entries import marked
from campaign.channels.feeds.publishing import Publishing
from campaign.core.context import BuildContext
from campaign.core.language import html_lang, said_in
from campaign.history import REMOVED, Line, anchor, change_anchor, named_on, uids
from campaign.kinds import Campaign, urls
from campaign.kinds.brief import Brief
from campaign.kinds.notice import bulletin
from campaign.kinds.status import Status
from campaign.kinds.timeline import briefs
from campaign.say.words import words

ATOM = "http://www.w3.org/2005/Atom"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
RSS_SELF = "atom:link"
"""RSS has no word of its own for a feed's address; the RSS Advisory Board's profile takes Atom's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that isn't as planned. id: an URN; page, url: where to read on, from the feed and absolute.

    anchor: what tells this change from another of the same; there: the page tells it there; at: when it was made,
    UTC.
    """

    id: str
    title: str
    page: str
    url: str
    anchor: str
    there: bool
    summary: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One language's changes, the latest first, and what is said of them as a whole.

    addressed: the site has an address; while it is only an example Atom's addresses are ways from the feed. RSS knows
    only absolute ones; url: the programme's.
    """

    id: str
    language: str
    title: str
    about: str
    author: str
    root: str
    programme: str
    url: str
    updated: datetime
    entries: tuple[Change, ...]
    addressed: bool


def news(campaign: Campaign, context: BuildContext, language: str, publishing: Publishing) -> News:
    """All that was changed, moved, postponed, cancelled, reinstated or taken out, and the urgent notice, and any that
    was taken back before its end, as one language tells it."""
    head, said = campaign.campaign, words(language)
    told = _Telling(campaign, context, language, publishing)
    entries = sorted(told.changes(), key=lambda change: (change.at, change.url), reverse=True)
    return News(
        id=_urn(campaign, f"changes-{language}"),
        language=html_lang(language),
        title=f"{head.name[language]}{said.title_join}{said.changes}",
        about=head.summary[language],
        author=head.organisers[0].name[language],
        root=told.root,
        programme=told.root + urls.page("programme"),
        url=told.url + urls.page("programme"),
        updated=max((change.at for change in entries), default=datetime.combine(head.week.starts, time(), UTC)),
        entries=tuple(entries),
        addressed=not head.site_address_sample,
    )


class _Telling:
    """Tells each change in one language. root, url: the way from the feeds, and the address, of its pages."""

    def __init__(self, campaign: Campaign, context: BuildContext, language: str, publishing: Publishing) -> None:
        self.campaign, self.context, self.language, self.publishing = campaign, context, language, publishing
        below = urls.language_root(language, campaign.languages)
        self.root, self.url = _address(campaign, below), campaign.campaign.site_address + below

    def changes(self) -> Iterator[Change]:
        """Every change there is to tell, in no order."""
        yield from (self._told(brief) for brief in briefs(self.campaign) if not brief.state.planned)
        yield from (self._removed(line) for line in gone_events(self.campaign, self.publishing.history))
        yield from self._notice()
        gone = gone_notices(self.campaign, self.publishing.history, self.publishing.now_or(self.context.today))
        yield from (self._withdrawn(line) for line in gone)

    def _notice(self) -> Iterator[Change]:
        """The urgent notice; it has no page of its own, and stands first on the home page."""
        said = bulletin(self.campaign, self.language)
        if said is None:
            return
        history, word = self.publishing.history, words(self.language)
        name = notice_uid(self.campaign, history)
        title = word.say("bracketed", mark=said.title) + self._title(said.text, Status.PLANNED, sample=said.sample)
        told = change_anchor(history, name, "notice", said.ends[:16])
        summary = f"{said.text} {word.say('bracketed', mark=said.when)} {said.lent}".strip()
        at = self.publishing.revisions[name].at
        yield self._change(name, title, summary, urls.page("home"), told, at, there=False)

    def _withdrawn(self, line: Line) -> Change:
        """A notice that was taken back before its end: whoever read it must hear of it."""
        word = words(self.language)
        text = said_in(line.title, self.language)
        title = word.say("bracketed", mark=word.notice_withdrawn)
        title += self._title(text, Status.PLANNED, sample=line.sample)
        told = change_anchor(self.publishing.history, line.uid, REMOVED, line.ends)
        at = self.publishing.revisions[line.uid].at
        return self._change(line.uid, title, word.notice_withdrawn_said, urls.page("home"), told, at, there=False)

    def _told(self, brief: Brief) -> Change:
        """A record, or a page, that isn't as planned; the moment is that of whichever of its times changed last."""
        state, history, language = brief.state, self.publishing.history, self.language
        every = uids(self.campaign, history, brief.kind, brief.id)
        name = every[0] if every and brief.kind == "event" else "-".join(filter(None, (brief.kind, brief.id)))
        title = self._title(brief.title[language], Status(state.word), sample=brief.sample)
        said = state.change[language] if state.change else Status(state.word).said(words(language))
        summary = " ".join((said, *self.publishing.paper.get(language, {}).get((brief.kind, brief.id), ())))
        page = urls.page(brief.kind, brief.id)
        undated = named_on(self.campaign.issued, status=Status(state.word), changed=state.since).at
        at = max((self.publishing.revisions[one].at for one in every), default=undated)
        return self._change(name, title, summary, page, anchor(self.campaign, history, brief), at)

    def _removed(self, line: Line) -> Change:
        """An event without a page: it is told nowhere but here, beside the way to the programme."""
        name = said_in(line.title, self.language)
        title = self._title(name, Status.CANCELLED, sample=line.sample)
        told = change_anchor(self.publishing.history, line.uid, REMOVED, line.record.partition("/")[2])
        said, at = words(self.language).removed_said, self.publishing.revisions[line.uid].at
        return self._change(line.uid, title, said, urls.page("programme"), told, at, there=False)

    def _title(self, name: str, state: Status, *, sample: bool) -> str:
        return marked(name, state, words(self.language), sample=sample and not self.context.release)

    def _change(
        self, name: str, title: str, summary: str, page: str, anchor: str, at: datetime, *, there: bool = True
    ) -> Change:
        return Change(
            id=_urn(self.campaign, name.partition("@")[0]),
            title=title,
            page=self.root + page,
            url=self.url + page,
            anchor=anchor,
            there=there,
            summary=summary,
            at=at,
        )


def atom(made: News, address: str) -> bytes:
    """The feed as Atom; address: its own."""
    feed = Element("feed", {"xmlns": ATOM, XML_LANG: made.language})
    _text(feed, "id", made.id)
    _text(feed, "title", made.title)
    _text(feed, "updated", _utc(made.updated))
    _text(SubElement(feed, "author"), "name", made.author)
    SubElement(feed, "link", {"rel": "self", "href": address})
    SubElement(feed, "link", {"rel": "alternate", "href": made.programme})
    for change in made.entries:
        entry = SubElement(feed, "entry")
        _text(entry, "id", change.id)
        _text(entry, "title", change.title)
        _text(entry, "updated", _utc(change.at))
        SubElement(entry, "link", {"href": change.page})
        _text(entry, "summary", change.summary)
    return _written(feed)


def rss(made: News, address: str) -> bytes:
    """The feed as RSS 2.0; address: its own, absolute even while it is only an example, as every link must be here.

    A guid is the address of the change on the event's page, so that a second change of the same event is news again;
    what was taken out has none, and says so. While the site's address is only an example it is an URN, for a guid must
    hold anywhere.
    """
    feed = Element("rss", {"version": "2.0", "xmlns:atom": ATOM})
    channel = SubElement(feed, "channel")
    _text(channel, "title", made.title)
    _text(channel, "link", made.url)
    _text(channel, "description", made.about)
    _text(channel, "language", made.language)
    _text(channel, "lastBuildDate", format_datetime(made.updated))
    SubElement(channel, RSS_SELF, {"rel": "self", "type": "application/rss+xml", "href": address})
    for change in made.entries:
        item = SubElement(channel, "item")
        _text(item, "title", change.title)
        _text(item, "link", change.url)
        guid = SubElement(item, "guid", {"isPermaLink": "true" if made.addressed and change.there else "false"})
        guid.text = f"{change.url if made.addressed else change.id}#{change.anchor}"
        _text(item, "pubDate", format_datetime(change.at))
        _text(item, "description", change.summary)
    return _written(feed)


def feeds(
    campaign: Campaign, context: BuildContext, language: str, publishing: Publishing
) -> Iterator[tuple[str, bytes]]:
    """Both forms of one language's feed, each with its path from the site's root."""
    made = news(campaign, context, language, publishing)
    path = urls.changes(language)
    yield path, atom(made, _address(campaign, path))
    yield urls.rss(language), rss(made, campaign.campaign.site_address + urls.rss(language))


def _written(feed: Element) -> bytes:
    """The one place where a feed becomes text: every sign of the data is escaped by the library."""
    indent(feed)
    return bytes(tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _utc(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


def _urn(campaign: Campaign, name: str) -> str:
    """An id that outlives a change of address (RFC 4287 4.2.6)."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{campaign.campaign.id}/{name}')}"


def _address(campaign: Campaign, path: str) -> str:
    """The absolute address of a file; while the site's own is only an example, the way from a feed to it."""
    head = campaign.campaign
    return f"../{path}" if head.site_address_sample else head.site_address + path
