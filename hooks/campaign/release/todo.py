"""The plan of work before a release: what is in the way, by cause and county, on the console and in files."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from campaign.core.cells import csv_cell
from campaign.core.language import said_in
from campaign.core.problems import ADD, Console, Message, Problem
from campaign.read import Reading
from campaign.release import causes
from campaign.release.causes import Cause, Obstacle
from campaign.workshop.cache import write_whole

SHOWN = 3
"""So many of each cause are shown on the console; the file has all."""
COMMON = Message("不分县（市）", "not of one county")
DONE, NEXT = Message("没有什么挡着发布", "nothing stands in the way"), "make release"
HOW = Message("怎么办", "how")
WHOLE = Message("全部清单，按县（市）分好，可以用 WPS 打开、转发", "the whole list, county by county")
REMINDERS = Message("提醒：不挡发布，请再看一眼", "notes: they keep nothing back; look at them once more")
TEXT, TABLE = "release-todo.txt", "release-todo.csv"
HEAD = ("县（市） county", "要做的事 what", "文件 file", "行 line", "哪里 where", "怎么办 how", "完成 done")
OPEN = Message(
    "没有更新，多半是在 WPS 里开着：关掉，再运行一次",
    "wasn't written: close it in WPS, run this again",
)
BOM = "\ufeff"


@dataclass(frozen=True, kw_only=True)
class Todo:
    """Everything in the way of a release, and what is worth a second look.

    counties: what each county is called, by its id; county_of: the id of the county whose a problem is.
    """

    obstacles: Sequence[Obstacle]
    reminders: Sequence[Problem] = ()
    counties: Mapping[str, Message] = field(default_factory=dict)
    county_of: Callable[[Problem], str] = lambda problem: ""

    @property
    def by_cause(self) -> Mapping[Cause, list[Problem]]:
        """The problems of each cause, both in the order of work."""
        found: defaultdict[Cause, list[Problem]] = defaultdict(list)
        for one in sorted(self.obstacles, key=lambda one: (one.cause.place, one.problem.order)):
            found[one.cause].append(one.problem)
        return found

    def by_county(self, problems: Iterable[Problem]) -> Mapping[str, list[Problem]]:
        """Problems by county, in the campaign's order, what is of no county first; those without any left out."""
        found: defaultdict[str, list[Problem]] = defaultdict(list)
        for problem in problems:
            found[self.county_of(problem)].append(problem)
        order = ["", *self.counties, *sorted(found.keys() - {"", *self.counties})]
        return {county: found[county] for county in order if county in found}

    def name_of(self, county: str) -> Message:
        """What a county is called."""
        return self.counties.get(county, Message(county, county)) if county else COMMON


def todo(obstacles: Sequence[Obstacle], reminders: Iterable[Problem], reading: Reading) -> Todo:
    """The plan of work of a campaign that could be read."""
    counties = reading.campaign.counties.counties
    return Todo(
        obstacles=obstacles,
        reminders=sorted(reminders, key=lambda problem: problem.order),
        counties={one.id: Message(said_in(one.name, "zh"), said_in(one.name, "en")) for one in counties},
        county_of=lambda problem: reading.places.county_at(problem.place),
    )


def unreadable(problems: Iterable[Problem]) -> Todo:
    """The plan of work where the data has mistakes: those first, by the file of each county."""
    return Todo(
        obstacles=[Obstacle(causes.DATA, problem) for problem in problems],
        county_of=lambda problem: Path(problem.place.path).stem if "/outreach/" in problem.place.path else "",
    )


def told(plan: Todo, console: Console, *, output: str, then: str = NEXT) -> Iterator[str]:
    """The plan as lines for a console, each step with its first few problems.

    output: what stays as it was; then: the command to run where nothing is in the way, empty where it is running.
    """
    steps = plan.by_cause
    if steps:
        noun = "step" if len(steps) == 1 else "steps"
        yield console.sentence(Message(f"离发布还差 {len(steps)} 步", f"{len(steps)} {noun} to release"), " / ")
    for number, (cause, problems) in enumerate(steps.items(), 1):
        yield ""
        name = Message(f"{cause.name.zh}：{len(problems)} 处", f"{cause.name.en}: {len(problems)}")
        yield f"{number}. {console.sentence(name)}"
        yield from _counted(plan, problems, console)
        yield from _first(problems, console, cause.how)
        yield f"   {console.sentence(HOW, ' ')}: {console.sentence(cause.how)}"
    if plan.reminders:
        yield ""
        yield console.sentence(REMINDERS)
        yield from _first(plan.reminders, console, None)
    yield ""
    if steps:
        yield f"{console.sentence(WHOLE)}: {TEXT}, {TABLE}"
        yield console.sentence(_total(len(plan.obstacles), output), " ")
    else:
        yield console.sentence(DONE) + (f". {console.sentence(Message('接下来', 'next'), ' ')}: {then}" if then else "")


def _total(count: int, output: str) -> Message:
    noun = "thing" if count == 1 else "things"
    return Message(f"共 {count} 处，{output} 未改动。", f"{count} {noun}; {output} is unchanged.")


