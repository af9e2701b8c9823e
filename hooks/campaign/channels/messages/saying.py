"""Saying: days, hours and places within a sentence, as a newspaper prints them and as an announcer reads them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from campaign.channels.messages.words import words
from campaign.core.times import daily, day_of
from campaign.kinds.brief import Span, Where
from campaign.say.dates import RANGE, dates
from campaign.say.script import written_in_han

INNER = str.maketrans('“”"', "‘’'")
"""Quotation marks within others (GB/T 15834-2011, 4.8.3.4)."""
SENTENCE_ENDS = "。！？.!?…；;：:"


def joined(sentences: Iterable[str], language: str) -> str:
    """Sentences in their order as one paragraph; empty ones are left out."""
    return str(words(language).sentence_join).join(one.strip() for one in sentences if one.strip())


def ended(text: str, language: str) -> str:
    """A text as a sentence: with a stop where it has no end of its own."""
    bare = text.strip().rstrip("”’）)")
    return text if not bare or bare[-1] in SENTENCE_ENDS else f"{text.strip()}{words(language).stop}"


def called(title: str, language: str, *, key: str = "quoted", noun: bool = True) -> str:
    """A title within a sentence. key: `quoted`, or `announced` where it is what the sentence is about; noun: with the
    word for what it is after it, where the language has one."""
    said = words(language)
    pattern = str(getattr(said, key))
    after = "" if not noun or title.endswith(str(said.event_noun)) else str(said.event_noun)
    return pattern.format(text=title.translate(INNER) if "“" in pattern or '"' in pattern else title) + after


def day(one: date, language: str) -> str:
    """4月21日（周日） / Sun 21 April."""
    said = dates(language)
    return words(language).say("sentence_day", day=said.short(one), weekday=said.weekday(one))


def when(spans: Iterable[Span], language: str) -> str:
    """When something is, each of its times: 4月21日（周日）09:00–11:30; empty where nobody says."""
    return str(words(language).when_joiner).join(_when(one, language) for one in spans)


def _when(span: Span, language: str) -> str:
    said, word, first = dates(language), words(language), day_of(span.starts)
    if not isinstance(span.starts, datetime) or not isinstance(span.ends, datetime):
        return day(first, language) if span.starts == span.ends else said.span(span.starts, span.ends)
    if daily(span.starts, span.ends):
        days = said.span(first, day_of(span.ends))
        return word.say("sentence_daily", days=days, clock=said.on(first, span.starts, span.ends))
    return word.say("sentence_when", day=day(first, language), clock=said.clock(span.starts, span.ends))


def hour(span: Span, language: str) -> str:
    """When something starts, for a list of one day: 09:00; its days where its hours aren't known."""
    return f"{span.starts:%H:%M}" if isinstance(span.starts, datetime) else _when(span, language)


def start(span: Span, language: str) -> str:
    """The same for a list of several days: 4月21日 09:00."""
    if not isinstance(span.starts, datetime):
        return _when(span, language)
    return f"{dates(language).short(span.starts.date())} {span.starts:%H:%M}"


def place(where: Where, language: str, *, by: str = "") -> str:
    """Where something is, with the county where neither its name nor that of the office behind it says so."""
    venue, area = (text[language] if text else "" for text in (where.venue, where.area))
    if not venue or not area or where.online or area in venue or area in by:
        return venue
    if venue[0] == area[-1] and written_in_han(language):
        venue = venue[1:]
    return words(language).say("sentence_place", venue=venue, area=area)


def spoken(spans: Iterable[Span], language: str) -> str:
    """When something is, as an announcer reads it: 4月21日星期日上午9点到11点半."""
    return str(words(language).when_joiner).join(_spoken(one, language) for one in spans)


def _spoken(span: Span, language: str) -> str:
    starts, ends = span.starts, span.ends
    if not isinstance(starts, datetime) or not isinstance(ends, datetime) or starts.date() != ends.date():
        return _when(span, language).replace(RANGE, "至" if written_in_han(language) else " to ")
    word, said = words(language), dates(language)
    same = written_in_han(language) and _part(starts, language) == _part(ends, language)
    clock = word.say("spoken_clock", starts=_clock(starts, language), ends=_clock(ends, language, named=not same))
    weekday = str(word.weekdays[starts.weekday()])
    return word.say("spoken_when", day=said.short(starts.date()), weekday=weekday, clock=clock)


def spoken_start(span: Span, language: str) -> str:
    """When something starts, as an announcer reads it: 4月21日星期日上午9点; its days where its hours aren't known."""
    if not isinstance(span.starts, datetime):
        return _when(span, language)
    weekday = str(words(language).weekdays[span.starts.weekday()])
    day, clock = dates(language).short(span.starts.date()), _clock(span.starts, language)
    return words(language).say("spoken_when", day=day, weekday=weekday, clock=clock)


def _part(moment: datetime, language: str) -> str:
    found = [one.split(" ", 1) for one in words(language).parts_of_day]
    return str(next(name for hour, name in reversed(found) if moment.hour >= int(hour)))


def _clock(moment: datetime, language: str, *, named: bool = True) -> str:
    key = {0: "spoken_hour", 30: "spoken_half"}.get(moment.minute, "spoken_minutes")
    part, twelve = _part(moment, language) if named else "", moment.hour % 12 or 12 * (moment.hour > 0)
    return words(language).say(key, part=part, hour=twelve, minute=moment.minute)
