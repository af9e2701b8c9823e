"""From a record's Brief to what its poster says, whatever its kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType

from campaign.channels.posters.content import (
    Content,
    Fact,
    Notice,
    fact,
    official_mark,
    plain_pair,
    support_lines,
    week,
)
from campaign.channels.posters.timetable import rows
from campaign.channels.posters.words import words
from campaign.core.artifact import Source
from campaign.core.language import Localized
from campaign.kinds import Campaign, Kind, addressed, posters, scheme
from campaign.kinds.brief import Brief, Span
from campaign.kinds.status import badge
from campaign.kinds.vignette import pictured
from campaign.say.dates import dates
from campaign.say.script import is_han
from campaign.say.wording import Pair, Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a kind of poster is set.

    han, latin: the headline's largest size in hundredths of the sheet's width, in Chinese characters and in others;
    about: where its running text stands, `body`, `lead` (the body, in the leading language alone but on a standing
    sheet), `fact` or nowhere; quotes: it quotes official wording; numbered: its number stands large; timetable: its
    events stand on it; composition: what a sheet is built around, so that kinds are told apart from across a room:
    `mark` the whorl, `picture` the vignette in its bowl, `frieze` the vignette on a band, `ticket` words on their
    colour and when and where on paper beside the vignette, `sign` the number, `reading` the text; `badge`, on a card,
    the mark, a call and the code alone.
    """

    han: float = 13
    latin: float = 13
    about: str = ""
    quotes: bool = False
    numbered: bool = False
    timetable: bool = False
    composition: str = "picture"


STYLES: Mapping[str, Style] = MappingProxyType(
    {
        "theme": Style(composition="mark"),
        "priority": Style(han=13, latin=13),
        "activity": Style(han=15, latin=15),
        "place_kind": Style(han=20, latin=15, about="lead", composition="frieze"),
        "event": Style(han=11.5, latin=9, composition="ticket"),
        "exhibition": Style(),
        "booth": Style(about="fact", numbered=True, composition="sign"),
        "board": Style(han=14, latin=14, about="body", composition="reading"),
        "county": Style(timetable=True, composition="mark"),
        "sticker": Style(composition="badge"),
    }
)
"""The posters whose setting was drawn for their kind; any other is set in the plain style."""
PLAIN = Style(about="body", quotes=True)


def content(campaign: Campaign, poster: str, record_id: str, wording: Wording) -> Content:
    """What the poster of a record says; poster: a kind of poster, as `kinds.posters` names them."""
    of, style = posters()[poster], STYLES.get(poster, PLAIN)
    if of.brief is None:
        raise KeyError(f"{of.name} has no brief")
    brief = of.brief(campaign, campaign.record(of.name, record_id)) if isinstance(of, Kind) else of.brief(campaign)
    return _Composer(campaign, brief, wording, style).content(poster)


