"""`campaign new`: the draft of a campaign's folder from an office's own plan."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from campaign.cli import project
from campaign.cli.command import Arguments, Command, Options
from campaign.core.console import say
from campaign.core.problems import CampaignDataError, Message, Place, Problem, console
from campaign.core.typed import typed
from campaign.kinds.schema import schemas
from campaign.paper import ledger
from campaign.read.plan import Plan, UnreadablePlanError, drafted, find_plan, paragraphs_of
from campaign.workshop.cache import write_whole

TAKEN = Message("这个文件夹里已经有东西了", "this folder isn't empty")
ELSEWHERE = Message("换一个还没有的文件夹名字", "name a folder that isn't there yet")
NO_PLAN = Message("没有这个文件", "there is no such file")
WHERE = Message("看看文件名和文件夹写对没有", "check its name and its folder")
FOUND, MISSING, UNSURE = (
    Message("找到的", "found"),
    Message("没有找到的（写成 TODO，或没有写）", "not found (TODO, or left out)"),
    Message("拿不准的，请对着原文看", "not sure: compare with the plan"),
)
PARTS: tuple[tuple[str, Message], ...] = (
    ("name", Message("活动名称", "name")),
    ("week", Message("活动时间", "days")),
    ("theme", Message("活动主题", "theme")),
    ("priorities", Message("宣传重点", "priorities")),
    ("activities", Message("具体活动", "activities")),
    ("places", Message("进哪些场所", "kinds of place")),
    ("forms", Message("工作形式", "forms of work")),
    ("counties", Message("县（市、区）名单", "counties")),
    ("report", Message("报送材料的期限", "day to hand in")),
    ("contact", Message("联系人", "contact")),
    ("phone", Message("单位座机", "office phone")),
    ("number", Message("发文字号", "document number")),
    ("issuer", Message("印发单位", "issuing office")),
    ("issued", Message("成文日期", "day of signature")),
)
"""What a plan may give away, by its name in `Plan`, in the order it is told."""
LONGEST = 60


def run(options: Options) -> int:
    """Draft the folder; CampaignDataError where it isn't empty, or no text can be had of the plan."""
    folder: Path = options.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CampaignDataError([Problem(Place(folder.as_posix()), TAKEN, hint=ELSEWHERE)])
    plan = _plan(options.plan)
    files = drafted(plan)
    (folder / "schema").mkdir(parents=True, exist_ok=True)
    for name, text in {**files, **{f"schema/{name}": text for name, text in schemas().items()}}.items():
        write_whole(folder / name, text.encode("utf-8"))
    for line in _told(plan):
        say(line, sys.stdout)
    say(f"已写 wrote: {folder.as_posix()}/ ({len(files)})", sys.stdout)
    _start(folder)
    return 0


def _plan(path: Path) -> Plan:
    if not path.is_file():
        raise CampaignDataError([Problem(Place(path.as_posix()), NO_PLAN, hint=WHERE)])
    try:
        return find_plan(paragraphs_of(path, path.read_bytes()))
    except UnreadablePlanError as error:
        raise CampaignDataError([Problem(Place(path.as_posix()), error.what, hint=error.hint)]) from None


def _told(plan: Plan) -> Iterator[str]:
    """What was found, what wasn't, and what a person must look at, each with the sentence it is from."""
    there = [(said, getattr(plan, name)) for name, said in PARTS if getattr(plan, name)]
    yield f"{FOUND}:"
    yield from (f"  {said}: {_shown(value)}" for said, value in there)
    if lacking := [said for name, said in PARTS if not getattr(plan, name)]:
        yield f"{MISSING}:"
        yield from (f"  {said}" for said in lacking)
    if plan.doubts:
        yield f"{UNSURE}:"
    for doubt in plan.doubts:
        yield f"  {doubt.what}"
        yield f"     {doubt.line:>4} | {_cut(doubt.sentence)}"


def _shown(value: object) -> str:
    """A value as one short piece of a line: a text, days, how many and which."""
    if isinstance(value, str):
        return _cut(value)
    if isinstance(value, tuple):
        said = [str(getattr(one, "title", one)).rstrip("。") for one in value]
        return _cut("、".join(said) if len(said) < 2 or not hasattr(value[0], "year") else "—".join(said))
    return str(getattr(value, "due", value))


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _start(folder: Path) -> None:
    """Begin the ledger where the draft can be read as it is; else say what is to be filled in first."""
    data = f" --data {folder.as_posix()}" if folder != Path("campaign_data") else ""
    try:
        reading = project.reading(folder)
    except CampaignDataError as error:
        for problem in error.problems:
            say(console(sys.stderr.encoding).block(problem), sys.stderr)
        say(f"先填上面几处，再运行 fill these in, then: {typed(f'ledger --start{data}')}", sys.stdout)
        return
    ledger.start(
        folder,
        site_address=reading.campaign.campaign.paper_address,
        today=project.context(reading).today,
    )
    say(f"接下来 next: {typed(f'check{data}')}", sys.stdout)


def _arguments(parser: Arguments) -> None:
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="新的资料文件夹，要是空的 · the new folder, empty")
    parser.add_argument(
        "--plan",
        type=Path,
        required=True,
        metavar="FILE",
        help="单位自己的方案：.docx、.pdf 或 .txt · the office's plan",
    )


NEW = Command(
    name="new",
    output=Message("资料文件夹", "the folder"),
    about="读单位自己的方案，起草一份资料文件夹 · draft a campaign's folder from the office's plan",
    run=run,
    arguments=_arguments,
)
