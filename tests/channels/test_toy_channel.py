"""A new channel is one folder: its files are in the site, the cache, the ZIP and the release; nothing else changes."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from campaign import channels
from campaign.read import read_campaign
from projects import build_environment, contents, make_cleared_project

ROOM = {
    "__init__.py": '''"""Toys: a text for each event."""

from campaign.channels import Channel
from campaign.core.deferred import later

CHANNEL = Channel(
    label="玩具 toys", plan=later(f"{__name__}.planning", "plan"), make=later(f"{__name__}.rendering", "render")
)
''',
    "job.py": '''"""A toy to be made."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ToyJob:
    """One event's text."""

    event: str
    title: str
''',
    "planning.py": '''"""Which toys there are."""

from campaign.channels.toy.job import ToyJob
from campaign.core.problems import CampaignDataError, Message


def plan(commission):
    """One toy for each event; a word nobody plays with is a problem at its event."""
    events = commission.campaign.events
    told = [commission.places.of_record(Message("不好玩", "no toy"), "event", one.id) for one in _dull(events)]
    if told:
        raise CampaignDataError(told)
    return [ToyJob(one.id, one.title["en"]) for one in events]


def _dull(events):
    return [one for one in events if "tax" in one.title["en"]]
''',
    "making.py": '''"""Making one toy."""

import os
from pathlib import Path


def make(job):
    """The text, and a line in the test's own list of what was really made."""
    with Path(os.environ["TOYS_MADE"]).open("a") as made:
        made.write(job.event + "\\n")
    return {"txt": job.title.encode()}
''',
    "rendering.py": '''"""All toys."""

from campaign.channels import Output
from campaign.channels.toy.making import make
from campaign.core.artifact import Download, Source
from campaign.workshop.making import Craft

CRAFT = Craft(make=make, parts=lambda job: (job.title,))


def render(jobs, bench):
    """Every toy as a file of the site."""
    made = zip(jobs, CRAFT.made(jobs, bench), strict=True)
    files = [
        Download(path=f"toys/{job.event}.txt", content=one["txt"], source=Source(kind="event", id=job.event))
        for job, one in made
    ]
    return Output(files=tuple(files))
''',
}


class Project:
    """A project with the toy channel in it, and what its makers made."""

    def __init__(self, folder):
        self.folder = make_cleared_project(folder / "project")
        for path in ("posters.yml", "screens.yml"):
            (self.folder / "campaign_data" / path).unlink()
        self.edit("campaign.yml", "time_zone:", "share_cards: none\nprogramme_pictures: none\ntime_zone:")
        self.room = self.folder / "hooks" / "campaign" / "channels" / "toy"
        self.room.mkdir()
        for name, text in ROOM.items():
            (self.room / name).write_text(text, encoding="utf-8")
        self.made = folder / "made"
        self.made.write_text("")

    def run(self, module, *arguments):
        """The process of a command, and the events whose toys it made."""
        self.made.write_text("")
        environment = build_environment(
            CAMPAIGN_CACHE=str(self.folder / ".cache"),
            TOYS_MADE=str(self.made),
            PYTHONPATH=os.pathsep.join([str(self.folder / "hooks"), os.environ.get("PYTHONPATH", "")]),
        )
        command = [sys.executable, "-m", module, *arguments]
        done = subprocess.run(
            command, cwd=self.folder, capture_output=True, text=True, encoding="utf-8", env=environment
        )
        return done, sorted(self.made.read_text().split())

    def edit(self, name, before, after):
        """Change a file of the campaign."""
        path = self.folder / "campaign_data" / name
        text = path.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after, 1), encoding="utf-8")


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """The small campaign without posters and displays, which other tests build, built with the toy channel."""
    return Project(tmp_path_factory.mktemp("toys"))


@pytest.fixture(scope="module")
def events(project):
    """The ids of its events, from its own first build."""
    done, made = project.run("mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert f"玩具 toys: {len(made)}/{len(made)}" in done.stderr
    assert made == sorted(event.id for event in read_campaign(project.folder / "campaign_data").events)
    assert len(made) > 2
    return made


def test_its_files_are_in_the_site_and_its_results_in_the_cache_under_its_name(project, events):
    """One text for each event; the folder of the cache is called after the channel's own."""
    assert sorted(contents(project.folder / "site" / "toys")) == [f"{event}.txt" for event in events]
    assert len(contents(project.folder / ".cache" / "toy")) == len(events)


def test_what_was_made_is_kept_until_it_changes(project, events):
    """Another build makes nothing; a new title, one text."""
    before = contents(project.folder / "site" / "toys")

    assert project.run("mkdocs", "build", "--strict")[1] == []
    assert contents(project.folder / "site" / "toys") == before
    project.edit("outreach/northbank.yml", "    en: ", "    en: New ")
    assert len(project.run("mkdocs", "build", "--strict")[1]) == 1


def test_its_files_are_in_the_zip_and_in_the_release(project, events):
    """What goes on a stick and what is released hold the whole site, the new channel's files too."""
    paths = {f"toys/{event}.txt" for event in events}

    zipped, _ = project.run("campaign", "zip")
    released, _ = project.run("campaign", "release")

    assert (zipped.returncode, released.returncode) == (0, 0), released.stderr
    with zipfile.ZipFile(project.folder / "dist" / "tideford-water-2025-site.zip") as archive:
        assert paths <= set(archive.namelist())
    manifest = json.loads((project.folder / "release" / "manifest.json").read_text(encoding="utf-8"))
    assert {f"site/{path}" for path in paths} <= {one["path"] for one in manifest["files"]}


def test_its_problems_are_told_with_all_others(project, events):
    """By `check` and by the build, at their lines."""
    project.edit("outreach/northbank.yml", "    en: New ", "    en: The tax on ")

    for module, arguments in (("campaign", ["check"]), ("mkdocs", ["build", "--strict"])):
        done, made = project.run(module, *arguments)
        assert done.returncode == 1
        assert made == []
        assert "campaign_data/outreach/northbank.yml:" in done.stderr
        assert "不好玩 · no toy" in done.stderr


def test_every_folder_here_is_a_channel_or_one_the_builder_asks_by_name():
    """A channel that forgot to declare itself would be passed over in silence."""
    rooms = {path.parent.name for path in Path(channels.__path__[0]).glob("*/__init__.py")}

    assert len(rooms) > 5
    assert rooms - channels.found().keys() == {"feeds", "site"}