@dataclass(frozen=True)
class _Composer:
    """One poster being composed."""

    campaign: Campaign
    brief: Brief
    wording: Wording
    style: Style

    def content(self, poster: str) -> Content:
        """The whole."""
        brief, wording = self.brief, self.wording
        title, support = wording.both(brief.title)
        lines = brief.lines.get(wording.main) or (title,)
        leads = brief.official is not None and brief.official.leads
        quoted = leads or (brief.official is not None and self.style.quotes)
        made = Content(
            source=Source(kind=brief.kind, id=brief.id),
            title=title,
            kicker=tuple(self._kicker()),
            lines=tuple(lines),
            support=self._support(support),
            by_sense=wording.main in brief.lines,
            most=self.style.han if is_han(title) else self.style.latin,
            facts=tuple(self._facts()),
            week=self._week(),
            hotline=self._hotline(),
            notice=self._notice(),
            body=tuple(self._body()),
            leads=self.style.about == "lead",
            mark=official_mark(self.campaign, wording) if quoted and not leads else "",
            official=quoted,
            call=self._call(poster),
            opens=self._opens(poster),
            scheme=scheme(brief),
            tint=brief.tint,
            pictogram=brief.pictogram,
            composition=self.style.composition,
            vignette=self._vignette(),
            county=brief.county,
            number=brief.number if self.style.composition == "reading" else "",
            names=self._names(),
            empty=self._empty(),
            sample=brief.sample,
        )
        return self._with_number(self._with_events(self._with_plan(made)))

    def _kicker(self) -> Iterator[Pair]:
        """What it is, or of a poster that says the week only the campaign's name; then what the whole is."""
        printed, head = addressed(self.brief.kind).printed, self.campaign.campaign
        says = printed.heads if printed else ()
        if "week" not in says and (kicker := self.brief.kicker):
            label = self.brief.label
            yield self.wording.each(lambda tag: " · ".join(one[tag] for one in (kicker, label) if one))
        name = head.short_name if "short_name" in says else head.name
        if name != self.brief.title:
            yield self.wording.both(name)
        if "week" in says:
            yield week(self.campaign, self.wording)

    def _week(self) -> Fact | None:
        printed = addressed(self.brief.kind).printed
        if printed is None or "week" not in printed.heads:
            return None
        label = self.wording.say(words, "when")
        return Fact(label=label, text=week(self.campaign, self.wording), weight=900)

    def _hotline(self) -> Fact | None:
        """The number to ring, under whose it is."""
        printed, found = addressed(self.brief.kind).printed, self.campaign.contacts.hotline
        if found is None or printed is None or not printed.rings:
            return None
        return Fact(label=self.wording.both(found.name), text=(str(found.phone), None), size=2.2, weight=900)

    def _support(self, title: str | None) -> tuple[str, ...]:
        """The headline in the supporting language, as the office broke it."""
        broken = self.brief.lines.get(self.wording.support or "", support_lines(title))
        return (" ".join(broken),) if broken else ()

    def _facts(self) -> Iterator[Fact]:
        """What to ask there, or when and where; then for whom."""
        brief, wording = self.brief, self.wording
        if brief.ask:
            yield fact("booth_ask", wording, brief.ask, size=1.15, weight=900)
        if brief.about and self.style.about == "fact":
            label = wording.say(words, "booth_shows")
            yield Fact(label=label, text=plain_pair(wording, brief.about), size=0.85, weight=500)
        timed = [span for span in brief.when if _timed(span)]
        dated = addressed(brief.kind).dated
        yield from (self._when(span) for span in brief.when if _timed(span) or span.what or dated)
        if brief.where.venue and not brief.ask:
            yield self._where(brief.where.venue, size=1.1 if timed else 1.0)
        if brief.audience:
            told = fact("audience", wording, brief.audience, size=0.85, weight=500)
            yield replace(told, spare=not brief.state.planned)

    def _when(self, span: Span) -> Fact:
        """A time with its hours, large; days under the name of what takes place then."""
        struck, when = not self.brief.state.holds, self.wording.say(words, "when")
        if isinstance(span.starts, datetime) and isinstance(span.ends, datetime):
            starts, ends = span.starts, span.ends
            text = self.wording.each(lambda tag: dates(tag).when(starts, ends))
            return Fact(label=when, text=text, size=1.25, weight=900, struck=struck)
        text = self.wording.each(lambda tag: dates(tag).span(span.starts, span.ends))
        if span.what:
            return Fact(label=self.wording.both(span.what), text=text, struck=struck)
        return Fact(label=when, text=text, size=1.25, weight=900, struck=struck)

    def _where(self, venue: Localized, *, size: float) -> Fact:
        """The venue, and its address on a line of its own."""
        address = self.brief.where.address
        label, both = self.wording.say(words, "where"), self.wording.both
        return Fact(label=label, text=both(venue), more=both(address) if address else None, size=size)

    def _names(self) -> tuple[str, ...]:
        """Counties, the venue and who stands at a booth, in the languages of the wording."""
        brief, counties = self.brief, self.campaign.counties.counties
        said = [name for county in counties for name in (county.name, county.short_name)]
        said += [one for one in (brief.where.venue, brief.where.area) if one]
        said += [brief.title] if self.style.numbered else []
        return tuple(dict.fromkeys(name[tag] for name in said for tag in self.wording.tags))

    def _notice(self) -> Notice | None:
        """What is different now, where something is."""
        state = self.brief.state
        if state.planned:
            return None
        said = self.wording.each(lambda tag: badge(state, words(tag), short=True))
        return Notice(word=said, change=self.wording.both(state.change) if state.change else None)

    def _body(self) -> Iterator[Pair]:
        """Official wording, then what it is in our own words."""
        brief, about = self.brief, self.style.about
        if brief.official and not brief.official.leads and self.style.quotes:
            yield self.wording.both(brief.official.text)
        if brief.about and about in ("body", "lead"):
            yield plain_pair(self.wording, brief.about)

    def _call(self, poster: str) -> Pair | None:
        """What one is asked to do: by the record, else by a kind of poster that is little but a call."""
        if self.brief.action:
            return self.wording.both(self.brief.action)
        key = f"call_{poster}"
        return self.wording.say(words, key) if key in words(self.wording.main).texts else None

    def _opens(self, poster: str) -> Pair:
        """What the scan opens."""
        where, texts = self.brief.where, words(self.wording.main).texts
        keys = (f"scan_{poster}_route" if where.route else "", f"scan_{poster}")
        key = next((one for one in keys if one in texts), "scan")
        return self.wording.say(words, key, name=where.area or "")

    def _vignette(self) -> str:
        """The record's picture, or that of the first priority it serves; none where the whorl is the picture."""
        brief = self.brief
        if self.style.composition in ("mark", "badge"):
            return ""
        return pictured(self.campaign, brief)

    def _empty(self) -> str:
        """What a timetable says that has nothing on it."""
        said = words(self.wording.main)
        return said.say("no_events", during=said.say(f"during_{self.campaign.length}"))

    def _with_number(self, made: Content) -> Content:
        if not self.style.numbered:
            return made
        return replace(made, title=f"{self.brief.number} {made.title}", number=self.brief.number)

    def _with_events(self, made: Content) -> Content:
        """A timetable is as sure as each event on it."""
        if not self.style.timetable:
            return made
        ids = set(self.brief.events or ())
        events = [event for event in self.campaign.events if event.id in ids]
        said, support = self.wording.say(words, "timetable")
        sample = made.sample or any(event.sample for event in events)
        shown = tuple(rows(self.campaign, events, self.wording))
        names = (*made.names, *(event.venue[self.wording.main] for event in events))
        title = f"{made.title} {said}"
        return replace(made, title=title, mark=said, mark_support=support, rows=shown, names=names, sample=sample)

    def _with_plan(self, made: Content) -> Content:
        """The exhibition's poster shows its plan, and is as sure as all that stands there."""
        plaza = self.campaign.exhibition if self.brief.kind == "exhibition" else None
        if plaza is None:
            return made
        parts = (plaza.zones, plaza.booths, plaza.boards, plaza.features)
        sample = made.sample or any(one.sample for some in parts for one in some)
        return replace(made, plaza=plaza if plaza.booths else None, sample=sample)


def _timed(span: Span) -> bool:
    return isinstance(span.starts, datetime)
