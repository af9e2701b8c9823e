"""What a release is made from: an edit of the data or a page is noticed, what the program writes itself is no edit."""

import shutil

import pytest

from campaign.release import sources
from projects import GOOD


@pytest.fixture
def project(tmp_path):
    """A campaign's folder and a folder of hand-written pages."""
    shutil.copytree(GOOD / "small", tmp_path / "campaign_data")
    (tmp_path / "docs" / "zh").mkdir(parents=True)
    (tmp_path / "docs" / "zh" / "help.md").write_text("# 帮助\n", "utf-8")
    return tmp_path


def found(project):
    return sources(project / "campaign_data", project / "docs")


def test_data_pictures_and_pages_count_each_by_its_path(project):
    """Files of the campaign, of its counties, its pictures, and the pages beside it."""
    (project / "campaign_data/images").mkdir()
    (project / "campaign_data/images/square.jpg").write_bytes(b"jpeg")

    names = set(found(project))

    assert {"campaign_data/campaign.yml", "campaign_data/outreach/northbank.yml"} <= names
    assert {"campaign_data/images/square.jpg", "docs/zh/help.md"} <= names


def edited(project, path, text):
    """The paths whose fingerprint is another once a text stands at the end of a file."""
    before = found(project)
    with (project / path).open("a", encoding="utf-8") as stream:
        stream.write(text)
    after = found(project)
    return [name for name in {*before, *after} if before.get(name) != after.get(name)]


PATHS = ("campaign_data/theme.yml", "campaign_data/outreach/southbank.yml", "campaign_data/new.yml")
PAGES = ("docs/zh/help.md", "docs/zh/new.md")


@pytest.mark.parametrize("path", [*PATHS, *PAGES])
def test_an_edit_shows(project, path):
    """Whatever the site is made from, read or not."""
    assert edited(project, path, "\nmore: 1\n") == [path]


def test_where_the_site_goes_and_comments_are_no_edit(project):
    """Neither a target that is added or corrected nor a remark is anything that the site shows; a title is."""
    path = project / "campaign_data/campaign.yml"

    assert edited(project, "campaign_data/theme.yml", "\n# a remark\n") == []
    assert edited(project, path, "targets:\n  - name: 官网\n    kind: folder\n    folder: www\n") == []
    before = found(project)
    path.write_text(path.read_text("utf-8").replace("folder: www", "folder: web"), "utf-8")
    assert found(project) == before
    assert edited(project, path, 'site_address: "x"\n') == ["campaign_data/campaign.yml"]


@pytest.mark.parametrize(
    "name",
    [
        "ledger.jsonl",
        "ledger.head",
        "published.jsonl",
        "publications.jsonl",
        "README.md",
        "schema/theme.schema.json",
        ".theme.yml.swp",
        "Thumbs.db",
        "~$theme.yml",
        "attic/old.yml",
    ],
)
def test_what_says_nothing_of_the_campaign_is_no_edit(project, name):
    """What the program keeps there, the handbook, what systems and editors leave, folders nobody reads."""
    before = found(project)
    path = project / "campaign_data" / name
    path.parent.mkdir(exist_ok=True)
    with path.open("ab") as stream:
        stream.write(b"x")

    assert found(project) == before
