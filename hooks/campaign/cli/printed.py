"""`campaign printed`: note in the ledger what was ordered, hung up and taken down."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from campaign.cli import project
from campaign.cli.command import Arguments, Command, Options
from campaign.cli.hands import Hands, UnknownHandError
from campaign.core.console import say
from campaign.core.problems import CampaignDataError, Message, Place, Problem
from campaign.core.typed import typed
from campaign.paper import ledger
from campaign.paper.ledger import STATES, Ledger
from campaign.paper.marking import Marking, Said, UnmadeError, Word, last_made, named
from campaign.read.ticks import COLUMNS, Tick, read_ticks

BY = Place("campaign printed --by")
LISTS = (".csv", ".xlsx", ".xlsm", ".txt")
CALLED = {state: " ".join(COLUMNS[state]) for state in STATES}
"""As the columns of the list are headed."""
COMMAS = re.compile("[,，、;；]")
OLD_LISTS = (".xls", ".et", ".ett", ".ods", ".numbers")
"""Workbooks that can be saved as one that is read."""


def run(options: Options) -> int:
    """Read lists and names, and note all of it or, with every problem told, nothing."""
    folder = options.data
    reading = project.reading(folder)
    today = project.context(reading).today
    known = project.known(folder)
    hands = Hands(reading.campaign, known)
    lists = [Path(one) for one in options.what if one.lower().endswith(LISTS)]
    rows: list[Tick] = []
    problems: list[Problem] = []
    for path in lists:
        try:
            rows += read_ticks(path, today=today)
        except CampaignDataError as error:
            problems += error.problems
    names = [one for one in options.what if not one.lower().endswith(LISTS)]
    words = [one for word in _words(options, known, names, problems) for one in _in_hands(hands, word, BY, problems)]
    marking = Marking(known, today)
    found = [mark for row in rows for mark in _noted(marking, hands, row, problems)]
    if problems:
        raise CampaignDataError(problems)
    found += [mark for word in words for mark in marking.note(word)]
    now = ledger.append(folder, known, [*found, *project.seal(folder, known.with_more(found))]) if found else known
    _keep_copy(now)
    _tell(now, known, said=bool(rows or words))
    return 0


def _keep_copy(now: Ledger) -> None:
    """It is noted all the same where the last release can't be written to; said again, the command tries again."""
    try:
        ledger.keep_copy(now, project.RELEASE)
    except OSError as error:
        say(f"提醒 reminder: {UNCOPIED}: {error}", sys.stderr)


def _in_hands(hands: Hands, word: Word, place: Place, problems: list[Problem]) -> list[Word]:
    try:
        return list(hands.words(word))
    except UnknownHandError as unknown:
        problem = Problem(place, unknown.what, hint=unknown.hint)
        problems += [] if problem in problems else [problem]
        return []


def _noted(marking: Marking, hands: Hands, row: Tick, problems: list[Problem]) -> list[ledger.Mark]:
    word = Word(path=row.path, state=row.state, editions=row.editions, by=row.by, day=row.day, said=Said.LISTED)
    try:
        return [mark for one in _in_hands(hands, word, row.place, problems) for mark in marking.note(one)]
    except UnmadeError as unmade:
        problems.append(Problem(row.place, _unmade(unmade)))
        return []


def _unmade(unmade: UnmadeError) -> Message:
    path, known = unmade.word.path, "、".join(map(str, unmade.known))
    if known:
        return Message(
            f"{path} 没有做过这一版；做过的版次：{known}", f"{path} was never made in this edition: there are {known}"
        )
    return Message(f"没有发布过 {path} 这个文件", f"no release made a file {path}")


