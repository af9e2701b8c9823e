"""`campaign notice`: an urgent notice on pages and before every playlist, or taken back, and the site made anew."""

from __future__ import annotations

import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from campaign import builder, history
from campaign.builder import host
from campaign.channels import screens
from campaign.cli import project
from campaign.cli.command import Arguments, Command, Options
from campaign.cli.notice_mistakes import mistake, of_options
from campaign.cli.notice_words import Wanted, listed, wanted
from campaign.core.console import say
from campaign.core.language import said_in
from campaign.core.places import ByName
from campaign.core.problems import CampaignDataError, Message, Problem
from campaign.core.typed import typed
from campaign.kinds import Campaign, file_of, printed_of
from campaign.kinds.notice import subject
from campaign.kinds.publication import PublishTarget
from campaign.kinds.ready import PRESETS
from campaign.paper import ledger
from campaign.read import Reading, read_folder
from campaign.workshop.cache import Cache, write_whole
from campaign.workshop.making import Bench


def run(options: Options) -> int:
    """Put a notice on the site and before every playlist, or take it back, and make the site and its packs anew.

    It is looked at on every display first, in a copy of the data without the former one, which may be broken itself:
    CampaignDataError for one that doesn't read or fit. It is written when its site stands: whatever fails or is killed
    before, all is as it was, and no later build airs what its author gave up.
    """
    path = options.data / screens.NOTICE_FILE
    project.settle(options.data)
    if options.clear:
        return _taken_back(path, options)
    if options.list:
        return _listed(options)
    if not (options.text or options.preset or options.until):
        return _told(path)
    with tempfile.TemporaryDirectory() as scratch:
        trial = Path(scratch) / options.data.name
        shutil.copytree(options.data, trial, symlinks=True, ignore=shutil.ignore_patterns(screens.NOTICE_FILE))
        reading = read_folder(trial, shown_as=options.data.as_posix())
        campaign = reading.campaign
        asked = wanted(campaign, options, builder.moment(campaign.campaign.time_zone))
        written = _file_text(campaign, asked, options)
        (trial / screens.NOTICE_FILE).write_bytes(written.encode("utf-8"))
        try:
            job = _rehearsed(trial, options.data)
        except CampaignDataError as error:
            raise of_options(error, path=path.as_posix(), written=written) from None
    count = sum(any(entry.notice for entry in display.entries) for display in job.displays)
    done = f"{path.as_posix()}：通知写好，上网页，{count} 块屏排在最前 · on pages, and first on displays: {count}"
    said = "\n".join([done, *_own_words(asked, options), *_unchanged_records(reading, asked)])
    if not _has_site(options):
        write_whole(path, written.encode("utf-8"))
        return _unmade(said, campaign.campaign.targets)
    say(ANEW, sys.stdout)
    unwritten = builder.air(job, path, written.encode("utf-8"), site=options.data.absolute().parent / project.SITE)
    if unwritten:
        say(f"{history.UNWRITTEN}: {unwritten}", sys.stderr)
    return _made(said, campaign.campaign.targets)


def _own_words(asked: Wanted, options: Options) -> Iterator[str]:
    """Where both were given it is said which words were taken."""
    if asked.set and options.text:
        name = asked.set.called
        yield f"用的是 --text 写的话；现成的话“{name}”没有用 · the words are those of --text, not those of --preset"


def _unchanged_records(reading: Reading, asked: Wanted) -> Iterator[str]:
    """What the programme still says of what a notice moves or calls off: a notice goes, the programme stays."""
    state = {"moved": "moved", "cancelled": "cancelled"}.get(asked.set.name if asked.set else "")
    for name in asked.about if state else ():
        brief = subject(reading.campaign, name)
        if brief and printed_of(brief.kind).times:
            file = f"{reading.places.file_of(brief.kind, brief.id)}.yml" if brief.id else file_of(brief.kind)
            told = f"日程还没改：在 {file} 里给 {name} 写上 status: {state} 和 change"
            yield f"{told} · the programme is as it was: edit {file}"


def _listed(options: Options) -> int:
    """Each set of ready words, with the text that it makes."""
    campaign = read_folder(options.data, shown_as=options.data.as_posix()).campaign
    for line in listed(campaign, options, builder.moment(campaign.campaign.time_zone)):
        say(line, sys.stdout)
    return 0


def _taken_back(path: Path, options: Options) -> int:
    if not path.exists():
        say("现在没有通知 there is no notice", sys.stdout)
        say("屏上还有旧通知的，运行 make site 再拷一次 · where a display still shows one: make site", sys.stdout)
        _say_online(_targets(options))
        return 0
    path.unlink()
    said = "通知已撤下 the notice is taken back"
    if not _has_site(options):
        return _unmade(said, _targets(options))
    say(ANEW, sys.stdout)
    if host.build(options.data.parent):
        say(STILL_THERE, sys.stderr)
        return 1
    return _made(said, _targets(options))


def _targets(options: Options) -> Sequence[PublishTarget]:
    """Where the site is published; none where the data can't be read, which mustn't keep a notice from going."""
    try:
        return read_folder(options.data, shown_as=options.data.as_posix()).campaign.campaign.targets
    except CampaignDataError:
        return ()


