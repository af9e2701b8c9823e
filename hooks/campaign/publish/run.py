"""Publishing and rolling back: everything is brought and read back before anything is shown, and then at once."""

from __future__ import annotations

import errno
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from campaign.core.problems import Message
from campaign.core.typed import typed
from campaign.paper.ledger import Ledger
from campaign.publish.codes import broken_reason, foreign_reason, page_of
from campaign.publish.differences import Difference, difference
from campaign.publish.manifest import Manifest
from campaign.publish.refusal import RefusedError, named
from campaign.publish.target import KEPT, Target, TargetError, Tell, next_name, number, readable

CODES = page_of("").partition("/")[0] + "/"
"""The folder of what answers printed addresses."""
FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


def untold(done: int, whole: int) -> None:
    """Tells nobody of progress."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What would change at a target.

    live: the release that people see, empty where there is none; release: the one they will see; manifest: what that
    holds; found: the difference; reminders: what whoever decides must know besides.
    """

    live: str
    release: str
    manifest: Manifest
    found: Difference
    reminders: tuple[Message, ...] = ()

    @property
    def nothing(self) -> bool:
        """True where people see this already."""
        return bool(self.live) and self.found.none


def plan(target: Target, manifest: Manifest, ledger: Ledger) -> Plan:
    """What publishing a site would change at a target that is open; RefusedError with every reason why it can't be.

    manifest: of the site, as `source.ready` made it.
    """
    live = target.live()
    before = readable(target, live) if live else None
    _refuse(_strangers(_known(target, live), manifest.campaign, ledger))
    found = difference(before, manifest)
    release = live if live and found.none else _waiting(target, live, manifest)
    release = release or next_name(target.releases(), manifest.made)
    reminders = _reminders(live, before)
    return Plan(live=live, release=release, manifest=manifest, found=found, reminders=reminders)


def publish(target: Target, site: Path, planned: Plan, *, keep: int = KEPT, tell: Tell = untold) -> str:
    """Bring a site to a target that is open, read it back, and let people see it; the name of its release.

    A release that was brought and sealed by a publish that was cut off before it was shown is shown, not brought anew.
    TargetError where what was brought can't be made whole; what people see is as it was.
    """
    with _disk(target):
        release = planned.release
        if release == planned.live or (release in target.releases() and target.damage(release)):
            release = next_name(target.releases(), planned.manifest.made)
        if release not in target.releases():
            _bring(target, site, planned.manifest, tell)
            target.seal(release, planned.manifest)
        target.switch(release)
        target.prune(keep=keep)
    return release


def whole(target: Target, planned: Plan) -> bool:
    """Whether what people see, where it is what is to be published, is as it was brought."""
    return planned.nothing and not target.damage(planned.live)


def plan_rollback(target: Target, ledger: Ledger, *, campaign: str, to: str = "") -> Plan:
    """What showing a former release again would change; RefusedError where there is none, where a code would break, or
    where what is live is of another campaign or of a ledger that knows of more prints.

    campaign: the id of whoever rolls back; to: its name, or its number; empty for the last one before what is live.
    """
    live, releases = target.live(), target.releases()
    if not live:
        raise RefusedError([NOTHING_LIVE])
    release = _former(live, releases, to)
    before, manifest = readable(target, live), target.manifest(release)
    _refuse([*_strangers(_known(target, live), campaign, ledger), *broken_reason(manifest, ledger, rollback=True)])
    found = difference(before, manifest)
    reminders = _reminders(live, before)
    return Plan(live=live, release=release, manifest=manifest, found=found, reminders=reminders)


def rollback(target: Target, planned: Plan) -> None:
    """Show a former release again, once it has been read back; TargetError where it isn't whole any more."""
    with _disk(target):
        damage = target.damage(planned.release)
        if damage:
            raise TargetError(_damaged(target, planned, damage))
        target.switch(planned.release)


def _damaged(target: Target, planned: Plan, damage: Sequence[str]) -> Message:
    """Names a release that is whole: those kept share files, so one edit by hand may have spoilt several."""
    zh, en = named(damage)
    if instead := _instead(target, planned):
        cure = (f"完整的是 {instead}：加 --to {number(instead)}", f"{instead} is whole: add --to {number(instead)}")
    else:
        cure = (
            f"留着的没有一版完整：改好资料，重新运行 {typed('release')} 和 {typed('publish')}",
            f"no release that is kept is whole: mend the data, then run {typed('release')} and {typed('publish')}",
        )
    return Message(
        f"{planned.release} 已经不完整，不能退回：{zh}。{cure[0]}",
        f"{planned.release} isn't whole any more: {en}; {cure[1]}",
    )


def _answers(target: Target, release: str, codes: set[str]) -> bool:
    kept = readable(target, release)
    return kept is not None and codes <= {*kept.files} and not target.damage(release)


