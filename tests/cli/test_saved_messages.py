"""`campaign messages`: the texts as they are sent, on the console or as files that any office program opens."""

import shutil

import pytest

from campaign.cli import main
from projects import GOOD

PLAN = """\
opt_out: {zh: 拒收请回复R, en: Reply R to opt out}
senders:
  - {name: {zh: 潮津区水务局, en: Tideford District Water Bureau}, signature: {zh: 潮津水务, en: Tideford Water}}
  - {county: northbank, name: {zh: 北岸镇, en: Northbank Town}, signature: {zh: 北岸, en: Northbank}}
messages:
  - {id: theme, at: 2025-03-21 09:00, channel: group-notice, subject: theme, languages: [zh]}
  - {id: check, at: 2025-03-22 07:00, channel: sms, county: northbank, subject: event, record: north-home-check}
"""


@pytest.fixture
def data(tmp_path):
    """The small campaign with two messages."""
    folder = shutil.copytree(GOOD / "small", tmp_path / "campaign_data")
    (folder / "messages.yml").write_text(PLAN, encoding="utf-8")
    return folder


def test_messages_are_shown_with_their_count_or_saved_by_sender_and_day(data, tmp_path, capsys):
    """Each with its hour, channel, sender and length; as files in UTF-8 with its mark and lines ended as on Windows."""
    assert main(["messages", "--data", str(data), "--county", "northbank"]) == 0
    said = capsys.readouterr().out
    assert "2025-03-22 07:00" in said and "charged as" in said and "[Northbank]" in said
    assert "theme" not in said

    assert main(["messages", "--data", str(data), "--out", str(tmp_path / "out")]) == 0
    found = {path.relative_to(tmp_path / "out").as_posix(): path for path in (tmp_path / "out").rglob("*.txt")}
    assert sorted(found) == [
        "all/2025-03-21/0900-group-notice-theme.zh.txt",
        "northbank/2025-03-22/0700-sms-check.en.txt",
    ]
    content = found["all/2025-03-21/0900-group-notice-theme.zh.txt"].read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\n") == content.count(b"\r\n") > 1


def test_no_messages_are_no_mistake(data, capsys):
    """Of another day there are none."""
    assert main(["messages", "--data", str(data), "--day", "2025-03-27"]) == 0
    assert "no such messages" in capsys.readouterr().out
