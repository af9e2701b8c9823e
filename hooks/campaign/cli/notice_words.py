"""What a notice says: words as they were typed at the command, or ready ones, and the times between which they hold."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from campaign.channels.screens import showable
from campaign.cli import typed_times
from campaign.cli.command import Options
from campaign.cli.notice_mistakes import mistake
from campaign.core.language import Lent, Localized, said_in
from campaign.core.problems import CampaignDataError, Message
from campaign.core.times import begins_and_ends
from campaign.core.typed import typed
from campaign.kinds import Campaign
from campaign.kinds.notice import named, subject
from campaign.kinds.ready import PRESETS, Preset, Ready, To, movable, next_time, preset, ready
from campaign.say.script import is_han, written_in_han

TAGGED = re.compile(r"([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*|中文|英文)\s*([=＝:：])(.*)", re.DOTALL)
SPOKEN = {"中文": "zh", "英文": "en"}
QUOTES = "'\"‘’“”"
"""What a shell that doesn't know these quotes leaves around words."""
MOST_NAMED = 8
"""How many things of like names a message lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A notice as it was asked for. text, short: words by language; about: ids; set: the ready words that were used."""

    text: Mapping[str, str]
    short: Mapping[str, str]
    about: tuple[str, ...]
    starts: datetime | None
    ends: datetime
    set: Preset | None


def wanted(campaign: Campaign, options: Options, now: datetime) -> Wanted:
    """What the options say; CampaignDataError, in the words of the options, for what can't be taken."""
    about = tuple(dict.fromkeys(meant(campaign, typed) for typed in options.about))
    which, words = _ready(campaign, options, about, now) if options.preset else (None, None)
    text = by_language(options.text, campaign.languages, option="--text") or (words.text if words else {})
    ends = moment(options.until, now, "--until") if options.until else _end(campaign, about, which, now)
    if not text or not ends:
        raise _lacking(options, which)
    if ends <= now:
        raise _over(ends, now, options)
    return Wanted(
        text=text,
        short=_short(campaign, options, words if not options.text else None),
        about=about,
        starts=moment(options.since, now, "--from") if options.since else None,
        ends=ends,
        set=which,
    )


def _short(campaign: Campaign, options: Options, words: Ready | None) -> Mapping[str, str]:
    """The line for displays, as it was typed, else the ready one; CampaignDataError where neither can be shown."""
    short = {**(words.short if words else {}), **by_language(options.short, campaign.languages, option="--short")}
    lacking = [tag for tag in (words.text if words else ()) if tag not in short]
    if lacking and campaign.displays:
        hint = " ".join(f'--short "{tag}=…"' for tag in lacking)
        raise mistake(LONG, Message(f"自己写一句短的，说清是哪一场：{hint}", "write fewer words"), option="--short")
    return short


def _lacking(options: Options, which: Preset | None) -> CampaignDataError:
    """Which of the words and the end isn't said, and an example of that alone."""
    if which:
        what = Message(f"“{which.called}”还要写 --until：到几点自动撤下", f"{which.name} needs --until")
        return mistake(what, TIMES, option=f"--preset {which.name} --until")
    if options.text:
        what = Message("还要写 --until：到几点自动撤下", "--until is missing: when it goes by itself")
        return mistake(what, TIMES, option="--until")
    what = Message("还没有写通知的话", "the notice has no words yet")
    return mistake(what, NEEDS, option="--text")


def _over(ends: datetime, now: datetime, options: Options) -> CampaignDataError:
    """The end as it was understood, which time it is now, and what to type instead."""
    what = Message(
        f"结束时间 {ends:%Y-%m-%d %H:%M} 已经过了，现在是 {now:%Y-%m-%d %H:%M}",
        f"the end is already over: {ends:%Y-%m-%d %H:%M}, and now it is {now:%Y-%m-%d %H:%M}",
    )
    return mistake(what, LATER if options.until else AGAIN, option="--until")