def _instead(target: Target, planned: Plan) -> str:
    """The last other release that is whole and answers every code that the planned one would; empty without one."""
    codes = {path for path in planned.manifest.files if path.startswith(CODES)}
    others = (one for one in reversed(target.releases()) if one not in (planned.release, planned.live))
    return next((one for one in others if _answers(target, one, codes)), "")


def _refuse(reasons: Iterable[Message]) -> None:
    listed = list(reasons)
    if listed:
        raise RefusedError(listed)


def _known(target: Target, live: str) -> Manifest | None:
    """What the place knows of campaign and ledger: the live manifest, else the last that can be read; None where
    nothing is live."""
    names = (live, *reversed(target.releases())) if live else ()
    return next(filter(None, (readable(target, one) for one in names)), None)


def _reminders(live: str, before: Manifest | None) -> tuple[Message, ...]:
    """What is said where nobody can read what people see now: the next release takes its place all the same."""
    if not live or before:
        return ()
    said = Message(
        f"现在这一版（{live}）的清单读不懂，所以说不出变了什么，也核对不了它记的台账。它的文件一个也不要删；"
        "换上以后就好了，只是对象存储或门户网站上只有它才有的文件要手工删",
        f"the manifest of what is live ({live}) can't be read, so neither what changes nor its ledger is known. Delete "
        "none of its files: the new release takes its place. In a store or on a portal delete by hand what only it had",
    )
    return (said,)


def _strangers(before: Manifest | None, campaign: str, ledger: Ledger) -> Iterator[Message]:
    """Why what is live may be touched neither by a publish nor by a rollback of this computer's."""
    if before is None:
        return
    if before.campaign != campaign:
        yield Message(
            f"这个地方现在是另一个活动（{before.campaign}）的网站：在 campaign.yml 的 targets 里给这个活动另写一个地方",
            f"another campaign ({before.campaign}) is live here: give this one a target of its own in campaign.yml",
        )
    yield from foreign_reason(before.ledger, ledger, live=True)


def _waiting(target: Target, live: str, manifest: Manifest) -> str:
    """A later release than what is live that holds just this; empty where there is none."""
    later = (one for one in reversed(target.releases()) if not live or number(one) > number(live))
    found = ((one, readable(target, one)) for one in later)
    return next((one for one, sealed in found if sealed and sealed.digest == manifest.digest), "")


def _bring(target: Target, site: Path, manifest: Manifest, tell: Tell) -> None:
    """Send, read back, and send once more what isn't as it must be."""
    target.send(site, manifest, tell=tell)
    wrong = target.faults(manifest)
    if not wrong:
        return
    target.discard(wrong)
    target.send(site, manifest, tell=tell)
    wrong = target.faults(manifest)
    if wrong:
        zh, en = named(wrong)
        raise TargetError(
            Message(
                f"传过去的文件读回来不一样：{zh}。公众看到的网站没有变；检查那边的磁盘，再发布一次",
                f"files read back aren't what was sent: {en}. What people see is as it was; check the disk there, "
                "then publish again",
            )
        )


def _former(live: str, releases: Sequence[str], to: str) -> str:
    if not to:
        earlier = [one for one in releases if number(one) < number(live)]
        if not earlier:
            raise RefusedError([NOTHING_BEFORE])
        return earlier[-1]
    found = [one for one in releases if one == to or (to.isascii() and to.isdigit() and number(one) == int(to))]
    if not found:
        zh, en = named(list(reversed(releases)))
        raise RefusedError(
            [Message(f"没有留着“{to}”这一版；留着的有：{zh}", f"no release {to} is kept; there are: {en}")]
        )
    if found[0] == live:
        raise RefusedError([Message(f"{live} 就是现在这一版", f"{live} is what people see now")])
    return found[0]


@contextmanager
def _disk(target: Target) -> Iterator[None]:
    """A full disk is said as such."""
    try:
        yield
    except OSError as error:
        if error.errno not in FULL:
            raise
        raise TargetError(full(target.where)) from error


def full(where: str) -> Message:
    """What is said of a disk without room."""
    return Message(
        f"{where} 的磁盘满了：公众看到的网站没有变。清理磁盘后再发布一次，会接着传",
        f"the disk of {where} is full: what people see is as it was. Free some space and publish again: it goes on "
        "where it stopped",
    )


NOTHING_LIVE = Message(
    f"这个地方还没有发布过网站：先运行 {typed('publish')}", f"nothing was published here yet: run {typed('publish')}"
)
NOTHING_BEFORE = Message(
    f"没有更早的一版可以退回：改好资料，重新运行 {typed('release')} 和 {typed('publish')}",
    f"there is no earlier release to go back to: mend the data, then run {typed('release')} and {typed('publish')}",
)
