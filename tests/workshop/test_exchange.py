"""Publishing in one step: who reads while sites are swapped, or kills the build, sees the one or the other whole."""

import subprocess
import sys
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


KILLING = """
import os, random, signal, sys, time
from pathlib import Path
from campaign.workshop import stage as staging
from campaign.workshop.stage import Stage

site, pages = Path(sys.argv[1]), int(sys.argv[2])


def filled(root, text):
    root.mkdir()
    for page in range(pages):
        (root / f"{page}.html").write_text(text, encoding="ascii")
    return root


def swapping():
    stage = Stage(site).open()
    for number in range(100_000):
        stage.swap(filled(stage.root(f"s{number}"), f"{os.getpid()} {number:06}"))


def killed_at(step, when):
    if step.startswith("two renames"):
        staging.exchange = lambda one, other: False
        owner, name, nth = Path, "rename", int(step[-1])
    else:
        owner, name, nth = (staging, "exchange", 1) if step == "exchange" else (staging.shutil, "rmtree", 1)
    stage = Stage(site).open()
    root, former, calls = filled(stage.root("new"), "new"), getattr(owner, name), []

    def killed(*given, **named):
        calls.append(given)
        if len(calls) < nth:
            return former(*given, **named)
        if when == "after":
            former(*given, **named)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(owner, name, killed)
    stage.swap(root)


first = site / "0.html"
for line in sys.stdin:
    former = first.read_text(encoding="ascii")
    child = os.fork()
    if not child:
        swapping() if line == "swapping\\n" else killed_at(*line.strip().split("/"))
    if line == "swapping\\n":
        while first.read_text(encoding="ascii") == former:
            time.sleep(0.001)
        time.sleep(random.uniform(0, 0.02))
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    if "two" in line:
        Stage(site).open().close()
    found = [(site / f"{page}.html").read_text(encoding="ascii") for page in range(pages)]
    print(len(found), *set(found), sep="|", flush=True)
"""
KILLS = 200


def _killed(site, told):
    """What the site shows after each kill: how many pages, and the texts that they have."""
    done = subprocess.run(
        [sys.executable, "-c", KILLING, str(site), str(PAGES)], input=told, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return [line.split("|") for line in done.stdout.splitlines()]


@pytest.mark.slow
@pytest.mark.skipif(not ONE_STEP, reason="Windows swaps by two renames")
def test_killed_at_any_moment_the_site_is_one_of_the_two_whole(tmp_path):
    """A process that only swaps is killed again and again, each after its first swap at the earliest: all pages are
    there and of one age, with no repair."""
    found = _killed(_folder(tmp_path / "site", "begin"), "swapping\n" * KILLS)

    assert [(pages, len(texts)) for pages, *texts in found] == [(str(PAGES), 1)] * KILLS
    assert len({text for _, text in found}) == KILLS, "one that was killed had swapped nothing"


@pytest.mark.skipif(not ONE_STEP, reason="Windows has no SIGKILL")
@pytest.mark.parametrize(
    ("step", "after"), [("exchange", "new"), ("rmtree", "new"), ("two renames 1", "old"), ("two renames 2", "new")]
)
@pytest.mark.parametrize("when", ["before", "after"])
def test_killed_at_each_step_the_site_is_the_old_or_the_new(tmp_path, step, after, when):
    """At once where it is one step; with two renames once the next build has looked."""
    ((pages, *texts),) = _killed(_folder(tmp_path / "site", "old"), f"{step}/{when}\n")
    wanted = "old" if when == "before" and step != "rmtree" else after

    assert (pages, texts) == (str(PAGES), [wanted])
