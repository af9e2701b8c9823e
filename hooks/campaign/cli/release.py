"""`campaign release`: clear for print, make, prove, write the ledger, pack."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from campaign import builder, history, release
from campaign.builder import host
from campaign.cli import project
from campaign.cli.clearance import cleared
from campaign.cli.command import Arguments, Command, Options
from campaign.core.console import say


def run(options: Options) -> int:
    """Refuse what isn't cleared with the plan of work until it is; else make the whole and put it into release/."""
    folder = options.data
    edition = cleared(folder, then=release.NEXT if options.dry_run else "")
    if edition is None or options.dry_run:
        return 0 if edition else 1
    say(f"{len(edition.sheets)} 张待印 prints: 生成并逐张回读 making and reading back each", sys.stdout)
    done = release.release(edition, folder, project.RELEASE, build_site=partial(_build_site, folder))
    for name, count in done.packs.items():
        say(f"  {name}: {count}", sys.stdout)
    for line in release.to_try(edition.campaign, edition.book):
        say(line, sys.stdout)
    for reminder in done.reminders:
        say(f"提醒 reminder: {reminder}", sys.stderr)
    if done.forgotten:
        say(f"{history.UNWRITTEN}: {done.forgotten}", sys.stderr)
    index = project.RELEASE / "site" / "index.html"
    say(f"已发布，台账已写。打开 released, the ledger is written; open: {index}", sys.stdout)
    return 0


def _build_site(folder: Path, edition: release.Edition, target: Path) -> None:
    """The site of an edition, by its host in a process of its own, into a folder that isn't there yet."""
    campaign = edition.campaign
    job = builder.Job(
        campaign=campaign,
        context=edition.context,
        language=campaign.languages[0],
        folder=folder.absolute(),
        book=edition.book,
        now=builder.moment(campaign.campaign.time_zone),
        places=edition.places,
        history=edition.history,
    )
    if host.build_job(job, target):
        raise builder.UnbuiltError


def _arguments(parser: Arguments) -> None:
    parser.add_argument(
        "--dry-run", action="store_true", help="只查还差什么，不生成 · only say what is still in the way"
    )


RELEASE = Command(
    name="release",
    output="release/",
    about="正式付印：查、做、回读、写台账、打包 · clear for print, make, prove, write, pack",
    run=run,
    arguments=_arguments,
)
