"""Words that are to find a page lead to one that is there."""

import shutil

import pytest

from campaign.builder.job import first_job
from campaign.core.problems import CampaignDataError
from projects import GOOD

WORDS = """\
groups:
  - words: {zh: [日程], en: [timetable]}
    page: programme/
  - words: {zh: [怎样举报], en: [how to report]}
    page: learn/reports/
  - words: {zh: [鲸鱼], en: [whales]}
    page: oceans/
"""


def test_a_page_that_is_not_there_is_told_at_its_line(tmp_path):
    """Generated pages and hand-written ones of any language count; for a slip the page that was meant is named."""
    data, docs = tmp_path / "campaign_data", tmp_path / "docs"
    shutil.copytree(GOOD / "small", data)
    (data / "search.yml").write_text(WORDS, encoding="utf-8")
    (docs / "en" / "learn").mkdir(parents=True)
    (docs / "en" / "learn" / "report.md").write_text("# How to report\n", encoding="utf-8")

    with pytest.raises(CampaignDataError) as raised:
        first_job(data, shown_as="campaign_data", docs=docs)

    told = str(raised.value)
    assert "campaign_data/search.yml:5:11: 本站没有“learn/reports/”这一页" in told
    assert "是不是 learn/report/ · did you mean learn/report/" in told
    assert "campaign_data/search.yml:7:11" in told and "programme/" not in told
