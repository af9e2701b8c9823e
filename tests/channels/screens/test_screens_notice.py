"""The notice's file can be written by a command, whatever its text, and read back as it was meant."""

from datetime import datetime

import pytest

from campaign.channels.screens import NOTICE_FILE, notice_text
from campaign.core.problems import CampaignDataError
from campaign.read import read_campaign
from read.test_bad import spoil

START, ENDS = datetime(2025, 3, 23, 8), datetime(2025, 3, 23, 18)


def _read(tmp_path, written):
    (tmp_path / "nothing").mkdir()
    folder = spoil(tmp_path / "nothing", tmp_path)
    (folder / NOTICE_FILE).write_text(written, encoding="utf-8", newline="\n")
    return read_campaign(folder).notice


@pytest.mark.parametrize(
    "text",
    ["今天下午停水", 'a "quoted" 词: # no comment', "{zh: 水}", "- -i %d 水", "' 水", "停水：请储水", "\\n {{ }} 水"],
)
def test_any_text_comes_back_as_it_was_typed(tmp_path, text):
    """Quotes, colons, braces and signs of other languages are text."""
    notice = _read(tmp_path, notice_text({"zh": text, "en": "words"}, ends=ENDS, starts=START))

    assert (notice.text["zh"], notice.ends, notice.starts) == (text, ENDS, START)


def test_a_notice_may_name_its_displays(tmp_path):
    """By their ids."""
    notice = _read(
        tmp_path, notice_text({"zh": "停水", "en": "No water"}, ends=ENDS, displays=["harbour-wall"], seconds=8)
    )

    assert (notice.displays, notice.seconds) == (("harbour-wall",), 8)


def test_a_notice_for_a_display_that_isn_t_there_is_refused(tmp_path):
    """With the ids there are."""
    with pytest.raises(CampaignDataError, match="1 problem"):
        _read(tmp_path, notice_text({"zh": "停水", "en": "No water"}, ends=ENDS, displays=["harbour"]))


def test_without_the_file_there_is_no_notice(tmp_path):
    """To take it back is to delete it."""
    (tmp_path / "nothing").mkdir()

    assert read_campaign(spoil(tmp_path / "nothing", tmp_path)).notice is None
