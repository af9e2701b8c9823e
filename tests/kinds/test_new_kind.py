"""The grain of the house: a new kind of record is one module, its YAML and one template, and nothing else changes."""

import json
import os
import re
import subprocess
import sys
from textwrap import dedent

import pytest
from selectolax.lexbor import LexborHTMLParser

from projects import GOOD, make_project, run_build

MODULE = '''
"""Prizes: what the campaign gives away."""

from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from campaign.core.problems import Message
from campaign.kinds.brief import Brief
from campaign.kinds.fields import Id, Line, Record, RichText, Sample
from campaign.kinds.kind import DataFile, Kind, Menu, Page, Printed

if TYPE_CHECKING:
    from campaign.kinds.campaign import Campaign


class Prize(Record):
    """Something to be won."""

    kind: ClassVar[str] = "prize"
    id: Id
    name: Line
    about: RichText
    sample: Sample = False


class PrizesFile(Record):
    """prizes.yml."""

    name: Line
    prizes: tuple[Prize, ...] = Field(min_length=1)


def _file(campaign: "Campaign") -> PrizesFile:
    return campaign.of_file("prizes")[0]


def _brief(campaign: "Campaign", prize: Prize) -> Brief:
    return Brief(
        kind="prize",
        id=prize.id,
        title=prize.name,
        kicker=_file(campaign).name,
        about=prize.about,
        sample=prize.sample,
        link=("prize", prize.id),
    )


FILES = (DataFile(name="prizes", place=18, model=PrizesFile),)
PAGES = (
    Page(
        name="prizes",
        place=160,
        path="prizes/",
        title=lambda campaign: _file(campaign).name,
        there=lambda campaign: bool(campaign.of_file("prizes")),
        menu=Menu("plan", 8),
        map_place=16,
        lists="prize",
        printed=Printed(),
    ),
)
KINDS = (
    Kind(
        name="prize",
        place=99,
        model=Prize,
        file="prizes",
        key="prizes",
        called=Message("奖品", "prize"),
        folder="prizes/",
        hub="prizes",
        printed=Printed(fields=("name",)),
        poster="prize",
        brief=_brief,
    ),
)
'''
TEMPLATE = """
{% import "_macros.j2.html" as m with context %}
<article class="page wrap prize-page">{{ m.head(title, "", up, record) }}{{ e.rich(record.about) }}</article>
"""
DATA = """\
# 奖品 prizes
name: {zh: 奖品, en: Prizes}
prizes:
  - id: teapot
    name: {zh: 节水茶壶, en: A teapot that saves water}
    about: {zh: 一壶好茶。, en: A good pot of tea.}
    sample: true
"""
MISTAKEN = DATA.replace("    about:", "    abuot:") + DATA.partition("prizes:\n")[2]


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """The small campaign with a kind nobody had thought of: three files more, none changed."""
    folder = make_project(tmp_path_factory.mktemp("prizes"), GOOD / "small")
    (folder / "hooks/campaign/kinds/prize.py").write_text(dedent(MODULE).lstrip(), encoding="utf-8")
    (folder / "hooks/campaign/channels/site/templates/prize.j2.html").write_text(TEMPLATE, encoding="utf-8")
    (folder / "campaign_data/prizes.yml").write_text(DATA, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def built_site(project):
    """The project built as it is."""
    done = run_build(project)
    assert done.returncode == 0, done.stderr
    return project / "site"


def _campaign(project, *arguments, folder):
    """The command line of the project's own library."""
    return subprocess.run(
        [sys.executable, "-m", "campaign", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(project / "hooks"), "PYTHONUTF8": "1"},
    )


@pytest.mark.parametrize(
    ("root", "name", "hub"), [("", "A teapot that saves water", "Prizes"), ("zh/", "节水茶壶", "奖品")]
)
def test_it_has_its_pages_in_both_languages(built_site, root, name, hub):
    """Its record by its own template, and its list, in the menu and on the site map; the sample mark stands on each."""
    record = LexborHTMLParser((built_site / root / "prizes/teapot/index.html").read_bytes())
    listed = LexborHTMLParser((built_site / root / "prizes/index.html").read_bytes())
    home = LexborHTMLParser((built_site / root / "index.html").read_bytes())
    site_map = LexborHTMLParser((built_site / root / "site-map/index.html").read_bytes())

    assert record.css_first("article.prize-page h1").text() == name
    assert record.css_first(".ribbon") and listed.css_first(".ribbon")
    assert [one.text() for one in listed.css(".page h2 a")] == [name]
    assert hub in [one.text().strip() for one in home.css("header nav a, nav a") if "prizes/" in one.attributes["href"]]
    assert {"../prizes/", "../prizes/teapot/"} <= {one.attributes["href"] for one in site_map.css(".map a")}


@pytest.mark.parametrize(("root", "word"), [("", "tea"), ("zh/", "一壶好茶")])
def test_it_is_found_and_shared(built_site, root, word):
    """The search knows its words; its page has a share card of its own."""
    script = (built_site / root / "search/index.js").read_text("utf-8")
    index = json.loads(script.removeprefix("var campaignIndex=").removesuffix(";\n"))
    found = {row[0]: " ".join(map(str, row)) for row in index["entries"]}
    language = root.rstrip("/") or "en"

    assert word in found["prizes/teapot/"] and "prizes/" in found
    assert (built_site / f"cards/{language}/prizes/teapot.png").stat().st_size > 1_000


def test_it_has_a_printed_address(built_site):
    """A short code leads to its record, another to its list."""
    leads = {
        LexborHTMLParser(path.read_bytes()).css_first("a[href]").attributes["href"]
        for path in built_site.glob("q/*/index.html")
    }

    assert {"../../prizes/teapot/index.html", "../../prizes/index.html"} <= leads


def test_it_is_in_the_data(built_site):
    """The JSON gives it, and the schema describes it."""
    data = json.loads((built_site / "data/campaign.json").read_text("utf-8"))
    schema = json.loads((built_site / "data/campaign.schema.json").read_text("utf-8"))

    assert [one["id"] for one in data["prizes"]["prizes"]] == ["teapot"]
    assert schema["properties"]["prizes"]["$ref"] == "#/$defs/PrizesFile" and "Prize" in schema["$defs"]


def test_its_mistakes_are_told_in_its_own_words(project, tmp_path):
    """`check` knows its keys, its name in Chinese and English, and that an id is used twice, each at its line."""
    data = tmp_path / "campaign_data"
    data.mkdir()
    for path in (project / "campaign_data").iterdir():
        if path.name != "schema":
            (data / path.name).symlink_to(path) if path.is_dir() else (data / path.name).write_bytes(path.read_bytes())
    (data / "prizes.yml").write_text(MISTAKEN, encoding="utf-8")

    done = _campaign(project, "check", "--data", str(data), folder=tmp_path)

    assert done.returncode == 1, done.stdout
    assert "prizes.yml:6:5: " in done.stderr and "about" in done.stderr
    assert "prizes.yml:8:" in done.stderr and "奖品编号“teapot”用了两次" in done.stderr
    assert "prize id teapot is used twice" in done.stderr


def test_its_samples_are_refused(project):
    """A release names it at its line, like every other sample."""
    done = _campaign(project, "release", folder=project)

    assert done.returncode == 1
    listed = (project / "release-todo.txt").read_text("utf-8-sig")
    assert re.search(r"campaign_data/prizes\.yml:7:13\n +示例数据还没有核实：[^\n]*teapot", listed)
