"""`campaign notice`: an urgent notice before every playlist, or taken back, and the packs made anew."""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, time
from pathlib import Path

from campaign import builder
from campaign.builder import host
from campaign.channels import screens
from campaign.cli.command import Arguments, Command, Options
from campaign.core.console import say
from campaign.core.places import ByName
from campaign.core.problems import CampaignDataError, Message, Place, Problem
from campaign.read import Reading, read_folder
from campaign.workshop.cache import Cache, write_whole
from campaign.workshop.making import Bench

TAGGED = re.compile(r"([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*|中文|英文)\s*([=＝:：])(.*)", re.DOTALL)
SPOKEN = {"中文": "zh", "英文": "en"}
QUOTES = "'\"‘’“”"
"""What a shell that doesn't know these quotes leaves around words."""
CLOCK = re.compile(r"(\d{1,2})[:：](\d{2})")


def run(options: Options) -> int:
    """Put a notice before every playlist, or take it back, and make the packs anew.

    It is looked at on every display first, in a copy of the data without the former one, which may be broken itself:
    CampaignDataError for one that doesn't read or fit; all stays as it was, even where this is killed half-way.
    """
    path = options.data / screens.NOTICE_FILE
    if options.clear:
        return _taken_back(path, options)
    if not options.text and not options.until:
        return _told(path)
    with tempfile.TemporaryDirectory() as scratch:
        trial = Path(scratch) / options.data.name
        shutil.copytree(options.data, trial, symlinks=True, ignore=shutil.ignore_patterns(screens.NOTICE_FILE))
        written = _text(read_folder(trial, shown_as=options.data.as_posix()), options).encode("utf-8")
        (trial / screens.NOTICE_FILE).write_bytes(written)
        count = _rehearsed(trial, options.data)
    write_whole(path, written)
    done = f"通知已排在最前：{count} 块屏 the notice stands first on {count} displays: {path.as_posix()}"
    return _packs(options, done)


def _taken_back(path: Path, options: Options) -> int:
    if not path.exists():
        say("现在没有通知 there is no notice", sys.stdout)
        say("屏上还有旧通知的，运行 make site 再拷一次 · where a display still shows one: make site", sys.stdout)
        return 0
    path.unlink()
    return _packs(options, "通知已撤下 the notice is taken back")


def _told(path: Path) -> int:
    said = path.read_text("utf-8").rstrip() if path.exists() else "现在没有通知 there is no notice"
    say(said, sys.stdout)
    return 0


def _text(reading: Reading, options: Options) -> str:
    """notice.yml as it will stand; CampaignDataError for words or times that can't be taken."""
    head = reading.campaign.campaign
    now = builder.moment(head.time_zone)
    if not options.text or not options.until:
        raise _mistake(NEEDS)
    until, since = _moment(options.until, now), _moment(options.since, now) if options.since else None
    if until <= now:
        raise _mistake(OVER)
    texts = by_language(options.text, head.languages)
    return screens.notice_text(texts, ends=until, starts=since, seconds=options.seconds, displays=options.display)


def by_language(texts: Iterable[str], languages: Collection[str]) -> Mapping[str, str]:
    """`zh=停水` by its language; words without one are for every language that has none of its own.

    A full-width sign, a colon, capitals and 中文 are taken as they were meant. CampaignDataError for two texts that
    would stand in one place.
    """
    found: dict[str, str] = {}
    for text in texts:
        tag, words = _tagged(text.strip().strip(QUOTES).strip(), languages)
        if tag in found:
            raise _mistake(Message(f"写了两次：{tag or text}", f"given twice: {tag or text}"), NEEDS)
        found[tag] = words
    plain = found.pop("", None)
    return {**(dict.fromkeys(languages, plain) if plain else {}), **found}


def _tagged(text: str, languages: Collection[str]) -> tuple[str, str]:
    """A text's language, nothing where it says none, and its words."""
    match = TAGGED.fullmatch(text)
    if match:
        known = {tag.lower(): tag for tag in languages}
        tag = SPOKEN.get(match[1], match[1])
        if tag.lower() in known or match[2] in "=＝":
            return known.get(tag.lower(), tag), match[3].strip()
    return "", text


def _moment(text: str, now: datetime) -> datetime:
    """`2024-04-22 18:00`, or `18:00` of today."""
    clock = CLOCK.fullmatch(text.strip())
    try:
        if clock:
            return datetime.combine(now.date(), time(int(clock[1]), int(clock[2])))
        return datetime.strptime(text.strip(), "%Y-%m-%d %H:%M")  # noqa: DTZ007
    except ValueError:
        raise _mistake(Message(f"看不懂的时间：{text}", f"not a time: {text}"), TIMES) from None


def _rehearsed(trial: Path, folder: Path) -> int:
    """Plan everything and make the notice's frames, so that it is known to fit; on how many displays it stands.

    trial: a copy of the data's folder with the notice in it.
    """
    job = builder.first_job(trial, shown_as=folder.as_posix())
    cache = Cache(builder.cache_folder(folder) / "screens")
    screens.rehearse_notice(job.displays, Bench(cache=cache, places=job.places or ByName()))
    return sum(any(entry.notice for entry in display.entries) for display in job.displays)


def _packs(options: Options, done: str) -> int:
    """Make the site and its packs anew, where there is a site to make, and only then say that it is done."""
    if options.no_build or not (options.data.parent / host.SETTINGS).exists():
        say(done, sys.stdout)
        say("接下来 next: make site", sys.stdout)
        return 0
    say("重新生成播放包 making the packs anew", sys.stdout)
    if host.build(options.data.parent):
        say(UNCHANGED, sys.stderr)
        return 1
    say(done, sys.stdout)
    say("播放包在 the packs are in: site/screens/*.zip", sys.stdout)
    return 0


def _mistake(what: Message, hint: Message | None = None) -> CampaignDataError:
    return CampaignDataError([Problem(Place("campaign notice"), what, hint=hint)])


NEEDS = Message(
    '要写 --text 和 --until：campaign notice --text "zh=停水" --text "en=No water" --until "2024-04-22 18:00"',
    "--text and --until are both needed, each language once",
)
UNCHANGED = (
    "播放包没有更新，屏上还是原来的：改好上面的问题，再运行 make site · "
    "the packs are as they were: mend the above, then run make site"
)
OVER = Message("结束时间已经过了", "the end is already over")
TIMES = Message("写成 2024-04-22 18:00，或者 18:00", "write 2024-04-22 18:00, or 18:00")


def _arguments(parser: Arguments) -> None:
    """What it may be told; with nothing it says what stands."""
    add = parser.add_argument
    add("--text", action="append", metavar="zh=…", help="通知的文字，每种语言一次 · the words, once for each language")
    add("--until", metavar='"2024-04-22 18:00"', help="到几点自动撤下；只写 18:00 就是今天 · when it goes by itself")
    add("--from", dest="since", metavar="…", help="从几点起放；不写就是现在 · when it begins")
    add("--display", action="append", default=[], metavar="ID", help="只放这块屏；不写就是全部 · only this display")
    add("--seconds", type=int, default=10, help="停几秒 · seconds a frame (10)")
    add("--clear", action="store_true", help="撤下通知 · take the notice back")
    add("--no-build", action="store_true", help="先不重新生成播放包 · don't make the packs anew")


NOTICE = Command(
    name="notice",
    output="campaign_data/",
    about="紧急通知：排在每块屏最前，到点自己撤下 · put an urgent notice on every display, or take it back",
    run=run,
    arguments=_arguments,
)
