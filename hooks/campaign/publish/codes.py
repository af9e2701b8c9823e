"""Printed codes: whether a site, or a release of it that is kept, still answers every one that is on paper."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.core.language import said_in
from campaign.core.problems import Message
from campaign.core.typed import typed
from campaign.kinds import urls
from campaign.paper.ledger import Head, Ledger, Printed
from campaign.publish.manifest import Manifest
from campaign.publish.refusal import named


def page_of(code: str) -> str:
    """The file that answers a printed address."""
    return f"{urls.permalink(code)}index.html"


def broken(site: Manifest, ledger: Ledger) -> list[Printed]:
    """What is on paper and wouldn't be answered."""
    return [one for code, one in ledger.printed.items() if page_of(code) not in site.files]


def broken_reason(site: Manifest, ledger: Ledger, *, rollback: bool) -> Iterator[Message]:
    """Why a site can't be shown: the codes that would lead nowhere, by name."""
    lost = broken(site, ledger)
    if not lost:
        return
    zh, _ = named([f"{one.code}（{said_in(one.last.names, 'zh')}）" for one in lost])
    _, en = named([f"{one.code} ({said_in(one.last.names, 'en')})" for one in lost])
    what = Message(
        f"有 {len(lost)} 个印出去的二维码会打不开：{zh}",
        f"printed codes would lead nowhere ({len(lost)}): {en}",
    )
    way = WAY_BACK if rollback else WAY_ON
    yield Message(f"{what.zh}。{way.zh}", f"{what.en}. {way.en}")


def foreign_reason(head: str, ledger: Ledger, *, live: bool) -> Iterator[Message]:
    """Why a site can't be trusted to know what is on paper: its ledger isn't this one, nor an earlier state of it.

    head: where the site's ledger ended, as its manifest says; empty where it says nothing. live: of the site that
    people see now; else of the one that is to be shown.
    """
    found = Head.of(head)
    if found is None or found.serial == 0 or (ledger.entries and ledger.sealed.holds(found)):
        return
    yield LIVE_KNOWS_MORE if live else RELEASE_KNOWS_MORE


WAY_ON = Message(
    f"重新运行 {typed('release')} 再发布；删掉的场次在资料里留着记录，二维码会说明它取消了",
    f"Run {typed('release')} again, then publish; where a record was deleted its code must still say so",
)
WAY_BACK = Message(
    "它们是在那一版之后印的：退回更近的一版，或者改好资料、重新发布",
    "They were printed after that release: roll back to a later one, or mend the data and publish anew",
)
LIVE_KNOWS_MORE = Message(
    "线上的网站记着这本台账里没有的印刷：可能是另一台电脑发布的。先把那台电脑的 campaign_data/ 合并过来"
    f"（ledger.jsonl 和 ledger.head 一起），重新运行 {typed('release')} 再发布；要退回的，合并以后再退回",
    "the live site knows of prints that this ledger doesn't: another computer may have released them. Merge its "
    f"campaign_data/ first (ledger.jsonl and ledger.head together), run {typed('release')} again, then publish; or "
    "roll back once they are merged",
)
RELEASE_KNOWS_MORE = Message(
    "release/ 里的台账和 campaign_data/ 里的不是同一本，或者更新：从 release/ 恢复 ledger.jsonl 和 ledger.head，"
    f"或者重新运行 {typed('release')}",
    "the ledger in release/ isn't the one in campaign_data/, or is ahead of it: bring back ledger.jsonl and "
    f"ledger.head from release/, or run {typed('release')} again",
)
