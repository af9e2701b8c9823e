"""Clearance: what a release would make of the campaign as it is, or the plan of work until it can be made."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path

from campaign import builder, release
from campaign.cli import project
from campaign.core.console import say
from campaign.core.context import BuildContext
from campaign.core.language import said_in
from campaign.core.problems import CampaignDataError, console
from campaign.paper import ledger
from campaign.read import Reading
from campaign.release import Todo, UnclearedError

TODO = Path()
"""Where the plan of work is written: beside release/."""


def cleared(folder: Path, *, then: str = release.NEXT) -> release.Edition | None:
    """The edition of the campaign, everything read, planned and measured and nothing made; None where it can't be.

    Either way it is told what is in the way or worth a second look, and the plan of work is written, or taken away.
    then: the command to run next, empty where it is running.
    """
    sources = release.sources(folder, project.docs()) if folder.is_dir() else {}
    try:
        reading = project.reading(folder)
    except CampaignDataError as error:
        _tell(release.unreadable(error.problems), folder.name, then=then)
        return None
    context = project.context(reading, cleared=True)
    reminders = list(release.reminders(reading, context, project.docs()))
    seen = project.witnesses(folder)
    edition, obstacles = _edition(reading, context, folder, seen, sources)
    reminders += ledger.elsewhere(edition.ledger, seen) if edition else []
    head = reading.campaign.campaign
    reminders += builder.mentioned(reading, project.docs(), project.THEME)
    _tell(release.todo(obstacles, reminders, reading), said_in(head.name, "zh"), context.today, then=then)
    return edition


def _edition(
    reading: Reading, context: BuildContext, folder: Path, seen: list[ledger.Witness], sources: Mapping[str, str]
) -> tuple[release.Edition | None, tuple[release.Obstacle, ...]]:
    """The edition, or all that keeps it from being one."""
    tell = partial(say, stream=sys.stderr)
    try:
        edition = release.prepare(
            reading,
            context,
            folder,
            plan=lambda imprints: builder.planned(project.commission(reading, context, imprints, folder)),
            measure=partial(builder.measured, folder=folder.absolute(), places=reading.places, tell=tell),
            docs=project.docs(),
            unfit=builder.unfit(reading.campaign, project.docs(), project.THEME),
            shown_as=folder.as_posix(),
            witnesses=seen,
            sites=project.sites(),
            sources=sources,
        )
    except UnclearedError as error:
        return None, error.obstacles
    return edition, ()


def _tell(plan: Todo, title: str, today: date | None = None, *, then: str) -> None:
    """The plan on the console and in its files; a plan with something in the way goes where errors go."""
    stream = sys.stderr if plan.obstacles else sys.stdout
    for line in release.told_todo(plan, console(stream.encoding), output=f"{project.RELEASE}/", then=then):
        say(line, stream)
    for name in release.write_todo(plan, TODO, title=title, today=today):
        say(f"{name}: {release.OPEN}", sys.stderr)
