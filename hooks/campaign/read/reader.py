"""From a folder of YAML to a Campaign, or to every problem in it at once."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from campaign.core.problems import CampaignDataError
from campaign.kinds import OUTREACH, Campaign, Record
from campaign.read.check.pictures import picture_faults
from campaign.read.check.record_names import record_names
from campaign.read.check.rules import rule_problems
from campaign.read.check.surroundings import gather
from campaign.read.check.validation import Judge
from campaign.read.check.week import week_missed
from campaign.read.files.folder import list_folder
from campaign.read.tree.documents import open_folder, unless_blind
from campaign.read.tree.places import Places, places


@dataclass(frozen=True)
class Reading:
    """A campaign, and where everything in it stands."""

    campaign: Campaign
    places: Places


def read_campaign(folder: Path, *, shown_as: str | None = None) -> Campaign:
    """The campaign a folder describes, complete.

    shown_as: the folder's path as problems show it, the given one otherwise.
    Raises CampaignDataError with every problem of every file, sorted, and nothing else for any mistake in the data.
    """
    return read_folder(folder, shown_as=shown_as).campaign


def read_folder(folder: Path, *, shown_as: str | None = None) -> Reading:
    """The same with the places, for checks that come after reading."""
    shown = (shown_as or folder.as_posix()).rstrip("/")
    listing = list_folder(folder, shown)
    opened = open_folder(listing, folder, shown)
    around = gather(opened.trees, unread=frozenset(opened.unread), images=listing.images, films=listing.films)
    around = replace(around, picture_faults=picture_faults(opened, folder, listing.images))
    names = record_names(opened.trees)
    missed = week_missed(opened, around)
    around = replace(around, week=None) if missed else around
    problems = [*opened.problems, *missed]
    records: dict[str, Record] = {}
    for name, file in opened.files.items():
        record, found = Judge(file.draft, file.model, around, listing.links, names).record(file.tree)
        problems += unless_blind(found, file.draft)
        if record:
            records[name] = record
    drafts = {file.draft.source.path: file.draft for file in opened.files.values()}
    for problem in rule_problems(opened, around):
        problems += unless_blind([problem], drafts[problem.place.path])
    if problems:
        raise CampaignDataError(problems)
    return Reading(_campaign(records), places(opened, shown))


def _campaign(records: dict[str, Record]) -> Campaign:
    """The records as one value; outreach files in the order of the counties."""
    files: dict[str, Any] = {name: record for name, record in records.items() if "/" not in name}
    order = [county.id for county in files["counties"].counties]
    outreach: list[Any] = [record for name, record in records.items() if name.startswith(f"{OUTREACH}/")]
    known = {one.name for one in fields(Campaign)}
    more = {name: files.pop(name) for name in sorted(files.keys() - known)}
    return Campaign(**files, outreach=tuple(sorted(outreach, key=lambda file: order.index(file.county))), more=more)
