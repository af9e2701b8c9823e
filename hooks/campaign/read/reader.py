"""From a folder of YAML to a Campaign, or to every problem in it at once."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from campaign.model import FILES, OUTREACH, Campaign
from campaign.problems import CampaignDataError, Message, Problem
from campaign.read.nodes import Node, plain
from campaign.read.source import Source
from campaign.read.surroundings import gather
from campaign.read.tree import parse


def read_campaign(folder: Path, *, shown_as: str | None = None) -> Campaign:
    """The campaign a folder describes.

    shown_as: the folder's path as problems show it. Raises CampaignDataError with every problem of every file, sorted.
    """
    shown = (shown_as or folder.as_posix()).rstrip("/")
    problems: list[Problem] = []
    trees: dict[str, Node] = {}
    sources: dict[str, Source] = {}
    names = [n for n in FILES if (folder / f"{n}.yml").is_file()]
    names += [f"outreach/{p.stem}" for p in sorted((folder / OUTREACH).glob("*.yml"))]
    for name in names:
        text = (folder / f"{name}.yml").read_text("utf-8")
        sources[name] = source = Source(f"{shown}/{name}.yml", tuple(text.split("\n")))
        tree, found = parse(text, source)
        problems += found
        if tree is not None:
            trees[name] = tree
    images = frozenset(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.suffix in (".jpg", ".png", ".webp", ".jpeg"))
    around = gather(trees, unread=frozenset(names) - frozenset(trees), images=images)
    values = {}
    for name, tree in trees.items():
        model = FILES.get(name) or _outreach_model()
        try:
            values[name] = model.model_validate(plain(tree), context=around)
        except ValidationError as error:
            for fault in error.errors(include_url=False, include_input=False):
                what = Message(f"{fault['loc']} {fault['type']} {fault.get('ctx')}", fault["type"])
                problems.append(sources[name].problem(what, line=0))
    if problems:
        raise CampaignDataError(problems)
    outreach = tuple(values.pop(name) for name in list(values) if name.startswith("outreach/"))
    return Campaign(**values, outreach=outreach)  # type: ignore[arg-type]


def _outreach_model():
    from campaign.model.outreach import OutreachFile

    return OutreachFile
