"""What may be published: the last release's site, whole, of the campaign as it is now; else every reason is said."""

import json
from dataclasses import replace

import pytest

from campaign.core.typed import typed
from campaign.publish import RefusedError, ready
from looking import some
from published import ADDRESS, CAMPAIGN, a_ledger, a_release, present, with_codes

DATA = {"campaign_data/campaign.yml": "1", "docs/zh/help.md": "2"}


def refused(release, now, **more):
    """The reasons, Chinese and English in one text each."""
    with pytest.raises(RefusedError) as raised:
        ready(release, now, **more)
    assert "公众看到的网站没有变" in str(raised.value) and "is as it was" in str(raised.value)
    return [f"{reason.zh} {reason.en}" for reason in some(raised.value.reasons)]


def test_a_whole_release_of_the_present_data_may_be_published(tmp_path):
    """The manifest holds every file with its digest, the campaign, its address, its ledger and when."""
    ledger = a_ledger("b2c3")
    release = a_release(tmp_path / "release", ledger, sources=DATA, **with_codes("b2c3"))

    made = ready(release, present(ledger, sources=DATA), address=ADDRESS)

    assert set(made.files) == {"index.html", "data/film.mp4", "data/campaign.json", "q/b2c3/index.html"}
    assert (made.campaign, made.address, made.made) == (CAMPAIGN, ADDRESS, "2024-04-20T09:00:00")
    assert made.ledger == str(ledger.head).strip() and made.files["index.html"].title == "首页"


def test_where_nothing_was_released_it_is_said_what_to_run(tmp_path):
    """No release/, half of one, or a manifest that can't be read: run campaign release."""
    release = a_release(tmp_path / "release")
    (release / "site").rename(tmp_path / "gone")

    assert f"先运行 {typed('release')}" in refused(tmp_path / "nothing", present())[0]
    assert f"先运行 {typed('release')}" in refused(release, present())[0]
    (release / "manifest.json").write_text("{}", "utf-8")
    assert f"run {typed('release')} first" in refused(release, present())[0]


def test_a_release_older_than_the_data_names_what_was_edited(tmp_path):
    """Edited, added and deleted files are named; a release that didn't note its sources counts as older."""
    release = a_release(tmp_path / "release", sources=DATA)
    now = present(sources={"campaign_data/campaign.yml": "other", "campaign_data/notice.yml": "3"})

    (reason,) = refused(release, now)

    assert "campaign_data/campaign.yml、campaign_data/notice.yml、docs/zh/help.md" in reason
    assert refused(a_release(tmp_path / "release"), present(sources=DATA))


def test_a_release_of_another_address_or_campaign_is_refused(tmp_path):
    """All reasons come at once: another campaign, another address, another address at the target."""
    release = a_release(tmp_path / "release")
    now = present(campaign="other", address="https://other.gov.cn/")

    reasons = refused(release, now, address="https://third.gov.cn/")

    assert "另一个活动（tideford-week）" in reasons[0] and "这个地方的网址（address）" in reasons[2]
    assert "https://other.gov.cn/" in reasons[1] and "https://third.gov.cn/" in reasons[2]


def test_a_preview_is_never_published(tmp_path):
    """A site that says of itself that it is a preview, or says nothing, is refused."""
    for said in ({"preview": True}, {}):
        release = a_release(tmp_path / "release", **{"data__campaign.json": json.dumps(said)})
        assert "这是预览" in refused(release, present())[0]


def test_a_site_edited_after_its_release_is_refused(tmp_path):
    """What was changed, deleted or put there by hand is named; what a system leaves there is nobody's edit."""
    release = a_release(tmp_path / "release", more="text", gone="text")
    (release / "site" / "Thumbs.db").write_bytes(b"windows")
    (release / "site" / "data" / ".DS_Store").write_bytes(b"mac")
    ready(release, present())

    (release / "site" / "more").write_text("texT", "utf-8")
    (release / "site" / "gone").unlink()
    (release / "site" / "notes.bak").write_text("mine", "utf-8")

    assert "gone、more、notes.bak" in refused(release, present())[0]


def test_a_printed_code_that_the_site_lacks_refuses_it_by_name(tmp_path):
    """Every code on paper has its page, or nothing is published."""
    ledger = a_ledger("b2c3", "d4f5")
    release = a_release(tmp_path / "release", ledger, **with_codes("b2c3"))

    (reason,) = refused(release, present(ledger))

    assert "1 个印出去的二维码会打不开：d4f5（场次d4f5）" in reason and "campaign release" in reason


def test_a_release_whose_ledger_isnt_this_one_is_refused(tmp_path):
    """A ledger that was exchanged or cut since the release is noticed; one that went on isn't."""
    ledger = a_ledger("b2c3")
    release = a_release(tmp_path / "release", ledger, **with_codes("b2c3"))

    assert ready(release, present(ledger.with_more([replace(ledger.entries[-1], day=ledger.entries[0].day)])))
    assert "不是同一本" in refused(release, present(a_ledger("d4f5")))[0]