def _counted(plan: Todo, problems: Sequence[Problem], console: Console) -> Iterator[str]:
    """How many each county has, where any is a county's."""
    found = plan.by_county(problems)
    if found.keys() - {""}:
        names = {county: plan.name_of(county) for county in found}
        told = {county: name.zh if console.has_chinese else console.shown(name.en) for county, name in names.items()}
        yield "   " + ", ".join(f"{told[county]} {len(some)}" for county, some in found.items())


def _first(problems: Sequence[Problem], console: Console, how: Message | None) -> Iterator[str]:
    """The first few, those that are mended in a way of their own with their lines; how: what mends the others."""
    for problem in problems[:SHOWN]:
        said = console.block(problem) if _by_itself(problem, how) else _line(problem, console)
        yield from (f"   {line}" for line in said.splitlines())
    rest = len(problems) - SHOWN
    if rest > 0:
        yield f"   {console.sentence(Message(f'还有 {rest} 处', f'and {rest} more'))}"


def _by_itself(problem: Problem, how: Message | None) -> bool:
    """True where more is to be said of a problem than of all of its cause."""
    return bool(problem.fix or problem.also or problem.add or (problem.hint and problem.hint != how))


def _line(problem: Problem, console: Console) -> str:
    return f"{console.shown(str(problem.place))}: {console.sentence(problem.what)}"


def write(plan: Todo, folder: Path, *, title: str, today: date | None = None) -> list[str]:
    """Everything in the way as a text and as a table, county by county; both go where nothing is.

    Gives the names of those that another program keeps from being written, as WPS does with what it has open.
    """
    contents = {TEXT: "\r\n".join([*text_of(plan, title=title, today=today), ""]), TABLE: table_of(plan)}
    return [name for name, text in contents.items() if not _written(folder / name, text if plan.obstacles else "")]


def _written(path: Path, text: str) -> bool:
    """Write a text, or take its file away where there is none; False where that can't be done."""
    try:
        if text:
            write_whole(path, (BOM + text).encode("utf-8"))
        else:
            path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def text_of(plan: Todo, *, title: str, today: date | None = None) -> Iterator[str]:
    """The lines of the whole plan: a chapter for each county that can be sent to it alone."""
    yield f"{title}：发布前要做的事 before the release"
    yield f"{today.isoformat() if today else ''}　{len(plan.by_cause)} 步 steps，{len(plan.obstacles)} 处 things"
    for county, chapter in _chapters(plan).items():
        count = sum(len(problems) for problems in chapter.values())
        name = plan.name_of(county)
        yield from ("", "=" * 60, f"{name.zh} {name.en}（{count}）", "=" * 60)
        for cause, problems in chapter.items():
            yield from ("", f"【{cause.name.zh}】{cause.name.en}（{len(problems)}）", f"    {cause.how}")
            yield from (line for problem in problems for line in _item(problem, cause.how))
    if plan.reminders:
        yield from ("", "=" * 60, str(REMINDERS), "=" * 60)
        yield from (line for problem in plan.reminders for line in _item(problem, None))


def _item(problem: Problem, how: Message | None) -> Iterator[str]:
    """One thing to tick off; how: what mends the others of its cause."""
    yield f"  □ {problem.place}"
    yield f"      {problem.what}"
    yield from (f"      同样 same in: {place}" for place in problem.also)
    if problem.fix.strip():
        yield f"      改为 fix: {problem.fix.strip()}"
    if problem.hint and problem.hint != how:
        yield f"      提示 hint: {problem.hint}"
    if problem.add:
        yield f"      {ADD.zh} {ADD.en}:"
        yield from (f"        {line}" for line in problem.add)


def _chapters(plan: Todo) -> Mapping[str, Mapping[Cause, list[Problem]]]:
    """The problems by county, and within by cause."""
    cause_of = {one.problem: one.cause for one in plan.obstacles}
    ordered = [problem for problems in plan.by_cause.values() for problem in problems]
    found: dict[str, dict[Cause, list[Problem]]] = {}
    for county, problems in plan.by_county(ordered).items():
        for problem in problems:
            found.setdefault(county, {}).setdefault(cause_of[problem], []).append(problem)
    return found


def table_of(plan: Todo) -> str:
    """The same as CSV (RFC 4180), one row a thing, with a column to tick off."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(HEAD)
    for county, chapter in _chapters(plan).items():
        for cause, problems in chapter.items():
            writer.writerows([csv_cell(text) for text in _row(plan.name_of(county), cause, one)] for one in problems)
    return stream.getvalue()


def _row(county: Message, cause: Cause, problem: Problem) -> Iterator[str]:
    yield f"{county.zh} {county.en}"
    yield str(cause.name)
    yield problem.place.path
    yield str(problem.place.line or "")
    yield str(problem.what)
    how = f"改为 fix: {problem.fix.strip()}" if problem.fix.strip() else str(problem.hint or cause.how)
    yield "\n".join((how, *problem.add))
    yield ""
