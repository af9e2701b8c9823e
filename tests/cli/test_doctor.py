"""What the doctor adds by trying it: whether a site can be replaced while it is read."""

import sys

from campaign.cli import doctor


def test_a_site_that_takes_two_steps_is_said_plainly(tmp_path, monkeypatch):
    """As on Windows and on some network drives: what that means, and what to do; nothing is left behind."""
    monkeypatch.setattr(doctor, "exchange", lambda _one, _other: False)
    found = doctor._swapping(tmp_path)

    assert not found.well and not found.needed
    assert "没有 site/" in found.what.zh and "拷到服务器" in found.instead.zh
    assert list(tmp_path.iterdir()) == []


def test_where_it_is_one_step_all_is_well(tmp_path):
    """Linux and macOS, on their own disks; a folder that can't be written to isn't an error of ours."""
    assert doctor._swapping(tmp_path).well is sys.platform.startswith(("linux", "darwin"))
    assert not doctor._swapping(tmp_path / "nowhere").well
