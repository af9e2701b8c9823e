"""From what campaign.yml says of a target to the target: one line for each kind."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from campaign.core.console import say
from campaign.core.problems import Message
from campaign.kinds.publication import PublishTarget
from campaign.publish.bucket import opened
from campaign.publish.folder import FolderTarget
from campaign.publish.refusal import RefusedError
from campaign.publish.ssh import SshTarget
from campaign.publish.store import GRACE_S, StoreTarget
from campaign.publish.target import Target
from campaign.publish.zip import ZipTarget

PACKS = Path("dist")
"""Where a portal's ZIPs are put when nothing is said."""


def _store(said: PublishTarget) -> Target:
    bucket = opened(said.bucket or "", folder=said.folder or "", endpoint=said.endpoint or "")
    grace_s = GRACE_S if said.grace_seconds is None else said.grace_seconds
    return StoreTarget(bucket, grace_s=grace_s, wait=_patiently)


def _patiently(seconds: float) -> None:
    """Wait, and say why: what people see is the new site already."""
    if seconds:
        say(f"新的网站已经上线；{seconds:g} 秒后删去旧文件 · live already; old files go in {seconds:g} s", sys.stdout)
        time.sleep(seconds)


MAKERS: Mapping[str, Callable[[PublishTarget], Target]] = {
    "folder": lambda said: FolderTarget(Path(said.folder or "")),
    "ssh": lambda said: SshTarget(
        host=said.host or "", folder=said.folder or "", user=said.user or "", port=said.port or 0
    ),
    "store": _store,
    "zip": lambda said: ZipTarget(Path(said.folder) if said.folder else PACKS / said.name, part_mb=said.part_mb),
}
"""What makes a target of each kind."""


COMPRESSED = frozenset({"folder", "ssh", "store"})
"""The kinds of target that people's browsers ask: a portal's own server may send a `.gz` as a file of its own."""


def made(said: PublishTarget) -> Target:
    """The target that a record describes; nothing is reached yet."""
    return MAKERS[said.kind](said)


def chosen(targets: Sequence[PublishTarget], name: str) -> PublishTarget:
    """The target of a name, or the only one where no name is given; RefusedError with what there is."""
    if not targets:
        raise RefusedError([NONE])
    if not name and len(targets) == 1:
        return targets[0]
    found = [one for one in targets if one.name == name]
    if found:
        return found[0]
    names = "、".join(one.name for one in targets)
    if not name:
        raise RefusedError([Message(f"发布到哪里？后面写一个：{names}", f"publish where? Add one of: {names}")])
    raise RefusedError(
        [Message(f"没有叫“{name}”的地方，有：{names}", f"there is no target {name}; there are: {names}")]
    )


NONE = Message(
    "campaign.yml 里还没有写发布到哪里：照 campaign_data/README.md “发布上网、退回上一版”一节加上 targets",
    "campaign.yml says nowhere where to publish: add targets, see 'Put it online' in campaign_data/README.md",
)
