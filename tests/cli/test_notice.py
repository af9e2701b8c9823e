"""Displays in the built site: packs that are sound, pages in each language, the notice put up and taken back."""

import csv
import json
import pickle
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from io import StringIO

import pytest
from selectolax.lexbor import LexborHTMLParser

from campaign import builder
from campaign.channels.screens import verify_pack
from campaign.cli import main
from campaign.cli.notice_words import by_language
from campaign.core.artifact import Download, Source
from campaign.core.problems import CampaignDataError
from campaign.read import read_campaign
from looking import some
from projects import GOOD, TOP, build_environment, contents, make_project, run_build, run_command

NOW = {"SOURCE_DATE_EPOCH": "1742702400"}
"""A day of the small campaign's week: 23 March 2025, noon in Shanghai."""
LIGHT = {"campaign.channels.screens", "campaign.channels.screens.job", "campaign.channels.screens.report"}
UNPICKLED = """
import pickle, sys
from pathlib import Path
job = pickle.loads(Path(sys.argv[1]).read_bytes())
assert job.reports[0].frames
print(*(name for name in sys.modules if name.startswith("campaign.channels.screens")))
"""


def _campaign(project, *arguments):
    return run_command(project, *arguments, **NOW)


def _playlist(site):
    with zipfile.ZipFile(site / "screens" / "harbour-wall.zip") as pack:
        return list(csv.reader(StringIO(pack.read("playlist.csv").decode("utf-8-sig"))))


def _pages(site, inner):
    return LexborHTMLParser((site / inner / "index.html").read_bytes())


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """The small campaign without posters, built on a day of its week; tests put it back as it was."""
    folder = make_project(tmp_path_factory.mktemp("aired") / "project", GOOD / "small")
    (folder / "campaign_data" / "posters.yml").unlink()
    assert _campaign(folder, "notice", "--clear").returncode == 0
    assert run_build(folder, environment=NOW).returncode == 0
    return folder


def test_every_display_has_a_sound_pack_and_its_pages(site):
    """Each display of the shipped campaign: pack, feed, pictures; a page in both languages with every frame."""
    for display in some(read_campaign(TOP / "campaign_data").displays):
        assert verify_pack(site / "screens" / f"{display.id}.zip") == []
        feed = json.loads((site / "screens" / f"{display.id}.json").read_text("utf-8"))
        for root in ("", "en"):
            pictures = _pages(site, f"{root}/screens/{display.id}".lstrip("/")).css(".frame-shot img")
            assert len(pictures) == len({item["image"] for item in feed["items"]})
            assert _pages(site, f"{root}/screens".lstrip("/")).css_first(f"#display-{display.id} .loop li")
        for item in some(feed["items"]):
            assert (site / "screens" / item["image"]).is_file()


def test_the_screens_are_light_enough_to_host(site):
    """All displays of the shipped campaign together take less than 30 MB."""
    files = [path for path in (site / "screens").rglob("*") if path.is_file()]

    assert len(files) > 50 and sum(path.stat().st_size for path in files) < 30_000_000


def test_the_staff_page_leads_to_the_displays_and_downloads_have_their_packs(site, one_language_site):
    """Where there are displays; a campaign without them has no page and no link. They are nothing to the public."""
    for root in ("", "en/"):
        assert _pages(site, f"{root}staff").css("a[href$='screens/']"), root
        assert not _pages(site, f"{root}site-map").css("a[href$='screens/']"), root
    packs = [link.attributes["href"] for link in _pages(site, "downloads").css("#displays a[download]")]
    assert len(packs) == len(read_campaign(TOP / "campaign_data").displays)
    assert not (one_language_site / "screens").exists()
    assert not _pages(one_language_site, "").css("a[href*='screens']")


def test_what_displays_show_is_the_same_with_posters_and_without(project, tmp_path):
    """Built elsewhere on the same day, with posters, every file of theirs is the same."""
    other = make_project(tmp_path / "again", GOOD / "small")
    done = run_build(other, environment=NOW)

    assert done.returncode == 0, done.stderr
    assert contents(other / "site" / "screens") == contents(project / "site" / "screens")


