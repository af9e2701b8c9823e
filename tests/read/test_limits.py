"""Files too large, too deep or too full are refused in little time, whatever the parser would make of them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from campaign.core.problems import CampaignDataError
from campaign.read import read_campaign
from campaign.read.files import folder as folder_room
from campaign.read.tree import composer as tree_room

GOOD = Path(__file__).parent.parent / "good" / "small"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GOOD, tmp_path / "campaign_data"))


def _told(data: Path) -> str:
    with pytest.raises(CampaignDataError) as raised:
        read_campaign(data, shown_as="campaign_data")
    return str(raised.value)


def test_a_file_too_large_is_not_opened(data: Path) -> None:
    """Its size is told; nothing follows from its not being read."""
    (data / "priorities.yml").write_bytes(b"#" * (folder_room.LARGEST + 1))
    assert _told(data).startswith("campaign_data/priorities.yml: 文件太大：4.0 MB，最多 4 MB")
    assert "共 1 处" in _told(data)


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "{a: " * 50_000, "- " * 100_000, "a:\n" + "".join(f"{' ' * n}b:\n" for n in range(1, 1500))]
)
def test_a_file_too_deep_is_refused(data: Path, text: str) -> None:
    """Nested collections end at a limit, never in RecursionError."""
    (data / "contacts.yml").write_text(text)
    assert "campaign_data/contacts.yml" in _told(data)


def test_a_file_with_too_many_values_is_refused(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit is told at the value that breaks it."""
    monkeypatch.setattr(tree_room, "MOST_NODES", 1000)
    (data / "contacts.yml").write_text("contacts: [" + "a, " * 2000 + "]\n")
    assert _told(data).startswith("campaign_data/contacts.yml:1:3003: 一个文件里的内容太多")
    assert "共 1 处" in _told(data)


@pytest.mark.parametrize(
    "text",
    [
        '"' + "\\" * 99_999,
        "'" * 99_999,
        "a: " * 99_999,
        "a" * 500_000,
        " " * 500_000 + ":",
        "# " * 99_999,
        "：" * 99_999,
        "\t" * 99_999 + "a",
    ],
)
def test_monstrous_lines_are_read_in_time(data: Path, text: str) -> None:
    """No line makes the reader slow: every rule looks at a line once."""
    (data / "contacts.yml").write_text(text, encoding="utf-8")
    assert "campaign_data/contacts.yml" in _told(data)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes")
def test_a_pipe_is_not_waited_for(data: Path) -> None:
    """Only regular files are opened."""
    (data / "contacts.yml").unlink()
    os.mkfifo(data / "contacts.yml")
    assert "这不是普通文件" in _told(data)


def test_a_linked_outreach_folder_is_refused(data: Path) -> None:
    """A symbolic link can't bring files from elsewhere in."""
    (data / "outreach").rename(data.parent / "elsewhere")
    (data / "outreach").symlink_to(data.parent / "elsewhere")
    assert "campaign_data/outreach: 这是快捷方式" in _told(data)


def test_pictures_behind_a_linked_folder_are_refused(data: Path) -> None:
    """A regular file on the far side of a link is still behind a link."""
    (data.parent / "elsewhere").mkdir()
    (data.parent / "elsewhere" / "a.jpg").write_bytes(b"\xff\xd8\xff")
    (data / "images").symlink_to(data.parent / "elsewhere")
    event = data / "outreach" / "southbank.yml"
    event.write_text(
        event.read_text(encoding="utf-8") + "    image: images/a.jpg\n    image_alt: 图\n", encoding="utf-8"
    )
    assert "southbank.yml:15:12: “images/a.jpg”是快捷方式（符号链接），不是图片本身" in _told(data)
