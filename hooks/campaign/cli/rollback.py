"""`campaign rollback`: let people see a former release again, asked first."""

from __future__ import annotations

import sys

from campaign import publish
from campaign.cli.command import Arguments, Command, Options
from campaign.cli.going_live import LIVE, agreed, arguments, left, present, tell_plan, write_down
from campaign.core.console import say
from campaign.core.typed import typed


def run(options: Options) -> int:
    """Let people see a former release again."""
    said, now = present(options)
    with publish.made(said) as target:
        planned = publish.plan_rollback(target, now.ledger, campaign=now.campaign, to=options.to)
        tell_plan(said.name, target, planned, now)
        if options.dry_run or not agreed(options):
            return left(dry=options.dry_run)
        publish.rollback(target, planned)
    write_down(options, publish.ROLLED_BACK, said.name, planned, planned.release, now)
    former, again = map(publish.called, (planned.live, planned.release))
    say(f"已退回 rolled back: {former} → {again}（{said.name}）", sys.stdout)
    if said.kind == "zip":
        say(
            "把这一版的 ZIP 和“上传说明.txt”重新交上去，说明最后列着要删去的文件 · "
            f"hand its ZIPs to the portal again, and the note, which lists what to delete: {target.where}",
            sys.stdout,
        )
    say(STILL, sys.stdout)
    return 0


def _arguments(parser: Arguments) -> None:
    arguments(parser)
    parser.add_argument("--to", default="", metavar="RELEASE", help="退回哪一版，写号码 · which release, its number")


STILL = (
    f"资料还是新的：改好以后 {typed('release')}、{typed('publish')} 再上线 · "
    f"the data is still the new one: mend it, then {typed('release')} and {typed('publish')}"
)
ROLLBACK = Command(
    name="rollback",
    output=LIVE,
    about="退回上一版网站 · let people see a former release again",
    run=run,
    arguments=_arguments,
)
