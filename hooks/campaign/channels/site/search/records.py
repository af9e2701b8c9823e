"""What the search knows of generated pages: every record as its kind tells it, every question, every day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from campaign.channels.site.frame import SiteFrame
from campaign.channels.site.search.entry import Entry, group, label, longest
from campaign.core.artifact import Page
from campaign.core.language import Localized
from campaign.core.times import begins_and_ends
from campaign.kinds import Campaign, Kind, addressed, kinds, pages, urls
from campaign.kinds.brief import Brief, Span
from campaign.say.dates import dates
from campaign.say.script import written_in_han
from campaign.say.text import plain

DOT = "\u00a0· "
"""Between two facts; it never begins a line."""
MOST_SPANS = 3


def of_pages(campaign: Campaign, frame: SiteFrame, made: Iterable[Page]) -> Iterator[Entry]:
    """Everything that can be found of the generated pages; what isn't searchable isn't there."""
    found = [page for page in made if page.searchable]
    paths = {page.path for page in found}
    for page in found:
        yield _of_page(campaign, frame, page)
    yield from (one for one in (*_questions(campaign, frame), *_days(campaign, frame)) if _page_of(one.path) in paths)


def _page_of(path: str) -> str:
    return path.partition("#")[0]


def _of_page(campaign: Campaign, frame: SiteFrame, page: Page) -> Entry:
    kind, record_id = page.source.kind, page.source.id
    brief, language = _brief(campaign, kind, record_id), frame.language
    extra = EXTRA[kind](campaign) if kind in EXTRA else ()
    names = [text[language] if isinstance(text, Mapping) else text for text in extra]
    own = _of_event(campaign, frame, record_id) if kind == "event" else ()
    return Entry(
        path=page.path,
        title=page.title,
        text=(_line(frame, brief, page) if brief else "") or _lead(frame, page),
        names=(*names, *(_names(brief, language) if brief else ())),
        words=(page.description, *own, *(_words(brief, language) if brief else ())),
        label=label(frame, page.path, kind),
        group=group(frame, page.path),
        ends=_ends(campaign, brief) if brief else 0,
        sample=frame.sample and brief is not None and brief.sample and kind in kinds(),
    )


def _brief(campaign: Campaign, kind: str, record_id: str) -> Brief | None:
    """How a record or page is told, where its kind tells it."""
    if kind not in kinds() and kind not in pages():
        return None
    found = addressed(kind)
    if found.brief is None:
        return None
    return found.brief(campaign, campaign.record(kind, record_id)) if isinstance(found, Kind) else found.brief(campaign)


def _names(brief: Brief, language: str) -> Iterator[str]:
    """What else it is called."""
    where = brief.where
    yield from (text[language] for text in (brief.label, where.venue if brief.when else None) if text)
    if brief.kind == "county" and where.area:
        yield from _short(where.area[language], brief.title[language], language)
    if brief.number:
        yield brief.number


def _short(name: str, whole: str, language: str) -> Iterator[str]:
    """A county as people call it: 东乡, and with what its whole name ends in: 东乡县."""
    yield name
    if written_in_han(language) and not name.endswith(whole[-1]):
        yield name + whole[-1]


def _words(brief: Brief, language: str) -> Iterator[str]:
    """What else it is found by."""
    where = brief.where
    texts = (brief.kicker, where.area, where.venue, where.address, brief.audience, brief.by, brief.ask)
    yield from (text[language] for text in texts if text)
    if brief.about:
        yield plain(brief.about[language])


def _of_event(campaign: Campaign, frame: SiteFrame, record_id: str) -> Iterator[str]:
    """What people ask of an event besides: of what form it is, how to get there, whether one must register."""
    event, said, language = campaign.event(record_id), frame.words, frame.language
    yield campaign.form(event.form).name[language]
    yield from (text[language] for text in (event.getting_there, event.register_how) if text)
    if event.registration == "none":
        yield str(said.registration_none)


def _line(frame: SiteFrame, brief: Brief, page: Page) -> str:
    """The second line: of what has a time when and where; of anything else what it is about."""
    language, where = frame.language, brief.where
    gathers = brief.events is not None
    if brief.when and not gathers:
        state = "" if brief.state.planned else str(getattr(frame.words, f"status_{brief.state.word}"))
        at = [text[language] for text in (where.area, where.venue) if text]
        return DOT.join(filter(None, (state, _when(frame, brief.when), *at)))
    at = [brief.number, *(text[language] for text in (where.area,) if text and not gathers)]
    about = brief.ask or brief.about
    said = _cut(about[language], language) if about else _lead(frame, page)
    return DOT.join(filter(None, (*at, said)))


def _lead(frame: SiteFrame, page: Page) -> str:
    """What a page says of itself: under its title, else to search engines."""
    lead = str(frame.words.texts.get(f"{page.source.kind.replace('-', '_')}_lead", "{"))
    return _cut(page.description if "{" in lead else lead, frame.language)


def _when(frame: SiteFrame, spans: Iterable[Span]) -> str:
    said = dates(frame.language)
    found = [said.when(span.starts, span.ends) for span in spans]
    return str(frame.words.joiner).join(found[:MOST_SPANS])


def _ends(campaign: Campaign, brief: Brief) -> int:
    """When the last of its times is over; of what only gathers others nothing ends."""
    if not brief.when or brief.events is not None or brief.kind not in kinds():
        return 0
    last = max(begins_and_ends(span.starts, span.ends)[1] for span in brief.when)
    return _minutes(last, campaign.campaign.time_zone)


def _minutes(moment: datetime, zone: str) -> int:
    return int(moment.replace(tzinfo=ZoneInfo(zone)).timestamp() // 60)


def _cut(text: str, language: str) -> str:
    """As much of a text as a result shows, cut at a sentence where there is one."""
    return plain(text, longest=longest(language))


def _questions(campaign: Campaign, frame: SiteFrame) -> Iterator[Entry]:
    """Each question often asked, at its place, with the answer's first sentences."""
    language, path = frame.language, urls.page("faq")
    for number, one in enumerate(campaign.faq.items if campaign.faq else (), 1):
        answer = plain(one.answer[language])
        yield Entry(
            path=f"{path}#q{number}",
            title=one.ask[language],
            text=_cut(one.answer[language], language),
            words=(answer,),
            label=str(frame.words.search_is_question),
            group=group(frame, path),
        )