def test_a_notice_stands_first_until_it_is_taken_back(project):
    """One command puts it first in every pack with its end; another takes it back, and nothing is left of it."""
    before = contents(project / "site" / "screens")
    words = ["--text", "zh=今天停水", "--text", "en=No water today"]

    done = _campaign(project, "notice", *words, "--until", "2025-03-23 18:00")
    assert done.returncode == 0, done.stderr
    assert "1 块屏" in done.stdout
    rows = _playlist(project / "site")
    assert "urgent-notice" in rows[1][1] and rows[1][5] == "2025-03-23 18:00"
    with zipfile.ZipFile(project / "site" / "screens" / "harbour-wall.zip") as pack:
        assert "films/00-notice-day.mp4" in pack.namelist()
    assert "今天停水" in (project / "site" / "zh" / "screens" / "index.html").read_text("utf-8")
    for path in ("index.html", "programme/index.html", "feeds/changes.en.xml", "calendar/en/all.ics"):
        assert "No water today" in (project / "site" / path).read_text("utf-8")

    done = _campaign(project, "notice", "--clear")
    assert done.returncode == 0, done.stderr
    assert contents(project / "site" / "screens") == before
    assert "No water today" not in (project / "site" / "index.html").read_text("utf-8")
    assert "Notice withdrawn" in (project / "site" / "feeds" / "changes.en.xml").read_text("utf-8")


def test_a_notice_goes_by_itself(project, tmp_path):
    """Built after its end, no pack has it any more, though nobody took it back."""
    other = make_project(tmp_path / "over", GOOD / "small")
    (other / "campaign_data" / "posters.yml").unlink()
    done = _campaign(other, "notice", "--text", "请勿靠近", "--until", "18:00", "--no-build")
    assert done.returncode == 0, done.stderr
    later = {**NOW, "SOURCE_DATE_EPOCH": str(int(NOW["SOURCE_DATE_EPOCH"]) + 7 * 3600)}

    assert run_build(other, environment=later).returncode == 0
    assert _playlist(other / "site") == _playlist(project / "site")


@pytest.mark.parametrize(
    "arguments, told",
    [
        (["--text", "x"], "还要写 --until"),
        (["--text", "x", "--until", "soon"], "not a time: soon"),
        (["--text", "x", "--until", "2025-03-23 08:00"], "already over"),
        (["--text", "x", "--until", "18:00", "--from", "19:00"], "campaign notice --until: "),
        (["--text", "x", "--until", "18:00", "--display", "nowhere"], "there is no display nowhere"),
        (["--text", "zh=" + "字" * 40, "--text", "en=x", "--until", "18:00"], "say the notice in fewer words"),
        (["--text", "有事找 138-1234-5678", "--until", "18:00"], "campaign notice --text: --text 里有手机号"),
        (["--text", "\U0001f9ff", "--until", "18:00"], "U+1F9FF"),
    ],
)
def test_a_notice_that_can_t_be_shown_changes_nothing(project, arguments, told):
    """No words or end, an end that is over, a display that isn't there, words that don't fit: told, nothing written."""
    before = contents(project / "campaign_data")

    done = _campaign(project, "notice", *arguments, "--no-build")

    assert done.returncode == 1 and told in done.stderr, done.stderr
    assert "campaign_data/、site/ 未改动" in done.stderr and "Traceback" not in done.stderr
    assert contents(project / "campaign_data") == before


def test_verify_pack_says_which_file_is_spoilt(project, tmp_path):
    """A sound pack is 0; altered, missing and more files are named with 1; so is what is no pack.

    What a system left is named and no fault.
    """
    sound = project / "site" / "screens" / "harbour-wall.zip"
    folder = tmp_path / "pack"
    with zipfile.ZipFile(sound) as archive:
        archive.extractall(folder)
    (folder / "films" / "day.mp4").write_bytes(b"x")
    (folder / "README.txt").unlink()
    (folder / "virus.exe").write_bytes(b"x")
    (folder / "Thumbs.db").write_bytes(b"x")

    assert _campaign(project, "verify-pack", str(sound)).returncode == 0
    done = _campaign(project, "verify-pack", str(folder), str(project / "mkdocs.yml"))

    assert done.returncode == 1
    for said in ("films/day.mp4: 内容被改动过", "README.txt: 缺少", "virus.exe: 多出来", "can't be opened as a pack"):
        assert said in done.stderr
    assert "2 packs are spoilt" in done.stderr
    assert "Thumbs.db: 系统自己留下的" in done.stdout and "Thumbs.db" not in done.stderr


