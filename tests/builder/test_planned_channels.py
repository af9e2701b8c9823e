"""What channels are to make is planned in one place: all problems at once, nothing imported that nobody wants."""

import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest

from campaign import builder, channels
from campaign.channels import Channel, Commission, Output
from campaign.core.context import BuildContext
from campaign.core.problems import CampaignDataError, Message
from campaign.read import read_campaign
from projects import GOOD, build_environment, make_project

PLANS = """
import sys
from pathlib import Path
from campaign.builder import first_job
job = first_job(Path("campaign_data"), shown_as="campaign_data")
print(*sorted(job.planned), "|", *sys.modules)
"""
HEAVY = {"typst", "qrcode", "zxingcpp", "pypdfium2", "PIL.Image"}


def _maker(says):
    def make(jobs, bench):
        raise CampaignDataError([bench.places.problem(Message(says, says), "posters")])

    return make


def _channel(*jobs, says="", wanted=True):
    def plan(commission):
        if says:
            raise CampaignDataError([commission.places.problem(Message(says, says), "posters")])
        return jobs

    return Channel(label="", plan=plan, make=lambda jobs, bench: Output(), wanted=lambda campaign: wanted)


def _commission():
    campaign = read_campaign(GOOD / "small")
    return Commission(campaign=campaign, context=BuildContext(today=date(2025, 3, 22), site_address="https://x.cn/"))


def test_the_problems_of_all_channels_are_told_together(monkeypatch):
    """One that can't be planned hides no other's problems."""
    found = {"a": _channel(says="one"), "b": _channel(1), "c": _channel(says="two")}
    monkeypatch.setattr(channels, "found", lambda: found)

    with pytest.raises(CampaignDataError) as told:
        builder.planned(_commission())

    assert [problem.what.en for problem in told.value.problems] == ["one", "two"]


def test_a_channel_with_nothing_to_make_is_left_out(monkeypatch):
    """Because the campaign wants nothing of it, or because there is nothing."""
    found = {"a": _channel(1, 2), "b": _channel(), "c": _channel(3, wanted=False)}
    monkeypatch.setattr(channels, "found", lambda: found)

    assert builder.planned(_commission()) == {"a": (1, 2)}


def test_what_doesn_t_fit_is_told_of_all_channels_together(monkeypatch, tmp_path):
    """By a build and by a rehearsal alike; a rehearsal makes only what may not fit."""
    shutil.copytree(GOOD / "small", tmp_path / "campaign_data")
    job = replace(
        builder.first_job(tmp_path / "campaign_data", shown_as="d"), planned={"a": (1,), "b": (2,), "c": (3,)}
    )
    one, two, three = (
        replace(_channel(1), make=_maker(says), rehearse=rehearse)
        for says, rehearse in (("one", _maker("one")), ("two", _maker("two")), ("three", None))
    )
    monkeypatch.setattr(channels, "found", lambda: {"a": one, "b": two, "c": three})

    with pytest.raises(CampaignDataError) as rehearsed:
        builder.rehearse(job)
    with pytest.raises(CampaignDataError) as built:
        builder.made(job, docs=tmp_path / "docs")

    assert [problem.what.en for problem in rehearsed.value.problems] == ["one", "two"]
    assert [problem.what.en for problem in built.value.problems] == ["one", "three", "two"]


@pytest.mark.parametrize("wanted", ["everything", "nothing"])
def test_nothing_is_imported_for_what_a_campaign_doesn_t_want(tmp_path, wanted):
    """Without posters, displays, cards and photos no drawing library is loaded, and no module of those channels."""
    project = make_project(tmp_path / "project", GOOD / "small")
    head = project / "campaign_data" / "campaign.yml"
    if wanted == "nothing":
        for name in ("posters.yml", "screens.yml"):
            (project / "campaign_data" / name).unlink()
        off = "share_cards: none\nprogramme_pictures: none\n"
        head.write_text(off + head.read_text(encoding="utf-8"), encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-c", PLANS],
        cwd=project,
        capture_output=True,
        text=True,
        env=build_environment(PYTHONPATH=str(project / "hooks")),
    )

    assert done.returncode == 0, done.stderr
    planned, imported = (set(part.split()) for part in done.stdout.split("|"))
    parts = {
        name for name in imported if name.endswith((".planning", ".rendering", ".making")) and ".channels." in name
    }
    if wanted == "nothing":
        assert planned == {"permalinks"}
        assert not HEAVY & imported
        assert {name.split(".")[2] for name in parts} <= {"permalinks", "feeds"}
    else:
        assert planned == {"cards", "permalinks", "posters", "screens"}
        assert "PIL.Image" in imported and "typst" not in imported