def _days(campaign: Campaign, frame: SiteFrame) -> Iterator[Entry]:
    """Each day that has something, at its place in the programme."""
    said, path = dates(frame.language), urls.page("programme")
    for day, found in campaign.timeline.items():
        events = [one for one in found if one.stretch.brief.kind == "event"]
        if found:
            yield Entry(
                path=f"{path}#day-{day}",
                title=said.day(day),
                text=frame.words.count("events", len(events)),
                names=(day.isoformat(),),
                label=str(frame.words.search_is_day),
                group=group(frame, path),
            )


def _on_the_plaza(campaign: Campaign) -> Iterator[Localized]:
    """What is to be found on the plaza that has no page of its own."""
    plaza = campaign.exhibition
    if plaza:
        yield from (zone.name for zone in plaza.zones)
        yield from (feature.name for feature in plaza.features)


def _to_ring(campaign: Campaign) -> Iterator[Localized | str]:
    """Whom one rings to get something done, and the number."""
    for one in campaign.contacts.contacts:
        if one.county is None and one.answers:
            yield from (one.name, one.phone)


def _to_ask(campaign: Campaign) -> Iterator[Localized | str]:
    """Who is behind the campaign, and whom to ask."""
    yield from (one.name for one in campaign.campaign.organisers)
    for one in (one for one in campaign.contacts.contacts if not one.answers):
        yield from (text for text in (one.name, one.office, one.phone) if text)


EXTRA: Mapping[str, Callable[[Campaign], Iterable[Localized | str]]] = MappingProxyType(
    {"exhibition": _on_the_plaza, "defend": _to_ring, "about": _to_ask}
)
"""What pages hold that people search for, and that is no record with a page of its own."""