def _told(path: Path) -> int:
    said = path.read_text("utf-8").rstrip() if path.exists() else "现在没有通知 there is no notice"
    say(said, sys.stdout)
    say(f"现成的话 ready words: {typed('notice --list')}", sys.stdout)
    return 0


def _checked_displays(campaign: Campaign, ids: Iterable[str]) -> tuple[str, ...]:
    """The displays that were named; CampaignDataError for one that isn't there."""
    known = {one.id: one.name for one in campaign.displays}
    problems: list[Problem] = []
    for name in (name for name in ids if name not in known):
        what = Message(f"没有编号是“{name}”的屏幕", f"there is no display {name}")
        there = "、".join(f"{one}（{said_in(title, 'zh')}）" for one, title in known.items())
        problems += mistake(what, Message(f"现有的：{there}", "the ids there are"), option="--display").problems
    if problems:
        raise CampaignDataError(problems)
    return tuple(dict.fromkeys(ids))


def _file_text(campaign: Campaign, wanted: Wanted, options: Options) -> str:
    """notice.yml as it will stand."""
    return screens.notice_text(
        wanted.text,
        short=wanted.short,
        about=wanted.about,
        ends=wanted.ends,
        starts=wanted.starts,
        seconds=options.seconds,
        displays=_checked_displays(campaign, options.display),
    )


def _rehearsed(trial: Path, folder: Path) -> builder.Job:
    """Plan everything and make the notice's frames, so that it is known to fit; the job of a build that shows it.

    trial: a copy of the data's folder with the notice in it.
    """
    top = folder.absolute().parent
    docs = top / project.DOCS
    job = builder.first_job(
        trial,
        shown_as=folder.as_posix(),
        docs=docs if docs.is_dir() else None,
        witnesses=ledger.witnesses(folder.absolute(), top / project.RELEASE, top / project.SITE),
        sites=history.sites(top / project.RELEASE, top / project.SITE),
    )
    cache = Cache(builder.cache_folder(folder) / "screens")
    screens.rehearse_notice(job.displays, Bench(cache=cache, places=job.places or ByName()))
    return replace(job, folder=folder.absolute())


def _has_site(options: Options) -> bool:
    """True where there is a site to make, and it is to be made."""
    return not options.no_build and (options.data.parent / host.SETTINGS).exists()


def _unmade(said: str, targets: Sequence[PublishTarget]) -> int:
    say(said, sys.stdout)
    say("接下来 next: make site", sys.stdout)
    _say_online(targets)
    return 0


def _made(said: str, targets: Sequence[PublishTarget]) -> int:
    say(said, sys.stdout)
    say("播放包在 the packs are in: site/screens/*.zip", sys.stdout)
    _say_online(targets)
    return 0


def _say_online(targets: Sequence[PublishTarget]) -> None:
    """What the public sees online is the last site that was published, whatever was made since."""
    if targets:
        say("公众上网看到的还没有变，要接着运行 · online nothing has changed yet; now run:", sys.stdout)
        say("  make release", sys.stdout)
    for one in targets:
        say(f"  make publish TARGET={one.name if one.name.isalnum() else shlex.quote(one.name)}", sys.stdout)


ANEW = "重新生成网站和播放包 making the site and its packs anew"
STILL_THERE = (
    "site/ 和播放包没有更新，网页和屏上还有旧通知：改好上面的问题，再运行 make site · "
    "site/ and its packs are as they were and still show the notice: mend the above, then run make site"
)
NAMES = "、".join(one.called for one in PRESETS)


def _arguments(parser: Arguments) -> None:
    """What it may be told; with nothing it says what stands."""
    add = parser.add_argument
    add("--text", action="append", default=[], metavar="zh=…", help="文字，每种语言一次；急了只写中文 · the words")
    add("--short", action="append", default=[], metavar="zh=…", help="屏上放不下时用的短句 · fewer words for displays")
    add("--preset", metavar="|".join(one.name for one in PRESETS), help=f"现成的话：{NAMES} · ready words")
    add(
        "--about",
        action="append",
        default=[],
        metavar="ID",
        help="哪场活动、哪个县（市）、exhibition · what it is about",
    )
    add("--to", action="append", default=[], metavar="…", help="改到哪里、什么时候 · the new place or time")
    add("--list", action="store_true", help="看看现成的话 · show the ready words")
    add("--until", metavar='"2024-04-22 18:00"', help="到几点自动撤下；只写 18:00 就是今天 · when it goes by itself")
    add("--from", dest="since", metavar="…", help="从几点起放；不写就是现在 · when it begins")
    add("--display", action="append", default=[], metavar="ID", help="只放这块屏；不写就是全部 · only this display")
    add("--seconds", type=int, default=10, help="停几秒 · seconds a frame (10)")
    add("--clear", action="store_true", help="撤下通知 · take the notice back")
    add("--no-build", action="store_true", help="先不重新生成播放包 · don't make the packs anew")


NOTICE = Command(
    name="notice",
    output="campaign_data/、site/",
    about="紧急通知：上网页、排在每块屏最前，到点自己撤下 · an urgent notice on pages and displays, or take it back",
    run=run,
    arguments=_arguments,
)
