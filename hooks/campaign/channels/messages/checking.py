"""Checking: every breach of a channel's limits and of the office's own rules, where the author must type."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time

from campaign.channels import Commission
from campaign.channels.messages.composing import FACTS, QUOTED
from campaign.channels.messages.dated import days, hours, relative_days
from campaign.channels.messages.job import Composed
from campaign.channels.messages.limits import LIMITS, characters, sms
from campaign.core.language import Localized
from campaign.core.problems import Message as Said
from campaign.core.problems import Problem
from campaign.core.times import days_of
from campaign.kinds import Campaign
from campaign.kinds.brief import Brief
from campaign.kinds.event import OutreachEvent
from campaign.kinds.message import NOTICE, TODAY, Forbidden, Message, MessagesFile, sender_of, told
from campaign.kinds.usage import Text, wrong_words

ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<![@\w.])(?:[a-z0-9-]+\.)+(?:cn|com|net|org|gov|edu|top|io)\b\S*", re.I)
BRACE = re.compile(r"[{｛][^{}｛｝\n]{0,12}[}｝]?|[}｝]")
"""What was meant to be filled in and can't be."""
CLAIM = re.compile(
    r"(?:主题[是为：:]*|宣传重点[是为：:]*|theme(?: is|:)?\s*)[“\"「『](?P<said>[^”\"」』]+)[”\"」』]", re.I
)
"""Somebody's words given as the theme or a priority."""
PART_NAMES = {
    "title": Said("标题", "the title"),
    "summary": Said("摘要", "the summary"),
    "text": Said("正文", "the text"),
}


def faults(
    commission: Commission, plan: MessagesFile, message: Message, found: Sequence[Composed]
) -> Iterator[Problem]:
    """Everything that keeps one message from being sent as it is."""
    if sender_of(plan, message.county) is None:
        yield _no_sender(commission, message)
        return
    for one in found:
        at = _pointing(commission, message, "text" if one.own else "subject")
        yield from map(at, too_long(one, plan))
        yield from map(at, _forbidden(one, plan.forbidden))
    for one in found:
        if one.own and not message.sent:
            at = _pointing(commission, message, "text")
            yield from map(at, _own_words(commission.campaign, message, one.language))


Fault = tuple[Said, Said | None]


def _pointing(commission: Commission, message: Message, key: str) -> Callable[[Fault], Problem]:
    def problem(fault: Fault) -> Problem:
        what, hint = fault
        return commission.places.of_record(what, "message", message.id, key=key, hint=hint)

    return problem


def _no_sender(commission: Commission, message: Message) -> Problem:
    county = message.county or ""
    what = Said(f"没有写“{county}”的落款和短信签名", f"nobody says how {county} signs") if county else _NO_OFFICE
    hint = Said("在 messages.yml 的 senders 里加上", "add it to senders in messages.yml")
    return commission.places.of_record(what, "message", message.id, key="county", hint=hint)


_NO_OFFICE = Said("没有写全州的落款和短信签名", "nobody says how the office of the whole campaign signs")


def too_long(one: Composed, plan: MessagesFile) -> Iterator[Fault]:
    """What its channel would cut, refuse or charge more for than the office wants."""
    if one.channel == "sms":
        counted = sms(one.text)
        if counted.parts > plan.sms_parts:
            yield _long_sms(one, counted.units, counted.parts, plan.sms_parts)
        return
    limits = LIMITS.get(one.channel)
    for name, text in one.texts if limits else ():
        most, length = getattr(limits, name), characters(text)
        if most and length > most and not (one.channel == "douyin" and name == "text"):
            part = PART_NAMES[name]
            yield (
                Said(f"{part.zh}有{length}个字，最多{most}个", f"{part.en} has {length} characters, {most} at most"),
                Said(f"删去{length - most}个字", f"take out {length - most}"),
            )


def _long_sms(one: Composed, units: int, parts: int, most: int) -> Fault:
    what = Said(
        f"连签名和退订共{units}个字，要按{parts}条计费，最多{most}条",
        f"with signature and opt-out it is {units} long and charged as {parts} parts, {most} at most",
    )
    return what, Said("写短些；或者改 sms_parts", "shorten it, or change sms_parts")


def _forbidden(one: Composed, words: Sequence[Forbidden]) -> Iterator[Fault]:
    """Words that advertising law or the office rules out, but in wordings that are right."""
    text = "\n".join(text for _, text in one.texts)
    for entry in words:
        rest = text
        for right in entry.but:
            rest = rest.replace(right, "")
        if entry.word.casefold() in rest.casefold():
            why = f"：{entry.why['zh']}" if entry.why and "zh" in entry.why else ""
            yield (
                Said(f"用了禁用词“{entry.word}”{why}", f"it uses the forbidden word {entry.word}"),
                Said(
                    "换个说法；这里用得对，就在 messages.yml 的 forbidden 里写进 but",
                    "put it otherwise; where it is right, list the wording under `but` in forbidden",
                ),
            )


def _own_words(campaign: Campaign, message: Message, language: str) -> Iterator[Fault]:
    text = "\n".join(filter(None, (message.own("title", language), message.own("text", language))))
    yield from _facts(message, text)
    yield from _signs(message, text)
    yield from _links(text)
    yield from _terms(campaign, text, language)
    yield from _claims(campaign, text, language)
    yield from _moments(campaign, message, text, language)


