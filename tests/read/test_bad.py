"""Every folder in tests/bad is a campaign with mistakes: what the author is told about them is in its expected.txt."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from campaign.core.problems import CampaignDataError
from campaign.read import read_campaign

TESTS = Path(__file__).parent.parent
GOOD = TESTS / "good" / "small"
CASES = sorted(folder.name for folder in (TESTS / "bad").iterdir() if folder.is_dir())
NOT_DATA = {"expected.txt", "delete.txt", "links.txt"}


def spoil(case: Path, into: Path) -> Path:
    """The small campaign with a case's files laid over it, its deletions and links made."""
    folder = into / "campaign_data"
    shutil.copytree(GOOD, folder)
    shutil.copytree(case, folder, dirs_exist_ok=True, ignore=lambda _, names: NOT_DATA & set(names))
    for name in _lines(case / "delete.txt"):
        (folder / name).unlink()
    for line in _lines(case / "links.txt"):
        name, target = line.split(" -> ")
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).unlink(missing_ok=True)
        (folder / name).symlink_to(target)
    return folder


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def test_there_are_bad_campaigns_to_look_at() -> None:
    """The folder of bad campaigns isn't empty or elsewhere."""
    assert len(CASES) >= 60


@pytest.mark.parametrize("case", CASES)
def test_the_author_is_told_exactly_this(case: str, tmp_path: Path) -> None:
    """A bad campaign is refused with the words in its expected.txt; UPDATE_EXPECTED=1 writes them anew to be read."""
    folder = spoil(TESTS / "bad" / case, tmp_path)
    expected = TESTS / "bad" / case / "expected.txt"
    with pytest.raises(CampaignDataError) as raised:
        read_campaign(folder, shown_as="campaign_data")
    if os.environ.get("UPDATE_EXPECTED"):
        expected.write_text(str(raised.value), encoding="utf-8", newline="\n")
    assert str(raised.value) == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES)
def test_nothing_is_left_unsaid(case: str) -> None:
    """No problem's words break off before what they were going to name, in either language."""
    lines = (TESTS / "bad" / case / "expected.txt").read_text(encoding="utf-8").splitlines()
    told = [line for line in lines if " · " in line and not line.startswith("   ")]

    assert told, "the test found no problem"
    assert [line for line in told if line.rstrip().endswith((":", "：", ": .", "：。")) or ":  ·" in line] == []
