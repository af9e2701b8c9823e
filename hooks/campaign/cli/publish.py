"""`campaign publish`: show what would change, ask, let people see it, write it down."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from campaign import builder, publish
from campaign.cli import project
from campaign.cli.command import Command, Options
from campaign.cli.going_live import LIVE, agreed, arguments, left, present, tell_plan, write_down
from campaign.cli.progress import in_tenths
from campaign.core.console import say
from campaign.core.typed import typed
from campaign.kinds.publication import PublishTarget
from campaign.publish import Manifest, Present, Target


def run(options: Options) -> int:
    """Bring the released site to a target, whole or not at all."""
    said, now = present(options)
    manifest = publish.ready(project.RELEASE, now, address=said.address or "")
    with _to_send(options.data, said.kind, manifest) as (site, manifest), publish.made(said) as target:
        planned = publish.plan(target, manifest, now.ledger)
        tell_plan(said.name, target, planned, now)
        if publish.whole(target, planned):
            say(
                "公众看到的就是这一版，读回完好，不用发布 · this is live already, and whole",
                sys.stdout,
            )
            return 0
        if options.dry_run or not agreed(options):
            return left(dry=options.dry_run)
        _note_unknown(options.data, said.name, target, now)
        done = publish.publish(target, site, planned, keep=said.keep, tell=in_tenths("传送 sending"))
    before = publish.last_policy(options.data, said.name)
    write_down(options, publish.PUBLISHED, said.name, planned, done, now)
    _say_next(said, target, publish.called(done))
    if said.kind in SERVED and before not in ("", now.policy):
        say(STALE, sys.stdout)
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


def _note_unknown(folder: Path, name: str, target: Target, now: Present) -> None:
    """What is live though no line says so: a publish was cut off after it, or another computer's was never merged."""
    live, known = target.live(), publish.last(folder, name)
    if live and (known is None or known.release != live):
        line = publish.Line(at=now.moment, act=publish.FOUND, target=name, release=live)
        publish.append(folder, line)


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


SERVED = ("ssh", "folder")
"""The kinds of target that a web server serves by a recipe of ours."""
STALE = (
    "谁可以嵌入、网页可以打开什么（例如 embed_on）改过，服务器还是按旧的配置："
    f"运行 {typed('deploy')}，把 deploy/ 交给管理员 · "
    f"who may embed pages, or what they may load, has changed (embed_on): run {typed('deploy')}, hand deploy/ over"
)
LOOK = f"用手机打开网站看一遍，扫一张印好的海报；不对就运行 {typed('rollback')} · look at it on a phone, scan a poster"
PUBLISH = Command(
    name="publish",
    output=LIVE,
    about="发布上网：先看变了什么，再一次换上 · put the released site online, all at once",
    run=run,
    arguments=arguments,
)
