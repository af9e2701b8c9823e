"""Rendering: the files that go with messages, made and proved or from the cache; each message with its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from campaign.channels import Output
from campaign.channels.messages.enclosures import Enclosed, EnclosureJob, makers
from campaign.channels.messages.job import Composed
from campaign.core.artifact import Download
from campaign.workshop.making import Bench


def render(messages: Sequence[Composed], bench: Bench) -> Output:
    """Every message for the pages that list them, with what is enclosed, and the enclosed files.

    Raises CampaignDataError with all that authors must mend, UnprovedError with all that failed its proof.
    """
    enclosed, files = defaultdict[tuple[str, str], list[Enclosed]](list), list[Download]()
    for name, maker in makers().items():
        jobs = [job for one in messages for sort, job in one.enclosing if sort == name]
        for job, made in zip(jobs, maker.craft().made(jobs, bench) if jobs else (), strict=True):
            found = _files(job, made)
            files += found
            enclosed[job.message, job.language] += _listed(job, found)
    listed = (replace(one, enclosing=(), enclosed=tuple(enclosed[one.id, one.language])) for one in messages)
    return Output(listed=tuple(listed), files=tuple(files))


def _files(job: EnclosureJob, made: dict[str, bytes]) -> list[Download]:
    return [Download(path=job.folder + part.name, content=made[part.name], source=job.source) for part in job.parts]


def _listed(job: EnclosureJob, files: Sequence[Download]) -> list[Enclosed]:
    return [
        Enclosed(path=file.path, role=part.role, alt=part.alt, size_bytes=len(file.content))
        for part, file in zip(job.parts, files, strict=True)
    ]
