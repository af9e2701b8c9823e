"""From a folder of YAML to a Campaign, or to every problem in it at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from campaign.core.problems import CampaignDataError, Problem
from campaign.kinds import OUTREACH, Campaign, Record, Surroundings
from campaign.read.check.characters import character_problems
from campaign.read.check.official import official_problems
from campaign.read.check.personal import personal_data
from campaign.read.check.pictures import picture_faults
from campaign.read.check.record_names import record_names
from campaign.read.check.rules import rule_problems
from campaign.read.check.surroundings import gather
from campaign.read.check.unfinished import unfinished
from campaign.read.check.unnamed_files import unnamed_files
from campaign.read.check.validation import Validator
from campaign.read.check.week import week_missed
from campaign.read.files.folder import list_folder
from campaign.read.tree.documents import Documents, read_documents
from campaign.read.tree.places import Places, places


@dataclass(frozen=True)
class Reading:
    """A campaign, and where everything in it stands; mentions: what is no mistake, yet surely not meant.

    unused: a mention of each value that may be published on purpose and stands in none of the campaign's files: it may
    stand in a hand-written page. unfinished: a mention of each text that a draft leaves open; no release takes them.
    """

    campaign: Campaign
    places: Places
    mentions: tuple[Problem, ...] = ()
    unused: Mapping[str, Problem] = field(default_factory=dict)
    unfinished: tuple[Problem, ...] = ()


def read_campaign(folder: Path, *, shown_as: str | None = None) -> Campaign:
    """The campaign a folder describes, complete.

    shown_as: the folder's path as problems show it, the given one otherwise.
    Raises CampaignDataError with every problem of every file, sorted, and nothing else for any mistake in the data.
    """
    return read_folder(folder, shown_as=shown_as).campaign


def read_folder(folder: Path, *, shown_as: str | None = None) -> Reading:
    """The same with the places, for checks that come after reading."""
    path = (shown_as or folder.as_posix()).rstrip("/")
    listing = list_folder(folder, path)
    documents = read_documents(listing, folder, path)
    around = replace(
        gather(documents, images=listing.images, films=listing.films),
        picture_faults=picture_faults(documents, folder, listing.images),
    )
    missed = week_missed(documents, around)
    around = replace(around, week=None) if missed else around
    records, problems = _records(documents, around, listing.links)
    problems = [*documents.problems, *missed, *problems]
    problems += character_problems(documents, problems)
    personal = personal_data(documents)
    problems += personal.problems
    problems += _unlike_the_plan(documents, folder)
    if problems:
        raise CampaignDataError(problems)
    mentions = tuple(unnamed_files(documents, listing, path))
    return Reading(_campaign(records), places(documents, path), mentions, personal.unused, tuple(unfinished(documents)))


def _unlike_the_plan(documents: Documents, folder: Path) -> list[Problem]:
    """Where official words aren't the plan's, but for lines that are told already as they can't be read."""
    drafts = {document.draft.source.path: document.draft for document in documents.files.values()}
    found = official_problems(documents, folder)
    return [one for problem in found for one in drafts[problem.place.path].without_unreadable([problem])]


def _records(
    documents: Documents, around: Surroundings, links: frozenset[str]
) -> tuple[dict[str, Record], list[Problem]]:
    """The record of every file that can be one, by the file's name; and every problem in and between them."""
    names = record_names(documents)
    validator = Validator(around, links, names)
    records: dict[str, Record] = {}
    problems: list[Problem] = []
    for name, document in documents.files.items():
        record, found = validator.record(document)
        problems += document.draft.without_unreadable(found)
        if record:
            records[name] = record
    drafts = {document.draft.source.path: document.draft for document in documents.files.values()}
    for problem in rule_problems(documents, around, names):
        problems += drafts[problem.place.path].without_unreadable([problem])
    return records, problems


def _campaign(records: dict[str, Record]) -> Campaign:
    """The records as one value; outreach files in the order of the counties."""
    files: dict[str, Any] = {name: record for name, record in records.items() if "/" not in name}
    order = [county.id for county in files["counties"].counties]
    outreach: list[Any] = [record for name, record in records.items() if name.startswith(f"{OUTREACH}/")]
    known = {one.name for one in fields(Campaign)}
    more = {name: files.pop(name) for name in sorted(files.keys() - known)}
    return Campaign(**files, outreach=tuple(sorted(outreach, key=lambda file: order.index(file.county))), more=more)
