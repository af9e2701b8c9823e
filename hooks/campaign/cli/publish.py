"""`campaign publish` and `campaign rollback`: show what would change, ask, let people see it, write it down."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from campaign import builder, publish, release
from campaign.cli import project
from campaign.cli.command import Arguments, Command, Options
from campaign.core.console import say
from campaign.kinds.publication import PublishTarget
from campaign.paper import ledger
from campaign.publish import Manifest, Plan, Present, Target

YES = {"y", "yes", "是", "好", "发布", "确认"}


def run(options: Options) -> int:
    """Bring the released site to a target, whole or not at all."""
    said, present = _present(options)
    manifest = publish.ready(project.RELEASE, present, address=said.address or "")
    with _to_send(options.data, said.kind, manifest) as (site, manifest), publish.made(said) as target:
        planned = publish.plan(target, manifest, present.ledger)
        _tell_plan(said.name, target, planned, present)
        if publish.whole(target, planned):
            say(
                "公众看到的就是这一版，读回完好，不用发布 · this is live already, and whole",
                sys.stdout,
            )
            return 0
        if options.dry_run or not _agreed(options):
            return _left(dry=options.dry_run)
        _note_unknown(options.data, said.name, target, present)
        done = publish.publish(target, site, planned, keep=said.keep, tell=_in_tenths())
    _write_down(options, publish.PUBLISHED, said.name, planned, done, present)
    _say_next(said, target, publish.called(done))
    return 0


def run_rollback(options: Options) -> int:
    """Let people see a former release again."""
    said, present = _present(options)
    with publish.made(said) as target:
        planned = publish.plan_rollback(target, present.ledger, to=options.to)
        _tell_plan(said.name, target, planned, present)
        if options.dry_run or not _agreed(options):
            return _left(dry=options.dry_run)
        publish.rollback(target, planned)
    _write_down(options, publish.ROLLED_BACK, said.name, planned, planned.release, present)
    former, now = map(publish.called, (planned.live, planned.release))
    say(f"已退回 rolled back: {former} → {now}（{said.name}）", sys.stdout)
    if said.kind == "zip":
        say(f"把这一版的 ZIP 重新交上去 hand its ZIPs to the portal again: {target.where}", sys.stdout)
    say(STILL, sys.stdout)
    return 0


@contextmanager
def _to_send(folder: Path, kind: str, manifest: Manifest) -> Iterator[tuple[Path, Manifest]]:
    """The site as a kind of target gets it, and its manifest: for browsers with compressed copies of its texts."""
    site = project.RELEASE / publish.SITE
    if kind not in publish.COMPRESSED:
        yield site, manifest
        return
    say("压缩网页 compressing pages", sys.stdout)
    with publish.with_copies(site, manifest, work=builder.cache_folder(folder.absolute()) / "publish") as sent:
        yield sent


def _present(options: Options) -> tuple[PublishTarget, Present]:
    """The target that is meant, and the campaign as it is now."""
    folder: Path = options.data
    sources = release.sources(folder, project.docs()) if folder.is_dir() else {}
    head = project.reading(folder).campaign.campaign
    known = ledger.load(folder, shown_as=folder.as_posix())
    present = Present(
        campaign=head.id,
        address=head.site_address,
        sources=sources,
        ledger=known,
        moment=builder.moment(head.time_zone).isoformat(timespec="seconds"),
    )
    return publish.chosen(head.targets, options.target), present


def _tell_plan(name: str, target: Target, planned: Plan, present: Present) -> None:
    now = publish.called(planned.live) if planned.live else "还没有 nothing yet"
    say(f"{name}（{target.where}）", sys.stdout)
    say(f"现在 now {now} → {publish.called(planned.release)}", sys.stdout)
    for line in publish.told(planned.found, printed=len(present.ledger.printed)):
        say(line, sys.stdout)


def _agreed(options: Options) -> bool:
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


def _left(*, dry: bool) -> int:
    said = "只看了看，没有发布 · only shown, nothing was published" if dry else publish.UNCHANGED
    say(said, sys.stdout)
    return 0 if dry else 1


def _note_unknown(folder: Path, name: str, target: Target, present: Present) -> None:
    """What is live though no line says so: a publish was cut off after it, or another computer's was never merged."""
    live, known = target.live(), publish.last(folder, name)
    if live and (known is None or known.release != live):
        line = publish.Line(at=present.moment, act=publish.FOUND, target=name, release=live)
        publish.append(folder, line)


def _write_down(options: Options, act: str, name: str, planned: Plan, done: str, present: Present) -> None:
    line = publish.Line(
        at=present.moment,
        act=act,
        target=name,
        release=done,
        former=planned.live,
        digest=planned.manifest.digest,
        ledger=planned.manifest.ledger,
        by=options.by,
    )
    try:
        publish.append(options.data, line)
    except OSError as error:
        say(f"提醒 reminder: {UNLOGGED}: {error}", sys.stderr)


def _say_next(said: PublishTarget, target: Target, done: str) -> None:
    if said.kind == "zip":
        say(f"已打包，交上去才算上线 packed, live once it is uploaded: {done}", sys.stdout)
        say(
            f"把里面的 ZIP 和“上传说明.txt”交给门户网站 · hand the ZIPs and the note to the portal: {target.where}",
            sys.stdout,
        )
    else:
        say(f"已上线 live now: {done}（{said.name}）", sys.stdout)
        say(LOOK, sys.stdout)


def _in_tenths() -> Callable[[int, int], None]:
    """Tells of each tenth of the work once."""
    told: set[int] = set()

    def tell(done: int, whole: int) -> None:
        tenth = 10 * done // whole if whole else 10
        if tenth and tenth not in told:
            told.add(tenth)
            say(f"传送 sending: {10 * tenth} %", sys.stdout)

    return tell


QUESTION = "照上面写的发布吗？是 / 否（y/n），按回车 · publish this, yes or no, then Enter:"
UNASKED = "没有人能回答“是”：确实要发布就加 --yes · nobody is there to say yes: add --yes"
UNLOGGED = "网站已经换了，但 publications.jsonl 写不进去 · the site is live, but publications.jsonl can't be written"
STILL = (
    "资料还是新的：改好以后 campaign release、campaign publish 再上线 · "
    "the data is still the new one: mend it, then campaign release and campaign publish"
)
LOOK = "用手机打开网站看一遍，扫一张印好的海报；不对就运行 campaign rollback · look at it on a phone, scan a poster"


def _arguments(parser: Arguments) -> None:
    parser.add_argument(
        "target", nargs="?", default="", metavar="TARGET", help="发布到哪里，campaign.yml 里的名字 · where"
    )
    parser.add_argument("--dry-run", action="store_true", help="只看会变什么，不发布 · only show what would change")
    parser.add_argument("--yes", action="store_true", help="不问，直接做 · don't ask")
    parser.add_argument(
        "--by", default="", metavar="WHO", help="记下是谁做的，写科室或岗位 · an office or post for the log"
    )


def _rollback_arguments(parser: Arguments) -> None:
    _arguments(parser)
    parser.add_argument("--to", default="", metavar="RELEASE", help="退回哪一版，写号码 · which release, its number")


PUBLISH = Command(
    name="publish",
    output="网站 the live site",
    about="发布上网：先看变了什么，再一次换上 · put the released site online, all at once",
    run=run,
    arguments=_arguments,
)
ROLLBACK = Command(
    name="rollback",
    output="网站 the live site",
    about="退回上一版网站 · let people see a former release again",
    run=run_rollback,
    arguments=_rollback_arguments,
)
