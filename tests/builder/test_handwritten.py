"""Hand-written files: which the host keeps, and which can't be published."""

from dataclasses import replace

import pytest

from campaign import channels
from campaign.builder.handwritten import (
    LANGUAGE,
    LINK,
    TAKEN,
    SourceFile,
    mistakes,
    needed,
    source_files,
    undrawn_titles,
    written_pages,
)
from campaign.builder.job import first_job
from campaign.core.problems import CampaignDataError
from projects import GOOD, TOP


def _file(source, destination=None, *, folder=""):
    page = source.endswith(".md")
    return SourceFile(
        folder=str(folder), source=source, destination=destination or source, url="", page=page, published=True
    )


def _found(files, docs, **more):
    told = {"docs": docs, "shown_as": "docs/zh", "taken": {"theme/index.html"}, "languages": ["en"], **more}
    return [(problem.place.path, problem.what) for problem in mistakes(files, **told)]


@pytest.mark.parametrize(
    "source, first, other",
    [
        ("assets/javascripts/bundle.js", False, False),
        ("assets/stylesheets/main.css", False, False),
        ("assets/images/favicon.png", False, False),
        ("assets/own.css", True, False),
        ("learn/index.md", True, True),
        ("learn/Thumbs.db", False, False),
        ("learn/Desktop.ini", False, False),
        ("__MACOSX/learn/._index.md", False, False),
        ("learn/Thumbs.db.pdf", True, True),
        ("learn/.#index.md", False, False),
        ("learn/index.md~", False, False),
        ("learn/index.bak", False, False),
    ],
)
def test_what_no_page_asks_for_is_left_out(source, first, other):
    """Material's scripts, styles and pictures, and what a system left; our own assets stand once."""
    assert needed(_file(source), own_assets=True) is first
    assert needed(_file(source), own_assets=False) is other


def test_a_file_where_something_else_stands_is_refused(tmp_path):
    """By the address it would have, however its own name is spelt; a language's folder belongs to the language."""
    files = [
        _file("theme.md", "theme/index.html"),
        _file("theme/index.md", "theme/index.html"),
        _file("en/x.md", "en/x/index.html"),
        _file("entries.md", "entries/index.html"),
    ]

    assert _found(files, tmp_path) == [
        ("docs/zh/theme.md", TAKEN),
        ("docs/zh/theme/index.md", TAKEN),
        ("docs/zh/en/x.md", LANGUAGE),
    ]
    assert _found(files, tmp_path, languages=[], taken=set()) == []


def test_a_link_that_leads_elsewhere_is_refused(tmp_path):
    """MkDocs would publish what it points at, be the link the file itself or a folder on its way; the theme's may."""
    docs, secret = tmp_path / "docs", tmp_path / "secret"
    docs.mkdir()
    secret.mkdir()
    (secret / "x.txt").write_text("x", encoding="utf-8")
    (docs / "own.txt").write_text("x", encoding="utf-8")
    (docs / "x.txt").symlink_to(secret / "x.txt")
    (docs / "below").symlink_to(secret, target_is_directory=True)
    files = [_file(source, folder=docs) for source in ("own.txt", "x.txt", "below/x.txt")]

    assert _found(files, docs) == [("docs/zh/x.txt", LINK), ("docs/zh/below/x.txt", LINK)]
    assert _found([_file("x.txt", folder=secret.parent)], docs) == []


def test_a_project_reached_by_a_link_is_no_mistake(tmp_path):
    """Only what is below docs/ counts: the way to docs/ itself may lead over links."""
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "own.txt").write_text("x", encoding="utf-8")
    (tmp_path / "docs").symlink_to(tmp_path / "real", target_is_directory=True)

    assert _found([_file("own.txt", folder=tmp_path / "docs")], tmp_path / "docs") == []


def test_a_title_that_no_font_draws_is_told_at_its_line(tmp_path):
    """Before anything is made: a share card would show a box in its place."""
    page = tmp_path / "docs" / "zh" / "learn" / "a.md"
    page.parent.mkdir(parents=True)
    page.write_text("说明\n\n# 商标😀入门\n\n正文🙂\n", encoding="utf-8")

    (problem,) = undrawn_titles(written_pages(tmp_path / "docs", ["zh", "en"]))

    assert (str(problem.place), problem.source) == ("docs/zh/learn/a.md:3:5", "# 商标😀入门")
    assert "U+1F600" in problem.what.zh


def test_what_a_host_would_find_is_known_before_it_looks(tmp_path):
    """Each file with the address it would have; a linked folder is not entered, be it a ring; what hosts hide is not
    published."""
    for name in ("index.md", "learn/a.md", "learn/index.md", "a.png", ".git/x.png", "templates/x.png"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("# x", encoding="utf-8")
    (tmp_path / "ring").symlink_to(tmp_path, target_is_directory=True)

    found = list(source_files(tmp_path))

    assert {file.source: file.destination for file in found if file.published} == {
        "a.png": "a.png",
        "index.md": "index.html",
        "learn/a.md": "learn/a/index.html",
        "learn/index.md": "learn/index.html",
        "ring": "ring",
    }
    assert {file.source for file in found if not file.published} == {".git/x.png", "templates/x.png"}
    assert _found([file for file in found if file.source == "ring"], tmp_path) == [("docs/zh/ring", LINK)]


def test_hand_written_files_and_planning_are_told_of_in_one_round(tmp_path, monkeypatch):
    """By `check` as by a build, before anything is made: a link, a title, an address taken, what can't be planned,
    a file that a page refers to and can't be published."""

    def plan(commission):
        raise CampaignDataError([commission.places.problem(LINK, "posters")])

    every = channels.found()
    monkeypatch.setattr(channels, "found", lambda: {**every, "posters": replace(every["posters"], plan=plan)})
    docs = tmp_path / "docs" / "zh"
    (docs / "learn").mkdir(parents=True)
    (docs / "programme.md").write_text("# 日程", encoding="utf-8")
    (docs / "learn" / "a.md").write_text("# 商标😀入门", encoding="utf-8")
    (docs / "about.txt").symlink_to(TOP / "README.md")
    (docs / "form.docx").write_text("x", encoding="utf-8")
    (docs / "form.md").write_text("# 表\n\n[填](form.docx)\n", encoding="utf-8")

    with pytest.raises(CampaignDataError) as told:
        first_job(GOOD / "small", shown_as="campaign_data", docs=tmp_path / "docs")

    assert sorted(problem.place.path for problem in told.value.problems) == [
        "campaign_data/posters.yml",
        "docs/zh/about.txt",
        "docs/zh/form.md",
        "docs/zh/learn/a.md",
        "docs/zh/programme.md",
    ]
