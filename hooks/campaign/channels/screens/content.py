"""What a frame says: one idea of one record, in the languages of its display."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from campaign.channels.screens.wording import head_and_rest, lines
from campaign.channels.screens.words import words
from campaign.core.artifact import Source
from campaign.core.language import Localized
from campaign.core.times import day_of, last_day
from campaign.kinds import Campaign, kinds, pages, scheme
from campaign.kinds import notice as notices
from campaign.kinds.brief import Brief, Span
from campaign.kinds.display import Display
from campaign.kinds.slide import COUNTY_EVENTS, SHOWN, Slide
from campaign.kinds.status import badge
from campaign.kinds.vignette import pictured
from campaign.say.dates import dates


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """One frame's words.

    name: ASCII; lines: the headline as broken by sense, where the office broke it; lead: what is different now, and
    that it is today; kicker: the same, and what it is; facts: must be read too; venue: which of them is the place;
    detail: only where there is room; official: the headline is official wording; vignette: its picture; route: its page
    shows the way; linked: the record whose address leads to it; first, last: the days outside which it isn't true,
    where there are such.
    """

    source: Source
    name: str
    title: Localized
    lines: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lead: Localized
    kicker: Localized
    facts: tuple[Localized, ...] = ()
    venue: Localized | None = None
    detail: Localized | None = None
    scheme: str = "red"
    tint: str = ""
    pictogram: str = ""
    vignette: str = ""
    official: bool = False
    route: bool = False
    linked: tuple[str, str] | None = None
    priorities: tuple[str, ...] = ()
    sample: bool = False
    first: date | None = None
    last: date | None = None


def contents(campaign: Campaign, display: Display, slide: Slide) -> Iterator[Content]:
    """What one item of a playlist shows, frame by frame; an office's own picture or film has no words."""
    if slide.shows == "notice" and slide.text:
        yield notice(campaign, slide.text, name="notice")
    today = slide.shows == "events-today"
    for brief in _briefs(campaign, display, slide):
        yield _frame(campaign, brief, slide.text, today=today)


def notice(
    campaign: Campaign, text: Localized, *, name: str, short: Localized | None = None, sample: bool = False
) -> Content:
    """An urgent notice; short: fewer words for it, the others then only where there is room."""
    made = replace(_frame(campaign, notices.brief(campaign, text, sample=sample), short), name=name)
    return replace(made, detail=text) if short else made


def resting(campaign: Campaign) -> Content:
    """What holds on any day: the theme."""
    theme = pages()["theme"].brief
    if theme is None:
        raise KeyError("the theme has no brief")
    return _frame(campaign, theme(campaign), None)


def call(content: Content, tag: str) -> str:
    """What scanning its code opens, in a few characters; the way is promised only where the page shows it."""
    said, kind = words(tag), content.source.kind
    keys = (f"scan_{kind}_route" if content.route else "", f"scan_{kind}", "scan")
    return said.say(next(key for key in keys if key in said.texts))


def _briefs(campaign: Campaign, display: Display, slide: Slide) -> Iterator[Brief]:
    """What an item shows: one record it names or all of its kind; of a county, its events."""
    shown = SHOWN.get(slide.shows, "")
    page, kind = pages().get(shown), kinds().get(shown)
    if page and page.brief and page.there(campaign):
        yield page.brief(campaign)
    if kind is None or kind.brief is None:
        return
    in_county = slide.shows in COUNTY_EVENTS
    wanted = (slide.record or display.county) if in_county else slide.record
    for record in kind.in_order(campaign):
        brief = kind.brief(campaign, record)
        if wanted in (None, brief.county if in_county else brief.id):
            yield brief


def _frame(campaign: Campaign, brief: Brief, text: Localized | None, *, today: bool = False) -> Content:
    """One record's frame. text: shorter words for it; today: it is shown on its day alone, and says so."""
    title = text or brief.ask or brief.title
    heads = _said(campaign, lambda tag: head_and_rest(title[tag])[0])
    rests = _said(campaign, lambda tag: head_and_rest(title[tag])[1])
    unfit = text is None and any(rests.values()) and not brief.lines
    short = unfit and not all(lines(title[tag], tag) for tag in title)
    quoted = brief.official.text if brief.official and not brief.official.leads else None
    times = brief.when if _dated(brief.kind) else ()
    return Content(
        source=Source(kind=brief.kind, id=brief.id),
        name="-".join(filter(None, ("today" if today else brief.kind, brief.id))),
        title=heads if short else title,
        lines={} if text else brief.lines,
        lead=_said(campaign, lambda tag: " · ".join(_lead(brief, tag, today=today))),
        kicker=_said(campaign, lambda tag: " · ".join(_kicker(campaign, brief, tag, today=today))),
        facts=tuple(_facts(campaign, brief)),
        venue=brief.where.venue,
        detail=rests if short else quoted,
        scheme=scheme(brief),
        tint=brief.tint,
        pictogram=brief.pictogram,
        vignette="" if brief.kind == "theme" else pictured(campaign, brief),
        official=text is None and brief.official is not None and brief.official.leads,
        route=brief.where.route,
        linked=brief.link,
        priorities=brief.serves,
        sample=brief.sample,
        first=min(day_of(span.starts) for span in times) if times and today else None,
        last=max((last_day(span.starts, span.ends) for span in times), default=None),
    )


def _lead(brief: Brief, tag: str, *, today: bool) -> Iterator[str]:
    """What is different now, and that it is today."""
    said = words(tag)
    if changed := badge(brief.state, said, short=True):
        yield changed
    if today:
        yield str(said.today)


def _kicker(campaign: Campaign, brief: Brief, tag: str, *, today: bool) -> Iterator[str]:
    """What is different now, that it is today, what it is, and where or which of how many."""
    said = words(tag)
    yield from _lead(brief, tag, today=today)
    if brief.kind in CAMPAIGN_HEAD or brief.kicker is None:
        yield campaign.campaign.short_name[tag]
    elif brief.of:
        name = kinds()[brief.kind].label(tag)
        yield said.say("numbered", name=name, number=brief.place, total=brief.of)
    elif brief.number:
        yield f"{kinds()[brief.kind].label(tag)} {brief.number}"
        yield brief.kicker[tag]
    else:
        yield brief.kicker[tag]
        if brief.where.area:
            yield brief.where.area[tag]


def _facts(campaign: Campaign, brief: Brief) -> Iterator[Localized]:
    """Who answers there; or what changed where it doesn't take place; or when and where."""
    if brief.ask:
        yield from [brief.by] if brief.by else []
    elif brief.state.change and not brief.state.holds:
        yield brief.state.change
    else:
        if brief.when:
            yield _said(campaign, lambda tag: _when(brief.when[0], tag))
        yield from [brief.where.venue] if brief.where.venue else []


def _when(span: Span, tag: str) -> str:
    if isinstance(span.starts, datetime) and isinstance(span.ends, datetime):
        return dates(tag).when(span.starts, span.ends)
    return dates(tag).span(span.starts, span.ends)


def _dated(kind: str) -> bool:
    """True for what has times of its own, after which it is over."""
    found = kinds().get(kind) or pages().get(kind)
    return found is not None and found.dated


def _said(campaign: Campaign, say: Callable[[str], str]) -> Localized:
    return Localized({tag: say(tag) for tag in campaign.languages})


CAMPAIGN_HEAD = frozenset({"theme", "slogan"})
"""What speaks for the whole campaign bears its name."""
