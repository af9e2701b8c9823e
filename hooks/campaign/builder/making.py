"""Making: what every channel planned is made once for all languages, from the cache where nothing has changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from campaign import channels
from campaign.builder.handwritten import PlacesWithPages, written_pages
from campaign.builder.job import Job, cache_folder
from campaign.builder.planning import planned
from campaign.builder.progress import Tell, tenths
from campaign.channels import Output
from campaign.core.places import ByName, Places
from campaign.core.problems import CampaignDataError, Problem
from campaign.workshop.cache import Cache
from campaign.workshop.making import Bench

Made = TypeVar("Made")
PACKS = "packs"
"""What packs are kept and listed under: made of what channels made, for those who print and tell of it."""
PARCELS = "parcels"
"""What senders of messages are handed is kept and listed under this."""
LABELS = {PACKS: "资料包 packs", PARCELS: "发送资料包 parcels"}
"""What the console calls them."""


def made(job: Job, *, docs: Path, tell: Tell = lambda _: None) -> Job:
    """The job with all that the languages share made and proved; planned first where nobody did.

    docs: the folder with a folder of hand-written pages for each language; tell: takes a line of progress. Raises
    CampaignDataError or OutputError.
    """
    pages = written_pages(docs, job.campaign.languages)
    places = PlacesWithPages(job.places or ByName(), pages)
    wanted = job.planned if job.planned is not None else planned(job.commission(pages.titles))
    makers = {name: channel.make for name, channel in channels.found().items()}
    outputs = _each(wanted, lambda name, jobs: makers[name](jobs, _bench(name, job.folder, places, tell)))
    sheets = wanted.get("posters", ())
    if sheets:
        outputs[PACKS] = _packed(job, sheets, {"cards": Output(), **outputs}, _bench(PACKS, job.folder, places, tell))
    if "messages" in outputs:
        outputs[PARCELS] = _handed_out(job, outputs["messages"], _bench(PARCELS, job.folder, places, tell))
    for folder in cache_folder(job.folder).glob("*/"):
        Cache(folder).prune()
    return replace(
        job,
        planned=wanted,
        listed={name: output.listed for name, output in outputs.items()},
        files=tuple(file for output in outputs.values() for file in output.files),
    )


def _packed(job: Job, sheets: Sequence[Any], outputs: Mapping[str, Output], bench: Bench) -> Output:
    """The packs of the finished prints and pictures; imported when there are any: what sets their lists is heavy."""
    from campaign.order.packs import Stock, packs, press

    stock = Stock(campaign=job.campaign, context=job.context, sheets=sheets)
    contents = {file.path: file.content for name in ("posters", "cards") for file in outputs[name].files}
    pictures = [one for one in outputs["cards"].listed if one.kind == "programme"]
    found = [packs(stock, contents, bench), press(stock, pictures, contents)]
    listed = tuple(one for output in found for one in output.listed)
    return Output(listed=listed, files=tuple(file for output in found for file in output.files))


def _handed_out(job: Job, messages: Output, bench: Bench) -> Output:
    """The parcels of those who send messages; imported when there are any: what writes their lists is heavy."""
    from campaign.channels.messages.parcels import parcels

    contents = {file.path: file.content for file in messages.files}
    return parcels(job.campaign, job.context, messages.listed, contents, bench)


def rehearse(job: Job, *, tell: Tell = lambda _: None) -> None:
    """Measure whatever a text may not fit: CampaignDataError with all that `made` would tell of texts."""
    measured(job.planned or {}, folder=job.folder, places=job.places or ByName(), tell=tell)


def measured(
    planned: Mapping[str, Sequence[Any]], *, folder: Path, places: Places, tell: Tell = lambda _: None
) -> None:
    """The same of what each channel planned for the campaign in a folder."""
    makers = {name: maker for name, channel in channels.found().items() if (maker := channel.rehearse)}
    wanted = {name: jobs for name, jobs in planned.items() if name in makers}
    _each(wanted, lambda name, jobs: makers[name](jobs, _bench(name, folder, places, tell)))


def _bench(name: str, folder: Path, places: Places, tell: Tell) -> Bench:
    label = LABELS[name] if name in LABELS else channels.found()[name].label
    return Bench(cache=Cache(cache_folder(folder) / name), places=places, progress=tenths(label, tell))


def _each(wanted: Mapping[str, Sequence[Any]], make: Callable[[str, Sequence[Any]], Made]) -> dict[str, Made]:
    """What is made for each channel by its name; CampaignDataError with the problems of all together."""
    made: dict[str, Made] = {}
    problems: list[Problem] = []
    for name, jobs in wanted.items():
        try:
            made[name] = make(name, jobs)
        except CampaignDataError as error:
            problems += error.problems
    if problems:
        raise CampaignDataError(problems)
    return made
