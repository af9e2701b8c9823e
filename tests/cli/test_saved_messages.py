"""`campaign messages`: the texts as they are sent, on the console or as files that any office program opens."""

import json
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


def test_what_was_sent_and_is_wrong_now_is_corrected(data, tmp_path, capsys, monkeypatch):
    """By the record that the page saves: what changed, and a notice to send; another file is refused."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1742625000")
    kept = {
        "id": "check",
        "language": "en",
        "at": "2025-03-22 07:00",
        "channel": "sms",
        "county": "northbank",
        "about": ["event", "north-home-check"],
        "heading": "Toilet checks at the door",
        "facts": {"event:north-home-check": {"title": "Toilet checks at the door", "where": "Elsewhere"}},
        "text": "as it was sent",
    }
    record = {"format": "campaign-messages-sent/1", "campaign": "tideford-water-2025", "sent": [kept]}
    (tmp_path / "sent.json").write_text(json.dumps(record), encoding="utf-8")
    arguments = ["messages", "--data", str(data), "--stale"]

    assert main([*arguments, str(tmp_path / "sent.json"), "--out", str(tmp_path / "out")]) == 0
    said = capsys.readouterr().out
    assert "venue: Elsewhere → " in said and "About our message of Sat 22 March" in said
    assert [path.parent.parent.name for path in (tmp_path / "out").rglob("*check-correction.en.txt")] == ["northbank"]

    (tmp_path / "sent.json").write_text("[]", encoding="utf-8")
    assert main([*arguments, str(tmp_path / "sent.json")]) == 1
    assert "no record of this campaign" in "".join(capsys.readouterr())


def test_without_a_record_the_dates_decide(data, capsys, monkeypatch):
    """Nothing was published and nothing changed: nothing is wrong, and it says what was gone by."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1742625000")
    assert main(["messages", "--data", str(data), "--stale"]) == 0
    said = capsys.readouterr().out
    assert "no record was given: 2" in said and "nothing that was sent has become wrong" in said
