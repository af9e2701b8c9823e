"""What may be published on purpose is published, and the list of it stays in its file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from campaign.channels.feeds.data import data_json
from campaign.channels.feeds.schema import data_schema
from campaign.core.context import BuildContext
from campaign.core.problems import CampaignDataError
from campaign.read import read_folder
from projects import GOOD

LISTED = """published_on_purpose:
  - number: "+86 138 1234 5678"
    why: 局里的值班手机 lxzscq@163.com
  - number: 139 1234 5678
    why: 用不着了
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small campaign with a listed mobile number for the hotline, and one that nothing needs."""
    into = tmp_path / "campaign_data"
    shutil.copytree(GOOD / "small", into)
    contacts = into / "contacts.yml"
    text = contacts.read_text(encoding="utf-8").replace("phone: 12345", "phone: 138 1234 5678")
    contacts.write_text(text + LISTED, encoding="utf-8")
    return into


def test_a_listed_number_is_a_contact_s_and_an_idle_one_is_told(folder: Path) -> None:
    """However it is written; it gets dashes, as a link to it has no spaces. What the list says is never looked at."""
    reading = read_folder(folder, shown_as="campaign_data")

    assert reading.campaign.contacts.contacts[-1].phone == "138-1234-5678"
    assert list(reading.unused) == ["13912345678"]
    assert str(reading.unused["13912345678"].place) == "campaign_data/contacts.yml:15:13"


def test_the_list_is_given_to_nobody(folder: Path) -> None:
    """Neither in the data's JSON nor in its schema; the number itself is, where a contact has it."""
    campaign = read_folder(folder).campaign
    context = BuildContext(today=campaign.days[0], site_address="https://x.gov.cn/")
    given = data_json(campaign, context).decode()

    assert '"138-1234-5678"' in given
    assert not any(words in given for words in ("published_on_purpose", "139 1234 5678", "值班手机", "lxzscq"))
    assert "published_on_purpose" not in str(data_schema(campaign.languages))


def test_without_the_list_the_same_is_refused(folder: Path) -> None:
    """At the number, once."""
    contacts = folder / "contacts.yml"
    contacts.write_text(contacts.read_text(encoding="utf-8").replace(LISTED, ""), encoding="utf-8")

    with pytest.raises(CampaignDataError) as raised:
        read_folder(folder, shown_as="campaign_data")

    assert [str(one.place) for one in raised.value.problems] == ["campaign_data/contacts.yml:11:12"]
