"""What `campaign publish` and `campaign rollback` share: what is meant, what would change, the question, the log."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from campaign import builder, publish, release
from campaign.channels.site import policy_headers
from campaign.cli import project
from campaign.cli.command import Arguments, Options
from campaign.core.console import say
from campaign.core.problems import Message
from campaign.kinds.publication import PublishTarget
from campaign.paper import ledger
from campaign.publish import Plan, Present, Target

LIVE = Message("公众看到的网站", "the live site")
"""What stays as it was where either fails."""
YES = {"y", "yes", "是", "好", "发布", "确认"}


def present(options: Options) -> tuple[PublishTarget, Present]:
    """The target that is meant, and the campaign as it is now."""
    folder: Path = options.data
    sources = release.sources(folder, project.docs()) if folder.is_dir() else {}
    campaign = project.reading(folder).campaign
    head = campaign.campaign
    known = ledger.load(folder, shown_as=folder.as_posix())
    now = Present(
        campaign=head.id,
        address=head.site_address,
        sources=sources,
        ledger=known,
        moment=builder.moment(head.time_zone).isoformat(timespec="seconds"),
        policy=hashlib.sha256(repr(sorted(policy_headers(campaign).items())).encode()).hexdigest(),
    )
    return publish.chosen(head.targets, options.target), now


def tell_plan(name: str, target: Target, planned: Plan, now: Present) -> None:
    """Show where, from which release to which, and what that changes."""
    seen = publish.called(planned.live) if planned.live else "还没有 nothing yet"
    say(f"{name}（{target.where}）", sys.stdout)
    say(f"现在 now {seen} → {publish.called(planned.release)}", sys.stdout)
    for line in publish.told(planned.found, printed=len(now.ledger.printed)):
        say(line, sys.stdout)
    for reminder in planned.reminders:
        say(f"提醒 reminder: {reminder}", sys.stdout)


def agreed(options: Options) -> bool:
    """Whether whoever runs this wants it: asked on a terminal, said by an option elsewhere."""
    if options.yes:
        return True
    if not sys.stdin.isatty():
        say(UNASKED, sys.stderr)
        return False
    say(QUESTION, sys.stdout)
    try:
        return input("> ").strip().lower() in YES
    except EOFError:
        return False


def left(*, dry: bool) -> int:
    """Say that nothing was done; the exit code."""
    said = "只看了看，没有发布 · only shown, nothing was published" if dry else publish.UNCHANGED
    say(said, sys.stdout)
    return 0 if dry else 1


def write_down(options: Options, act: str, name: str, planned: Plan, done: str, now: Present) -> None:
    """A line in the log; a reminder where it can't be written, for what people see has changed already."""
    line = publish.Line(
        at=now.moment,
        act=act,
        target=name,
        release=done,
        former=planned.live,
        digest=planned.manifest.digest,
        ledger=planned.manifest.ledger,
        policy=now.policy if act == publish.PUBLISHED else "",
        by=options.by,
    )
    try:
        publish.append(options.data, line)
    except OSError as error:
        say(f"提醒 reminder: {UNLOGGED}: {error}", sys.stderr)


def arguments(parser: Arguments) -> None:
    """Which target, and how."""
    parser.add_argument(
        "target", nargs="?", default="", metavar="TARGET", help="发布到哪里，campaign.yml 里的名字 · where"
    )
    parser.add_argument("--dry-run", action="store_true", help="只看会变什么，不发布 · only show what would change")
    parser.add_argument("--yes", action="store_true", help="不问，直接做 · don't ask")
    parser.add_argument(
        "--by", default="", metavar="WHO", help="记下是谁做的，写科室或岗位 · an office or post for the log"
    )


QUESTION = "照上面写的发布吗？是 / 否（y/n），按回车 · publish this, yes or no, then Enter:"
UNASKED = "没有人能回答“是”：确实要发布就加 --yes · nobody is there to say yes: add --yes"
UNLOGGED = "网站已经换了，但 publications.jsonl 写不进去 · the site is live, but publications.jsonl can't be written"