def test_the_other_languages_get_reports_and_no_engine(project, tmp_path):
    """What the second process is handed holds no bytes of a pack, and unpacking it loads only values."""
    first = builder.first_job(project / "campaign_data", shown_as="campaign_data")
    report = pickle.loads(pickle.dumps(_report(project)))
    file = Download(path="screens/x.zip", content=b"0" * 1_000_000, source=Source(kind="display", id="x"))
    light = replace(first, listed={"screens": (report,)}, files=(file,)).other("zh")
    (tmp_path / "job").write_bytes(pickle.dumps(light))

    done = subprocess.run(
        [sys.executable, "-c", UNPICKLED, str(tmp_path / "job")],
        capture_output=True,
        text=True,
        env=build_environment(PYTHONPATH=str(TOP / "hooks")),
    )

    assert done.returncode == 0, done.stderr
    assert first.displays and not light.displays and not light.files
    assert set(done.stdout.split()) <= LIGHT
    assert (tmp_path / "job").stat().st_size < 1_000_000


def _report(project):
    """The small campaign's display as made, from the cache the project's build filled."""
    from campaign.channels.screens import render
    from campaign.workshop.cache import Cache
    from campaign.workshop.making import Bench

    job = builder.first_job(project / "campaign_data", shown_as="campaign_data")
    (report,) = render(job.displays, Bench(cache=Cache(TOP / ".cache" / "screens"))).listed
    return report


def test_a_broken_notice_makes_way_for_a_new_one(project, tmp_path):
    """What stands now is replaced, not read: in a hurry nobody mends it first."""
    other = tmp_path / "broken"
    shutil.copytree(project, other)
    path = other / "campaign_data" / "notice.yml"
    path.write_text("ends: nonsense\n", encoding="utf-8")

    done = _campaign(other, "notice", "--text", "No water", "--text", "zh=停水", "--until", "18:00", "--no-build")

    assert done.returncode == 0, done.stderr
    assert "nonsense" not in path.read_text("utf-8") and "停水" in path.read_text("utf-8")


@pytest.mark.parametrize("typed", ["zh=停水", "zh：停水", "ZH= 停水", "中文＝停水", "'zh=停水'", "“zh：停水”", "停水"])
def test_words_reach_the_language_they_were_meant_for(typed):
    """A full-width sign, a colon, capitals, the language's Chinese name or stray quotes never end on a display."""
    assert by_language([typed], ["zh"]) == {"zh": "停水"}


def test_one_text_never_takes_the_place_of_another():
    """Two texts for one language, or two for none, are refused; a colon inside plain words is no language."""
    assert by_language(["注意：停水"], ["zh"]) == {"zh": "注意：停水"}
    assert by_language(["zh：停水", "en：No water"], ["zh", "en"]) == {"zh": "停水", "en": "No water"}
    for twice in (["zh=a", "zh：b"], ["a", "b"]):
        with pytest.raises(CampaignDataError) as refused:
            by_language(twice, ["zh", "en"])
        assert "given twice" in str(refused.value)


def test_what_is_left_to_do_until_the_public_sees_it_online_is_said(tmp_path, monkeypatch, capsys):
    """Put up, taken back, or gone already: the site that is online is another, and each place of it is named."""
    shutil.copytree(GOOD / "small", tmp_path / "campaign_data")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW["SOURCE_DATE_EPOCH"])
    (tmp_path / "campaign_data/notice.yml").unlink(missing_ok=True)
    put_up = ["notice", "--text", "zh=停水", "--text", "en=No water", "--until", "18:00", "--no-build"]
    steps = "  make release\n  make publish TARGET=官网\n  make publish TARGET='old portal'\n"

    assert main(put_up) == 0
    assert "make publish" not in capsys.readouterr().out
    with (tmp_path / "campaign_data/campaign.yml").open("a", encoding="utf-8") as stream:
        stream.write("targets:\n  - {name: 官网, kind: folder, folder: www}\n  - {name: old portal, kind: zip}\n")
    for arguments in (put_up, ["notice", "--clear", "--no-build"], ["notice", "--clear"]):
        assert main(arguments) == 0
        assert capsys.readouterr().out.endswith(steps)
