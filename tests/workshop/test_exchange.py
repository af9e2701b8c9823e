"""Publishing in one step: who reads while sites are swapped, or kills the build, sees the one or the other whole."""

import os
import signal
import subprocess
import sys
import time
from multiprocessing import get_context

import pytest

from campaign.workshop import stage as staging
from campaign.workshop.exchange import exchange
from campaign.workshop.stage import Stage
from projects import contents

ONE_STEP = sys.platform.startswith(("linux", "darwin"))
SWAPS = 300
PAGES = 8


def _folder(path, text):
    path.mkdir(parents=True)
    for number in range(PAGES):
        (path / f"{number}.html").write_text(text, encoding="utf-8")
    return path


@pytest.mark.skipif(not ONE_STEP, reason="Windows has no such call: the next test has its way")
def test_two_folders_change_places(tmp_path):
    """Each has the other's files, and nothing else is there."""
    one, other = _folder(tmp_path / "one", "1"), _folder(tmp_path / "other", "2")

    assert exchange(one, other)

    assert (contents(one)["0.html"], contents(other)["0.html"]) == (b"2", b"1")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "other"]


def test_where_it_can_t_be_done_nothing_is_changed_and_two_renames_do(tmp_path, monkeypatch):
    """As on Windows: the swap is made all the same, and leaves nothing behind."""
    monkeypatch.setattr(staging, "exchange", lambda _one, _other: False)
    site = _folder(tmp_path / "site", "old")
    stage = Stage(site).open()

    stage.swap(_folder(stage.root("site"), "new"))
    stage.close()

    assert set(contents(site).values()) == {b"new"}
    assert [entry.name for entry in stage.folder.iterdir()] == ["lock"]


def test_a_folder_that_isn_t_there_is_an_error(tmp_path):
    """Not taken for a system that can't."""
    if exchange(_folder(tmp_path / "a", "1"), _folder(tmp_path / "b", "2")):
        with pytest.raises(FileNotFoundError):
            exchange(tmp_path / "a", tmp_path / "none")
    assert (tmp_path / "a").is_dir()


def _read_on(site, begun, stop, found):
    """Open pages as fast as can be until told to stop: how many, and how many couldn't be."""
    opened = failed = 0
    begun.set()
    while not stop.is_set():
        for number in range(PAGES):
            opened += 1
            try:
                (site / f"{number}.html").read_bytes()
            except OSError:
                failed += 1
    found.put((opened, failed))


@pytest.mark.slow
@pytest.mark.skipif(not ONE_STEP, reason="Windows swaps by two renames")
def test_no_page_is_ever_missing_while_sites_are_swapped(tmp_path):
    """Another process opens pages in a tight loop during hundreds of swaps: not one open fails."""
    site = _folder(tmp_path / "site", "0")
    fresh = get_context("spawn")
    begun, stop, found = fresh.Event(), fresh.Event(), fresh.Queue()
    reader = fresh.Process(target=_read_on, args=(site, begun, stop, found))
    reader.start()
    try:
        assert begun.wait(60)
        stage = Stage(site).open()
        for number in range(SWAPS):
            stage.swap(_folder(stage.root(f"site-{number}"), str(number)))
        stop.set()
        opened, failed = found.get(timeout=30)
    finally:
        stop.set()
        reader.join(timeout=30)
        stage.close()

    assert opened > SWAPS
    assert failed == 0
    assert set(contents(site).values()) == {str(SWAPS - 1).encode()}


SWAPPING = """
import sys
from pathlib import Path
from campaign.workshop.stage import Stage

site = Path(sys.argv[1])
stage = Stage(site).open()
print("begun", flush=True)
for number in range(100_000):
    root = stage.root(f"s{number}")
    root.mkdir()
    for page in range(int(sys.argv[2])):
        (root / f"{page}.html").write_text(f"{number:06}", encoding="ascii")
    stage.swap(root)
"""


@pytest.mark.slow
@pytest.mark.skipif(not ONE_STEP, reason="Windows swaps by two renames")
def test_killed_at_any_moment_the_site_is_one_of_the_two_whole(tmp_path):
    """A process that only swaps is killed again and again: all pages are there and of one age, with no repair."""
    site = _folder(tmp_path / "site", "begin")
    ages = set()
    for round_ in range(20):
        swapping = subprocess.Popen(
            [sys.executable, "-c", SWAPPING, str(site), str(PAGES)], stdout=subprocess.PIPE, text=True
        )
        assert swapping.stdout and swapping.stdout.readline() == "begun\n"
        time.sleep(0.002 * round_)
        os.kill(swapping.pid, signal.SIGKILL)
        swapping.wait()
        swapping.stdout.close()
        found = contents(site)
        assert len(found) == PAGES
        assert len(set(found.values())) == 1
        ages |= set(found.values())

    assert len(ages) > 1, "nothing was ever swapped"
