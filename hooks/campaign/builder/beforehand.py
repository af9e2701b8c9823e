"""What is known before anything is made: what keeps hand-written files from being published, and what to mention."""

from __future__ import annotations

from pathlib import Path

from campaign.builder.handwritten import unpublishable, unpublished, written_pages
from campaign.builder.personal import personal_problems, unneeded_entries
from campaign.channels import messages
from campaign.core.problems import Problem
from campaign.kinds import Campaign
from campaign.read import Reading


def unfit(campaign: Campaign, docs: Path | None, theme: Path | None) -> list[Problem]:
    """All that keeps hand-written files and the theme's from being published.

    docs: the folder with a folder of hand-written pages for each language, None where they aren't published; theme: the
    project's own part of the host's theme.
    """
    if docs is None:
        return []
    pages = written_pages(docs, campaign.languages)
    return [*unpublishable(pages, campaign, theme), *personal_problems(docs, campaign)]


def mentioned(reading: Reading, docs: Path | None, theme: Path | None) -> list[Problem]:
    """What their author may wish to know though nothing is wrong: files nobody publishes, entries nothing needs, and
    messages that have nothing to say."""
    found = [*unneeded_entries(reading, docs), *messages.unsaid(reading.campaign, reading.places)]
    if docs is not None:
        found += unpublished(written_pages(docs, reading.campaign.languages), reading.campaign, theme)
    return found