def listed(campaign: Campaign, options: Options, now: datetime) -> Iterable[str]:
    """Each set of ready words with what it makes of the options, or of the campaign's next event."""
    about = [meant(campaign, typed) for typed in options.about] or _example(campaign, now)
    brief = subject(campaign, about[0]) if about else None
    for one in PRESETS:
        place = Localized.same("……", campaign.languages)
        to = _to(options.to, campaign, now) or place if one.to else None
        made = ready(campaign, one, brief, to, now=now, fits=showable)
        yield f"--preset {one.name}  {one.called}  {one.meaning}{_needs(one)}"
        yield from (f"    {text}" for text in made.text.values())


def by_language(texts: Iterable[str], languages: Collection[str], *, option: str = "--text") -> Mapping[str, str]:
    """`zh=停水` by its language; words without one are for every language that has none of its own.

    A full-width sign, a colon, capitals and 中文 are taken as they were meant. CampaignDataError for two texts that
    would stand in one place.
    """
    found: dict[str, str] = {}
    for text in texts:
        tag, words = _tagged(text.strip().strip(QUOTES).strip(), languages)
        if tag in found:
            raise mistake(Message(f"写了两次：{tag or text}", f"given twice: {tag or text}"), NEEDS, option=option)
        found[tag] = words
    plain = found.pop("", "")
    return {**(dict.fromkeys(_speaking(plain, languages), plain) if plain else {}), **found}


def _speaking(text: str, languages: Collection[str]) -> list[str]:
    """The languages that a text can be in; all of them where nobody can tell."""
    han = [tag for tag in languages if written_in_han(tag)] if is_han(text) else []
    return han or list(languages)


def _tagged(text: str, languages: Collection[str]) -> tuple[str, str]:
    """A text's language, nothing where it says none, and its words."""
    match = TAGGED.fullmatch(text)
    if match:
        known = {tag.lower(): tag for tag in languages}
        tag = SPOKEN.get(match[1], match[1])
        if tag.lower() in known or match[2] in "=＝":
            return known.get(tag.lower(), tag), match[3].strip()
    return "", text


def moment(text: str, now: datetime, option: str) -> datetime:
    """A time as people type it, of today where no day is said; CampaignDataError for anything else."""
    found = typed_times.read(text, now)
    if found is None:
        raise mistake(Message(f"看不懂的时间：{text}", f"not a time: {text}"), TIMES, option=option)
    return found


def meant(campaign: Campaign, typed: str) -> str:
    """The id of what a notice is about: typed as it is, as its page's address, or as its title or a part of it."""
    typed = typed.strip().strip(QUOTES)
    last = typed.split("#")[0].removesuffix("index.html").rstrip("/").rpartition("/")[2]
    titled = dict(named(campaign))
    known = [(name, {*title.values()}) for name, title in named(campaign)]
    for found in (
        [name for name, _ in known if name in (typed, last)],
        [name for name, titles in known if typed in titles],
        [name for name, titles in known if any(typed in title for title in titles)],
    ):
        if len(set(found)) == 1:
            return found[0]
        if found:
            break
    near = "；".join(f"{name}（{said_in(titled[name], 'zh')}）" for name in found[:MOST_NAMED])
    what = Message(f"不知道“{typed}”是哪一场、哪个地方", f"nobody knows which one {typed} is")
    hint = Message(f"和它像的：{near}", "these are like it") if near else ABOUT
    raise mistake(what, hint, option="--about")