def _facts(message: Message, text: str) -> Iterator[Fault]:
    """Facts in braces that nobody can fill in; an article's body has no link."""
    known = [one for one in FACTS if not (message.channel == "wechat-article" and one == "link")]
    if message.subject in (TODAY, NOTICE):
        known = [one for one in known if one not in ("when", "where")]
    for name in dict.fromkeys(QUOTED.findall(text)):
        if name not in known:
            allowed = "、".join(f"{{{one}}}" for one in known)
            yield (
                Said(f"不知道“{{{name}}}”要换成什么", f"nobody knows what {{{name}}} stands for"),
                Said(f"可以用：{allowed}", f"there are: {allowed}"),
            )
    if left := BRACE.search(QUOTED.sub("", text)):
        yield (
            Said(f"“{left[0]}”不成对，会原样发出去", f"{left[0]} stands alone and would be sent as it is"),
            Said("写成半角、中间没有空格的 {where}，或者删去", "write {where} in ASCII without spaces, or take it out"),
        )


def _signs(message: Message, text: str) -> Iterator[Fault]:
    """Brackets that operators take for a second signature."""
    if message.channel == "sms" and re.search(r"[【】]", text):
        yield (
            Said("短信正文里不能有【】，只有签名用", "only the signature of a text message stands in 【】"),
            Said("签名会自动加上：删去【】", "the signature is added by itself: take them out"),
        )


def _links(text: str) -> Iterator[Fault]:
    """Addresses typed by hand: only the short one that is printed may be sent, and it is filled in."""
    for found in ADDRESS.finditer(text):
        yield (
            Said(f"不要自己写网址“{found[0]}”", f"no address is typed by hand: {found[0]}"),
            Said("写 {link}，会换成印刷用的短网址", "write {link}: it becomes the short printed address"),
        )


def _terms(campaign: Campaign, text: str, language: str) -> Iterator[Fault]:
    """Wordings that terms.yml says not to use."""
    for one in wrong_words(campaign.terms, [Text("", language, text)]) if campaign.terms else ():
        yield (
            Said(f"“{one.found}”应写“{one.term}”（terms.yml）", f"{one.found} should be {one.term} (terms.yml)"),
            None,
        )


def _claims(campaign: Campaign, text: str, language: str) -> Iterator[Fault]:
    """Words that are given as the theme or a priority and aren't what the plan says."""
    official: list[Localized] = [
        campaign.theme.official,
        *(one.official_title for one in campaign.priorities.priorities),
    ]
    known = {_bare(one[language]) for one in official}
    for found in CLAIM.finditer(text):
        if _bare(found["said"]) not in known:
            yield (
                Said(f"方案里没有这样写：“{found['said']}”", f"the plan doesn't say so: “{found['said']}”"),
                Said(
                    f"原文是“{campaign.theme.official[language]}”；不是原文就去掉引号",
                    "quote the official wording, or none",
                ),
            )


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _moments(campaign: Campaign, message: Message, text: str, language: str) -> Iterator[Fault]:
    """Days and hours that the calendar or the record knows otherwise."""
    named = list(days(text, language, year=message.at.year))
    for one in named:
        if one.contradicts_itself:
            yield (
                Said(f"“{one.text}”：日期和星期对不上", f"{one.text}: the calendar has another weekday that day"),
                None,
            )
    brief = told(campaign, message)
    known = _known_days(campaign, message, brief)
    for one in (*named, *relative_days(text, language, message.at.date())) if known else ():
        if one.day not in known:
            yield _disagrees(one.text, [f"{day:%m-%d}" for day in sorted(known)])
    clocks = _known_hours(brief)
    excused = _excused(brief, language)
    for hour in hours(text) if clocks else ():
        if not hour.may_be & clocks and not any(hour.may_be & other.may_be for other in hours(excused)):
            yield _disagrees(hour.text, [f"{clock:%H:%M}" for clock in sorted(clocks)])


def _disagrees(text: str, known: Sequence[str]) -> Fault:
    shown = ", ".join(known[:8])
    return (
        Said(f"“{text}”和资料不一致，资料是 {shown}", f"{text} disagrees with the record, which says {shown}"),
        Said("写 {when}，会换成资料里的时间", "write {when}: it becomes what the record says"),
    )


def _known_days(campaign: Campaign, message: Message, brief: Brief | None) -> frozenset[date]:
    """The days that words about a subject may name; none where any may be."""
    if message.subject == TODAY:
        return frozenset({message.at.date()})
    if brief is None or not brief.when or (brief.official and brief.official.leads):
        return frozenset()
    own = {day for one in brief.when for day in days_of(one.starts, one.ends)}
    told_of = {day.day for tag in campaign.languages for day in days(_excused(brief, tag), tag, year=message.at.year)}
    return frozenset(own | told_of | _previous(campaign, brief))


def _previous(campaign: Campaign, brief: Brief) -> set[date]:
    """The day that an event stood on before it was put off, which its news may name."""
    record = campaign.record(brief.kind, brief.id) if brief.id else None
    before = record.previously if isinstance(record, OutreachEvent) else None
    return {before.date() if isinstance(before, datetime) else before} if before else set()


def _known_hours(brief: Brief | None) -> frozenset[time]:
    """The hours of something that takes place; none where it has none, or gathers others that have theirs."""
    if brief is None or brief.events is not None:
        return frozenset()
    ends = (end for one in brief.when for end in (one.starts, one.ends))
    return frozenset(end.time() for end in ends if isinstance(end, datetime))


def _excused(brief: Brief | None, language: str) -> str:
    """What the record says of its own change: its hours and days may be told."""
    return brief.state.change[language] if brief and brief.state.change else ""
