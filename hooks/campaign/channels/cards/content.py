"""What a share card says: what it is about, in the page's language with another in support, and a fact or two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType

from campaign.channels.cards.words import words
from campaign.core.artifact import Source
from campaign.core.context import BuildContext
from campaign.core.language import Localized
from campaign.kinds import Campaign, Page, kinds, pages, scheme
from campaign.kinds.brief import Brief, Span
from campaign.kinds.status import badge
from campaign.say.dates import Dates, dates
from campaign.say.text import ems
from campaign.say.wording import Pair, Wording
from campaign.say.words import Words

DOT = " · "


LONG_EMS = 46
"""Official wording of this width fills a card by itself: the other language stands on the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The words of one card.

    title: what it is about, lines where the office broke it itself; label: what kind of page it is; facts: the first
    stands out; call: what one is asked to do; notice: what has changed; official: the title is official wording; look:
    as `schemes.scheme` has it.
    """

    title: str
    lines: tuple[str, ...] = ()
    support: str | None = None
    label: str = ""
    facts: tuple[str, ...] = ()
    call: str = ""
    notice: str = ""
    official: bool = False
    sample: bool = False
    look: str = "red"
    tint: str = ""
    pictogram: str = ""


@dataclass(frozen=True)
class Voice:
    """A campaign as one language's cards tell it."""

    campaign: Campaign
    context: BuildContext
    language: str

    @property
    def words(self) -> Words:
        """Our own words."""
        return words(self.language)

    @property
    def dates(self) -> Dates:
        """Days and hours."""
        return dates(self.language)

    @property
    def second(self) -> str | None:
        """The language in support: the first of the site's that isn't this one."""
        return next((tag for tag in self.campaign.languages if tag != self.language), None)

    @property
    def wording(self) -> Wording:
        """Both languages."""
        return Wording(self.language, self.second)

    def both(self, text: Localized) -> Pair:
        """A text in this language and in support; no support where it says the same."""
        return self.wording.both(text)

    @property
    def leads_officially(self) -> bool:
        """True where official wording stands in its own language: a translation beside it would need a disclaimer in a
        language that the card's readers don't read, so there is none."""
        return self.language == self.campaign.campaign.official_language

    @property
    def week(self) -> str:
        """The campaign's days."""
        week = self.campaign.campaign.week
        return self.dates.full_span(week.starts, week.ends)

    def when(self, span: Span) -> str:
        """A span: with its hours where it has any; with its year unless it is one of several that the record names."""
        if isinstance(span.starts, datetime) and isinstance(span.ends, datetime):
            return self.dates.when(span.starts, span.ends)
        said = self.dates.span if span.what else self.dates.full_span
        return said(span.starts, span.ends)


def record_content(voice: Voice, source: Source) -> Content | None:
    """What the card of a record's page says; None for a kind that nobody told of."""
    kind = kinds()[source.kind]
    if kind.brief is None:
        return None
    brief = kind.brief(voice.campaign, voice.campaign.record(source.kind, source.id))
    return _told(voice, brief)


def single_content(voice: Voice, name: str) -> Content:
    """What the card of a page says that there is one of."""
    title, support = voice.both(pages()[name].title(voice.campaign))
    brief = THEME.get(name, pages()[name]).brief
    if brief is None:
        return Content(title=title, support=support, facts=(voice.week,), look=pages()[name].scheme)
    told = _told(voice, brief(voice.campaign))
    return replace(told, label="" if title in (told.title, voice.campaign.campaign.name[voice.language]) else title)


def written_content(voice: Voice, title: str, *, learn: str = "") -> Content:
    """What the card of a hand-written page says; learn: the title of the pages it belongs to."""
    return Content(title=title, label="" if learn == title else learn, look="paper")


def _told(voice: Voice, brief: Brief) -> Content:
    """What any record's card says: its headline, what it is, when and where or what to ask there, what has changed."""
    title, support = voice.both(brief.title)
    official = brief.official is not None and brief.official.leads
    return Content(
        title=title,
        lines=brief.lines.get(voice.language, ()),
        support=None if official and (voice.leads_officially or ems(title) > LONG_EMS) else support,
        label=_label(voice, brief),
        facts=tuple(_facts(voice, brief)),
        call=brief.action[voice.language] if brief.action else "",
        notice=badge(brief.state, voice.words),
        official=official,
        sample=brief.sample,
        look=scheme(brief),
        tint=brief.tint,
        pictogram=brief.pictogram,
    )


def _label(voice: Voice, brief: Brief) -> str:
    """What kind of thing it is; of what stands on the ground its number."""
    if brief.number:
        return f"{kinds()[brief.kind].label(voice.language)} {brief.number}"
    return brief.kicker[voice.language] if brief.kicker else ""


def _facts(voice: Voice, brief: Brief) -> Iterator[str]:
    """The first stands out: how many events take place, what to ask, when; then where."""
    if held := [one for one in voice.campaign.events if one.id in (brief.events or ()) and one.status.holds]:
        yield voice.words.count("events", len(held))
    if brief.ask:
        yield brief.ask[voice.language]
    elif brief.when:
        yield voice.when(brief.when[0])
    if brief.where.venue:
        parts = (brief.where.area, brief.where.venue)
        yield DOT.join(part[voice.language] for part in parts if part)


THEME: Mapping[str, Page] = MappingProxyType({"home": pages()["theme"]})
"""Pages whose card tells of another: the home page is shared with the theme."""