def _words(options: Options, known: Ledger, names: list[str], problems: list[Problem]) -> Iterator[Word]:
    """What is said by the names of sheets, or of all of them, with one state."""
    if options.all:
        for path in last_made(known, _released(known)):
            yield Word(path=path, state=options.state, by=options.by, said=Said.ALL)
    paths: list[str] = []
    for name in (one for given in names for one in _single(known, given)):
        meant = named(known, name)
        paths += meant
        if not meant:
            old = name.lower().endswith(OLD_LISTS)
            what, hint = (_old(name), SAVE_AS) if old else (_unknown(name), HOW)
            problems.append(Problem(Place("campaign printed"), what, hint=hint))
    if not options.what and not options.all:
        what = Message(
            "没有说是哪些：给出登记表、文件名、短码或 --all", "nothing is named: give a list, files or --all"
        )
        problems.append(Problem(Place("campaign printed"), what, hint=HOW))
    for path in dict.fromkeys(paths):
        yield Word(path=path, state=options.state, by=options.by)


def _single(known: Ledger, typed: str) -> list[str]:
    """What was typed, or where that is no name but several with commas between them, each of these."""
    if named(known, typed):
        return [typed]
    return [one.strip() for one in COMMAS.split(typed) if one.strip()] or [typed]


def _released(known: Ledger) -> list[str] | None:
    """The files of the last release; None where release/ isn't there, can't be read, or isn't of this ledger."""
    try:
        said = json.loads((project.RELEASE / "manifest.json").read_text("utf-8"))
        head = ledger.Head(said["ledger"]["serial"], said["ledger"]["chain"])
        paths = [str(one["path"]).removeprefix("site/") for one in said["files"]]
        return paths if known.sealed.holds(head) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _unknown(name: str) -> Message:
    return Message(f"没有发布过“{name}”", f"no release made {name!r}")


def _old(name: str) -> Message:
    return Message(f"“{name}”这种格式的表格读不了", f"{name!r} is a workbook of a format that isn't read")


SAVE_AS = Message(
    "在 WPS 或 Excel 里打开，另存为 xlsx 或 CSV，再登记那一个", "save it as xlsx or CSV and give that one"
)
HOW = Message(
    "用 release/ 文件夹里的 printed.csv，或写 PDF 的名字、标题、海报上的短码、编号；先发布（make release）再登记",
    "take printed.csv from release/, or name a PDF, a title, the short code on the poster or an id; release first",
)


UNCOPIED = Message(
    "release/ 里的台账没有更新（文件可能正打开着），关掉后再运行一次这个命令",
    "the ledger in release/ wasn't brought up to date (a file may be open): close it and run this command again",
)


def _tell(now: Ledger, before: Ledger, *, said: bool) -> None:
    added = now.added_to(before)
    for state in STATES:
        count = len({(e.path, e.edition, e.by) for e in added if isinstance(e, ledger.Mark) and e.state == state})
        if count:
            say(f"已登记 noted: {CALLED[state]} {count}", sys.stdout)
    if not said:
        say("没有一行打了勾，什么也没有登记 · nothing is ticked, and nothing was noted", sys.stdout)
    elif not added:
        say("都登记过了，台账没有变化 · all of it was noted before", sys.stdout)
    say(f"接下来 next: {typed('reprint')}", sys.stdout)


def _arguments(parser: Arguments) -> None:
    parser.add_argument(
        "what",
        nargs="*",
        metavar="FILE",
        help="登记表（csv、xlsx），或文件名、短码、编号 · a list, or files, codes, ids",
    )
    parser.add_argument("--all", action="store_true", help="最近一次发布的全部 · every sheet of the last release")
    states = parser.add_mutually_exclusive_group()
    for state in STATES:
        states.add_argument(
            f"--{state}", dest="state", action="store_const", const=state, default="ordered", help=CALLED[state]
        )
    parser.add_argument("--by", default="", metavar="WHO", help="哪个县或单位 · which county or office")


PRINTED = Command(
    name="printed",
    output="campaign_data/ledger.jsonl",
    about="登记哪些已下单、已张贴、已取下 · note what was ordered, hung and taken down",
    run=run,
    arguments=_arguments,
)