def _ready(campaign: Campaign, options: Options, about: tuple[str, ...], now: datetime) -> tuple[Preset, Ready]:
    """The ready words that were asked for; CampaignDataError that names each option they need besides."""
    which = preset(options.preset)
    if which is None:
        allowed = "、".join(f"{one.name}（{one.called}）" for one in PRESETS)
        what = Message(f"没有叫“{options.preset}”的现成的话", f"there are no ready words called {options.preset}")
        raise mistake(what, Message(f"只有：{allowed}", "choose one of these"), option="--preset")
    brief = subject(campaign, about[0]) if about else None
    to = _to(options.to, campaign, now)
    lacking = [
        name
        for name, needed, given in (("--about", which.about, brief), ("--to", which.to, to))
        if needed and not given
    ]
    if lacking:
        names = " ".join(lacking)
        what = Message(f"“{which.called}”还要写 {' 和 '.join(lacking)}", f"{which.name} needs {' and '.join(lacking)}")
        raise mistake(what, HINTS[lacking[0]], option=f"--preset {which.name} {names}")
    if to is not None and not (brief and movable(brief)):
        raise mistake(UNMOVABLE, HINTS["--about"], option="--to")
    if to is not None and not which.shifts:
        raise mistake(Message(f"“{which.called}”不用写 --to", f"{which.name} takes no --to"), option="--to")
    return which, ready(campaign, which, brief, to, now=now, fits=showable)


def _to(typed: Iterable[str], campaign: Campaign, now: datetime) -> To | None:
    """A time where it reads as one, else a place, in whichever languages it was given."""
    texts = [text.strip() for text in typed if text.strip()]
    if not texts:
        return None
    given = by_language(texts, campaign.languages, option="--to")
    times = {typed_times.read(text, now) for text in given.values()}
    if len(times) == 1 and (found := times.pop()):
        return found
    unread = next((text for text in given.values() if typed_times.like_one(text)), "")
    if unread:
        what = Message(f"像是时间，可是看不懂：{unread}", f"this looks like a time that can't be read: {unread}")
        raise mistake(what, TO_HINT, option="--to")
    return Lent(given, campaign.languages)


def _end(campaign: Campaign, about: tuple[str, ...], which: Preset | None, now: datetime) -> datetime | None:
    """When ready words go where nobody says it: with what they are about."""
    brief = subject(campaign, about[0]) if about and which else None
    span = next_time(brief, now) if brief else None
    return begins_and_ends(span.starts, span.ends)[1] if span else None


def _example(campaign: Campaign, now: datetime) -> list[str]:
    """The next event, else the last one."""
    coming = [one for one in campaign.events if begins_and_ends(one.starts, one.ends)[1] > now]
    return [one.id for one in (coming or campaign.events[-1:])[:1]]


def _needs(one: Preset) -> str:
    needs = [name for name, needed in (("--about", one.about), ("--to", one.to)) if needed]
    return f"（要写 needs {' '.join(needs)}）" if needs else ""


NEEDS = Message(
    f'写上 --text "zh=停水" --text "en=No water"；来不及翻译可以只写中文；现成的话看 {typed("notice --list")}',
    "give --text, each language once; Chinese alone will do in an emergency; "
    f"for ready words see {typed('notice --list')}",
)
AGAIN = Message("这是活动自己的结束时间：写上 --until", "that is when the event itself ends: give --until")
LONG = Message("标题太长，屏上放不下", "the title is too long for displays")
LATER = Message(
    "写晚一点的时间；不是今天的，连年月日一起写，例如 2024-04-22 18:00；下午六点写成 18:00",
    "give a later time; with its day where that isn't today, such as 2024-04-22 18:00; 6 p.m. is 18:00",
)
TIMES = Message("写成 2024-04-22 18:00，今天的可以只写 18:00", "write 2024-04-22 18:00, or 18:00 for today")
ABOUT = Message(
    "写活动、县（市）的编号、标题，或者把它的网址粘过来；广场展示写 exhibition",
    "give the id, the title or the address of the page of an event or a county; exhibition for the exhibition",
)
UNMOVABLE = Message("--to 只用于有时间、有地点的一场活动或者广场展示", "--to is for one event, or the exhibition")
TO_HINT = Message(
    '新地点写 --to "zh=县体育馆" --to "en=County Gymnasium"，新时间写 --to "2024-04-23 09:00"；'
    "地点和时间都变，用 --text 自己写",
    'a place is --to "zh=…" --to "en=…", a time is --to "2024-04-23 09:00"; for both use --text',
)
HINTS: Mapping[str, Message] = {"--about": ABOUT, "--to": TO_HINT}
"""How to give what ready words lack."""
