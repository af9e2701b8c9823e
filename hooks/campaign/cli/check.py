"""`campaign check`: read the folder and list every problem."""

from __future__ import annotations

import sys

from campaign import builder, release
from campaign.cli import project
from campaign.cli.clearance import cleared
from campaign.cli.command import Arguments, Command, Options
from campaign.core.console import mention, say
from campaign.core.places import ByName
from campaign.read import unplaced_events


def run(options: Options) -> int:
    """Plan all that a build would make, and make nothing; with `--print` see too whether posters and frames hold it.

    With `--release`: what still stands in the way of a release.
    """
    if options.release:
        return 0 if cleared(options.data) else 1
    shown = options.data.as_posix()
    project.settle(options.data)
    job = builder.first_job(
        options.data,
        shown_as=shown,
        docs=project.docs(),
        theme=project.THEME,
        witnesses=project.witnesses(options.data),
        sites=project.sites(),
    )
    if options.print:
        builder.rehearse(job, tell=lambda line: say(line, sys.stderr))
    campaign = job.campaign
    mention((*job.mentions, *unplaced_events(campaign, job.places or ByName())), sys.stderr)
    for line in release.to_try(campaign, job.book):
        say(line, sys.stdout)
    counts = f"{len(campaign.events)} 场活动 outreach events, {len(campaign.languages)} 种语言 languages"
    say(f"没有问题 no problems: {shown} ({counts})。接下来 next: make site", sys.stdout)
    return 0


def _arguments(parser: Arguments) -> None:
    parser.add_argument("--print", action="store_true", help="海报、大屏放得下吗 · whether posters and screens hold it")
    parser.add_argument("--release", action="store_true", help="离正式付印还差什么 · what is in the way of a release")


CHECK = Command(
    name="check",
    output="site/",
    about="检查资料，列出全部问题 · read the folder and list every problem",
    run=run,
    arguments=_arguments,
)
