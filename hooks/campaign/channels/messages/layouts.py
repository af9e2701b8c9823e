"""Layouts: one telling as each channel's text; of several that say less and less, the richest that it holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from campaign.channels.messages import saying
from campaign.channels.messages.limits import LIMITS, TO_GSM, characters, phone_lines, sms
from campaign.channels.messages.telling import Telling
from campaign.channels.messages.words import words
from campaign.say.dates import dates
from campaign.say.script import is_han
from campaign.say.text import clause


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What a layout needs besides the telling.

    sender: as it signs; signature: of text messages; opt_out: at their end; topic: what the campaign is called; link:
    the address as people read it; url: the same to be tapped; phone: whom to ask, empty where nobody answers.
    """

    language: str
    at: datetime
    sender: str
    signature: str
    opt_out: str
    topic: str
    link: str
    url: str
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A channel's text; title and summary where it has them."""

    text: str
    title: str = ""
    summary: str = ""


def laid_out(channel: str, telling: Telling, letter: Letter) -> Text:
    """The text of a channel, complete; marked where its facts aren't the office's own."""
    return LAYOUTS[channel](telling, letter)


def enveloped(body: str, letter: Letter, *, sample: bool = False) -> str:
    """A text message as it is sent: signature, words, opt-out; Latin letters as their alphabet has them, which
    has no 【】."""
    latin = not is_han(body + letter.signature + letter.opt_out)
    sign = f"[{letter.signature}] " if latin else f"【{letter.signature}】"
    mark = mark_of(letter.language) if sample else ""
    text = f"{sign}{mark}{body.rstrip()} {letter.opt_out}"
    return text.translate(TO_GSM) if latin else text


def _sms(telling: Telling, letter: Letter) -> Text:
    """In as few parts as can be, and there as much as they hold."""
    word, language = words(letter.language), letter.language
    link = word.say("details_sms", link=letter.link)
    bodies = [
        saying.joined((telling.short, telling.call, link), language),
        saying.joined((telling.short, link), language),
        saying.joined((telling.shortest, link), language),
    ]
    texts = [enveloped(body, letter, sample=telling.sample) for body in bodies]
    return Text(text=min(texts, key=lambda text: sms(text).parts))


def _weibo(telling: Telling, letter: Letter) -> Text:
    """Whole before the fold where it can be; of news the reason is told even beyond it."""
    language, word = letter.language, words(letter.language)
    topic, link = word.say("topic", name=letter.topic), word.say("details", link=letter.url)
    head = f"{topic} {_mark(telling, letter)}"
    rows = str(word.when_joiner).join(telling.rows)
    listed = saying.ended(rows, language)
    ways: tuple[tuple[str, ...], ...] = (
        (telling.lead, telling.about, telling.call),
        (telling.lead, listed, telling.call),
        (telling.lead, telling.gist, telling.call),
        (telling.lead, telling.call),
        (telling.short, telling.call),
        (telling.short,),
        (telling.shortest,),
    )
    if telling.mark:
        ways = (telling.lead, telling.call), (telling.lead,)
    texts = [f"{head}{saying.joined((*way, link), language)}" for way in ways]
    return Text(text=_first(texts, lambda text: characters(text) <= LIMITS["weibo"].folded))


def _moments(telling: Telling, letter: Letter) -> Text:
    """Lines that a thumb takes in, and none folded away."""
    word = words(letter.language)
    head = _mark(telling, letter) + (telling.head if telling.happening and not telling.mark else telling.lead)
    facts = [] if telling.mark else [value for _, value in telling.facts[:2]]
    link = word.say("details", link=letter.url)
    about = [telling.gist] if not telling.happening else []
    ways = (
        [head, *facts, *telling.rows, *about, telling.call, link],
        [head, *facts, *telling.rows[:3], telling.call, link],
        [head, *facts, *about, link],
        [head, *facts, telling.call, link],
        [head, *facts, link],
        [head, link],
    )
    texts = ["\n".join(line for line in way if line) for way in ways]
    return Text(text=_first(texts, lambda text: phone_lines(text) <= LIMITS["moments"].lines))


def _douyin(telling: Telling, letter: Letter) -> Text:
    """A film's title with the campaign's topic."""
    topic = words(letter.language).say("topic", name=letter.topic).rstrip("#")
    mark = _mark(telling, letter)
    heads = (telling.head, clause(telling.head, most_ems=LIMITS["douyin"].title - 25))
    titles = [*(f"{mark}{head} {topic}" for head in heads), f"{mark}{heads[-1]}"]
    title = _headline(titles, LIMITS["douyin"].title)
    return Text(title=title, text=title)


