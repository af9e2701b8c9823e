"""A picture or film that nobody names is mentioned, and nothing fails of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from campaign.read.reader import read_folder
from projects import GOOD, run_command


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small campaign with an own picture, an own film and what an office program left."""
    into = tmp_path / "campaign_data"
    shutil.copytree(GOOD / "small", into)
    for name in ("images/IMG_0412.JPG", "images/Thumbs.db", "films/opening.mp4", "images/.hidden.jpg"):
        (into / name).parent.mkdir(exist_ok=True)
        (into / name).write_bytes(b"x")
    return into


def test_each_file_is_mentioned_with_where_it_could_be_named(folder: Path) -> None:
    """By its path, with the line to write; what a system left is nobody's."""
    film, picture = read_folder(folder, shown_as="campaign_data").mentions

    assert [str(one.place) for one in (film, picture)] == [
        "campaign_data/films/opening.mp4",
        "campaign_data/images/IMG_0412.JPG",
    ]
    assert film.hint and "file: films/opening.mp4" in film.hint.zh
    assert picture.hint and "image: images/IMG_0412.JPG" in picture.hint.zh


def test_what_a_slide_names_is_shown(folder: Path) -> None:
    """A file named by any value of any record isn't mentioned; the others are still."""
    screens = folder / "screens.yml"
    text = screens.read_text(encoding="utf-8")
    head, line, rest = text.partition("    playlist:\n")
    assert line
    item = "      - {shows: film, file: films/opening.mp4, seconds: 4}\n"
    screens.write_text(f"{head}{line}{item}{rest}", encoding="utf-8")

    assert [str(one.place) for one in read_folder(folder).mentions] == [f"{folder.as_posix()}/images/IMG_0412.JPG"]


def test_the_check_tells_and_ends_well(folder: Path) -> None:
    """`campaign check` writes the mention to standard error, says there is no problem, and ends with 0."""
    done = run_command(folder.parent, "check")

    assert done.returncode == 0, done.stderr
    assert "提醒 note: campaign_data/images/IMG_0412.JPG: " in done.stderr
    assert "没有问题" in done.stdout
