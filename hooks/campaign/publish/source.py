"""What is to be published: the site of the last release, whole, proved, and of the campaign as it is now."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from campaign.core.problems import Message
from campaign.core.typed import typed
from campaign.kinds import urls
from campaign.paper.ledger import Ledger
from campaign.publish.codes import broken_reason, foreign_reason
from campaign.publish.manifest import Manifest, of_site
from campaign.publish.refusal import RefusedError, named

SITE = "site"
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """The campaign as it is now.

    campaign: its id; address: its site address; sources: SHA-256 of each file that it and its hand-written pages are
    made of, by path; ledger: what is on paper; moment: the local time, to the second (ISO 8601); policy: SHA-256 of
    what a server is to send with its pages.
    """

    campaign: str
    address: str
    sources: Mapping[str, str]
    ledger: Ledger
    moment: str
    policy: str = ""


def ready(release: Path, present: Present, *, address: str = "") -> Manifest:
    """The manifest of the site in a release; RefusedError with every reason why it can't be published.

    address: where the target is opened, as the office says; empty where it doesn't.
    """
    said = _said(release)
    site = release / SITE
    made = of_site(site)
    ledger = said["ledger"]
    made = replace(
        made,
        campaign=said["campaign"],
        address=said["site_address"],
        made=present.moment,
        ledger=f"{ledger['serial']} {ledger['chain']}",
    )
    reasons = [
        *_another(said, present, address),
        *_older(said, present),
        *_draft(site),
        *_not_whole(said, made),
        *foreign_reason(made.ledger, present.ledger, live=False),
        *broken_reason(made, present.ledger, rollback=False),
    ]
    if reasons:
        raise RefusedError(reasons)
    return made


def _said(release: Path) -> Mapping[str, Any]:
    """What the release says of itself."""
    try:
        said = json.loads((release / MANIFEST).read_text("utf-8"))
        files = {str(one["path"]): str(one["sha256"]) for one in said["files"]}
        heads = {key: str(said[key]) for key in ("campaign", "site_address", "day")}
        ledger = {"serial": int(said["ledger"]["serial"]), "chain": str(said["ledger"]["chain"])}
        sources = dict(said.get("sources", {}))
    except (OSError, ValueError, KeyError, TypeError):
        raise RefusedError([UNRELEASED]) from None
    if not (release / SITE).is_dir():
        raise RefusedError([UNRELEASED])
    return {**heads, "files": files, "ledger": ledger, "sources": sources}


def _another(said: Mapping[str, Any], present: Present, address: str) -> Iterator[Message]:
    if said["campaign"] != present.campaign:
        yield Message(
            f"release/ 是另一个活动（{said['campaign']}）的：重新运行 {typed('release')}",
            f"release/ is of another campaign ({said['campaign']}): run {typed('release')} again",
        )
    if said["site_address"] != present.address:
        yield Message(
            f"release/ 是按网址 {said['site_address']} 做的，现在的网址是 {present.address}："
            f"重新运行 {typed('release')}",
            f"release/ was made for {said['site_address']}, the address is now {present.address}: "
            f"run {typed('release')} again",
        )
    if address and address != said["site_address"]:
        yield Message(
            f"这个地方的网址（address）是 {address}，网站却是按 {said['site_address']} 做的："
            "改 campaign.yml 里的 address 或 site_address",
            f"this target is opened at {address}, but the site was made for {said['site_address']}: "
            "correct address or site_address in campaign.yml",
        )


def _older(said: Mapping[str, Any], present: Present) -> Iterator[Message]:
    """The data was edited since."""
    before, now = said["sources"], present.sources
    changed = sorted(path for path in {*before, *now} if before.get(path) != now.get(path))
    if changed:
        zh, en = named(changed)
        yield Message(
            f"发布（release）以后又改过：{zh}。重新运行 {typed('release')}，网站才是现在的内容",
            f"changed since the release: {en}. Run {typed('release')} again, so that the site says what you say now",
        )


def _draft(site: Path) -> Iterator[Message]:
    """A preview, which carries samples and marks."""
    try:
        preview = json.loads((site / urls.DATA).read_bytes())["preview"]
    except (OSError, ValueError, KeyError, TypeError):
        preview = True
    if preview is not False:
        yield Message(
            f"这是预览，不是正式发布的网站：先运行 {typed('release')}",
            f"this is a preview, not a released site: run {typed('release')} first",
        )


def _not_whole(said: Mapping[str, Any], made: Manifest) -> Iterator[Message]:
    """Every file is as it was proved when the release was made."""
    proved = {path.removeprefix(f"{SITE}/"): digest for path, digest in said["files"].items() if path.startswith(SITE)}
    there = {path: entry.sha256 for path, entry in made.files.items()}
    wrong = sorted(path for path in {*proved, *there} if proved.get(path) != there.get(path))
    if wrong:
        zh, en = named(wrong)
        yield Message(
            f"release/site/ 里有文件被改过、少了或多了：{zh}。不要手工改它，重新运行 {typed('release')}",
            f"files in release/site/ were changed, are missing or too many: {en}. "
            f"Don't edit it by hand, run {typed('release')} again",
        )


UNRELEASED = Message(
    f"release/ 里没有正式发布的网站：先运行 {typed('release')}",
    f"there is no released site in release/: run {typed('release')} first",
)
