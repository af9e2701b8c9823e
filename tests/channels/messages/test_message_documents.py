"""Press releases and announcers' scripts as documents: what the message says, in the form its readers know."""

import io
import re

import pytest
from docx import Document

from campaign.channels.messages import counted
from campaign.channels.messages.enclosures import broadcast, press_release
from looking import some
from plans import commission, composed, with_messages


def document(maker, **message):
    """A message as composed, and its document's lines and tables."""
    asked = commission(with_messages(message))
    (one,) = composed(message)
    (job,) = maker.jobs(asked, one)
    made = maker.craft().make(job)
    assert list(made) == [part.name for part in job.parts]
    found = Document(io.BytesIO(*made.values()))
    return (
        one,
        [line.text.replace("\n", "" if one.language == "zh" else " ") for line in found.paragraphs],
        found.tables,
    )


def test_a_press_release_says_all_that_its_text_says():
    """Each paragraph of the text, the events as an attachment, the office and the date at the end."""
    one, lines, (table,) = document(
        press_release, channel="press-release", subject="priority", record="guiding-thought"
    )
    rows = [[cell.text for cell in row.cells] for row in table.rows]

    assert "（示例）" in lines[0] and lines[2] in one.title
    assert lines[-4:] == ["附件", "", "近期活动安排", ""]
    assert one.sender in lines and "2024年4月20日" in lines and "具体安排见附件。" in lines
    assert any(line.startswith(f"{one.sender}4月20日消息：") for line in lines)
    assert rows[0] == ["时间", "活动名称", "地点"]
    for _, title, _ in some(rows[1:]):
        assert title in one.text


def test_a_press_release_without_events_has_no_attachment():
    """Nothing is promised that doesn't follow."""
    _, lines, tables = document(press_release, channel="press-release", subject="activity", record="six-entries")

    assert not tables and not [line for line in lines if "附件" in line]


def test_its_headline_says_what_it_is_part_of():
    """A reporter sees the campaign in the headline of whatever is no news of a change."""
    one, lines, _ = document(press_release, channel="press-release", subject="theme", languages=["en"])

    assert one.title.removeprefix("(Sample) ").startswith("Linxia IP Week 2024: ")
    assert one.title.removeprefix("(Sample) ") in [line.strip() for line in lines]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_script_says_how_long_it_takes_and_leaves_out_what_isnt_read(language):
    """180 characters or 130 words a minute, of what the announcer says; the mark of a sample stands apart."""
    one, lines, _ = document(
        broadcast, channel="broadcast", subject="event", record="yj-market-gi-labels", languages=[language]
    )
    spoken = one.text.removeprefix("（示例）").removeprefix("(Sample) ").split("\n")

    assert lines[-len(spoken) :] == spoken
    (length,) = [line for line in lines if ("每分钟 180 字" if language == "zh" else "130 words a minute") in line]
    assert f" {re.search(r'about ([0-9]+) seconds', counted(one).en)[1]} " in length