def _group(telling: Telling, letter: Letter) -> Text:
    """A notice that somebody pins in a group of neighbours or shopkeepers: labelled lines, signed."""
    word = words(letter.language)
    kind = word.group_news if telling.mark else word.group_mark if telling.happening else word.group_statement
    head = f"{word.bracketed.format(mark=kind)}{_mark(telling, letter, news=False)}"
    facts = () if telling.mark else tuple(word.say("fact_line", label=a, value=b) for a, b in telling.facts)
    opening = telling.head if telling.happening and not telling.mark else telling.lead
    about = "" if telling.mark else telling.about
    end = (telling.call, word.say("details", link=letter.url), letter.sender)
    ways = (about, *telling.rows), telling.rows, (about,), ()
    texts = ["\n".join(filter(None, (head + opening, *facts, *way, *end))) for way in ways]
    return Text(text=_first(texts, lambda text: characters(text) <= LIMITS["group-notice"].text))


def _article(telling: Telling, letter: Letter) -> Text:
    """An official account's article: a title, a summary and paragraphs without any link."""
    word = words(letter.language)
    mark = _mark(telling, letter)
    limits = LIMITS["wechat-article"]
    titles = [f"{mark}{telling.head}", f"{mark}{clause(telling.head, most_ems=limits.title // 2)}"]
    summaries = [telling.lead, telling.short, telling.shortest, ""]
    facts = () if telling.mark else tuple(word.say("fact_line", label=a, value=b) for a, b in telling.facts)
    paragraphs = (telling.lead, telling.about, *telling.rows, *facts, telling.call, word.read_original, letter.sender)
    return Text(
        title=_headline(titles, limits.title),
        summary=_first(summaries, lambda text: characters(text) <= limits.summary),
        text=mark + "\n\n".join(one for one in paragraphs if one),
    )


def _press(telling: Telling, letter: Letter) -> Text:
    """A press release: where it comes from, what is on, whom to ask, and who answers for it."""
    word, language = words(letter.language), letter.language
    day = dates(language).full(letter.at.date())
    dateline = word.say("press_lead", by=letter.sender, day=dates(language).short(letter.at.date()))
    lead = saying.joined((dateline, telling.lead, telling.about), language)
    ask = word.say("questions", phone=letter.phone) if letter.phone else ""
    more = word.say("details", link=letter.url)
    closing = saying.joined((telling.call, ask, more), language)
    paragraphs = (lead, *telling.rows, closing, word.say("press_end", by=letter.sender, day=day))
    mark = _mark(telling, letter)
    head = telling.head if telling.mark or letter.topic in telling.head else None
    title = head or word.say("press_title", topic=letter.topic, head=telling.head)
    return Text(title=f"{mark}{title}", text=mark + "\n\n".join(one for one in paragraphs if one))


def _broadcast(telling: Telling, letter: Letter) -> Text:
    """What an announcer reads from a village loudspeaker: slowly, the news twice, and a number to ring."""
    word, language = words(letter.language), letter.language
    ask = word.say("questions", phone=letter.phone) if letter.phone else ""
    said = (
        word.say("broadcast_hello", by=letter.sender),
        telling.spoken,
        telling.about,
        *(saying.ended(row, language) for row in telling.rows),
        telling.call,
        saying.joined((word.broadcast_again, telling.spoken), language),
        ask,
        word.broadcast_end,
    )
    return Text(text=_mark(telling, letter, news=False) + "\n".join(one for one in said if one))


def _led(telling: Telling, letter: Letter) -> Text:
    return Text(text=_mark(telling, letter, news=False) + telling.lead)


LAYOUTS: Mapping[str, Callable[[Telling, Letter], Text]] = {
    "sms": _sms,
    "wechat-article": _article,
    "moments": _moments,
    "weibo": _weibo,
    "douyin": _douyin,
    "group-notice": _group,
    "press-release": _press,
    "broadcast": _broadcast,
    "led": _led,
}
"""How each channel says it."""


def _mark(telling: Telling, letter: Letter, *, news: bool = True) -> str:
    """What stands before everything else: that something changed, and that it is a sample."""
    word = words(letter.language)
    changed = word.bracketed.format(mark=telling.mark) if telling.mark and news else ""
    return changed + (mark_of(letter.language) if telling.sample else "")


def mark_of(language: str) -> str:
    """What says that a message isn't to be sent as it is."""
    return str(words(language).mark_sample)


def _first(texts: Sequence[str], fits: Callable[[str], bool]) -> str:
    """The first that fits; the last where none does, which checking then tells of."""
    return next(filter(fits, texts), texts[-1])


def _headline(titles: Sequence[str], most: int) -> str:
    """The first title that fits; where none does the last as far as its words go."""
    found = _first(titles, lambda text: characters(text) <= most)
    if characters(found) <= most:
        return found
    head = found[: most - 1]
    return f"{head if is_han(head[-1:]) else head.rpartition(' ')[0] or head}…"
