"""The cache: whole or absent, whatever happens; parallel, with progress; full disks said plainly."""

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from campaign.workshop import cache as cache_room
from campaign.workshop.cache import Cache, CacheError, make_all, write_whole
from campaign.workshop.fingerprint import fingerprint

KEY = "ab" + "0" * 62


def double(job):
    """A job for other processes: bytes of twice the number."""
    if job < 0:
        raise ValueError(f"bad job {job}")
    return {"pdf": str(job * 2).encode()}


def name(job):
    """The key of a job."""
    return fingerprint(job)


def test_what_is_put_is_got(tmp_path):
    """Files come back under their names, empty and binary ones too."""
    files = {"pdf": bytes(range(256)) * 100, "png": b"", "svg": b"\n"}
    Cache(tmp_path).put(KEY, files)

    assert Cache(tmp_path).get(KEY) == files
    assert Cache(tmp_path).get("cd" + "0" * 62) is None


@pytest.mark.parametrize("cut", [0, 1, 16, 20, 60, -1])
def test_a_damaged_entry_is_none(tmp_path, cut):
    """A file cut anywhere is made again, never trusted."""
    Cache(tmp_path).put(KEY, {"pdf": b"x" * 500})
    path = tmp_path / KEY[:2] / KEY
    path.write_bytes(path.read_bytes()[:cut])

    assert Cache(tmp_path).get(KEY) is None


def test_a_flipped_bit_is_none(tmp_path):
    """So is one with a single wrong bit."""
    Cache(tmp_path).put(KEY, {"pdf": b"x" * 500})
    path = tmp_path / KEY[:2] / KEY
    content = bytearray(path.read_bytes())
    content[-9] ^= 1
    path.write_bytes(content)

    assert Cache(tmp_path).get(KEY) is None


def test_fingerprints_tell_parts_apart():
    """Different parts, different prints; the same parts in any order of keys, the same."""
    assert fingerprint("ab", "c") != fingerprint("a", "bc") != fingerprint("abc")
    assert fingerprint({"a": 1, "b": 2}) == fingerprint({"b": 2, "a": 1})
    assert fingerprint(b"a") != fingerprint("a")


@pytest.mark.parametrize("workers", [1, 2])
def test_jobs_come_back_in_order_and_bad_ones_in_their_place(tmp_path, workers):
    """One bad job is told where it stands and hides no other; progress ends at the total."""
    told = []
    jobs = [3, -1, *range(10, 18)]

    found = make_all(jobs, double, key=name, cache=Cache(tmp_path), workers=workers, progress=told.append)

    assert [one if isinstance(one, Exception) else one["pdf"] for one in found[:1] + found[2:]] == [
        str(job * 2).encode() for job in jobs if job >= 0
    ]
    assert str(found[1]) == "bad job -1"
    assert (told[0].done, told[-1].done, told[-1].total) == (0, 10, 10)


def test_the_second_run_makes_nothing(tmp_path):
    """What was made is kept; what failed is tried again."""
    make_all([1, 2, -1], double, key=name, cache=Cache(tmp_path), workers=1)
    made = []

    def counted(job):
        made.append(job)
        return double(abs(job))

    make_all([1, 2, -1], counted, key=name, cache=Cache(tmp_path), workers=1)

    assert made == [-1]


def test_a_full_disk_is_said_plainly(tmp_path, monkeypatch):
    """ENOSPC is a message in both languages, and no half file stays."""

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(CacheError, match="磁盘已满.*the disk is full"):
        Cache(tmp_path).put(KEY, {"pdf": b"x"})
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_an_unwritable_folder_is_said_plainly(tmp_path):
    """Where a file stands in the folder's place, the message names it."""
    (tmp_path / "cache").write_text("in the way")

    with pytest.raises(CacheError, match="can't be written"):
        Cache(tmp_path / "cache").put(KEY, {"pdf": b"x"})


def test_writing_whole_leaves_the_old_file_on_failure(tmp_path, monkeypatch):
    """A failed write changes nothing."""
    path = tmp_path / "a"
    path.write_bytes(b"old")
    monkeypatch.setattr(cache_room.os, "fsync", lambda _: (_ for _ in ()).throw(OSError(errno.EIO, "broken")))

    with pytest.raises(OSError, match="broken"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_what_nobody_asks_for_leaves_the_cache(tmp_path):
    """Old results and what an interrupted write left go; what was asked for lately stays."""
    cache = Cache(tmp_path)
    cache.put(KEY, {"pdf": b"x"})
    cache.put("cd" + "1" * 62, {"pdf": b"y"})
    (tmp_path / "ab" / ".x.part").write_bytes(b"half")
    for path in tmp_path.glob("*/*"):
        os.utime(path, (0, 0))
    assert cache.get(KEY)

    assert cache.prune() == 2
    assert cache.get(KEY) == {"pdf": b"x"}
    assert cache.prune(idle_s=0) == 1


def _wait_for_an_entry(folder, patience_s=60):
    end = time.monotonic() + patience_s
    while time.monotonic() < end and not any(folder.glob("ab*")):
        time.sleep(0.01)


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL on Windows")
def test_killed_while_writing_nothing_half_is_seen(tmp_path):
    """kill -9 at any moment: every entry that can be got is whole."""
    code = (
        "import sys; from pathlib import Path; from campaign.workshop.cache import Cache\n"
        "n = 0\n"
        "while True:\n"
        "    Cache(Path(sys.argv[1])).put(f'ab{n % 7:062d}', {'pdf': bytes([n % 251]) * 3_000_000}); n += 1\n"
    )
    hooks = Path(cache_room.__file__).parents[2]
    seen = 0
    for _ in range(4):
        process = subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path)], env={**os.environ, "PYTHONPATH": str(hooks)}
        )
        _wait_for_an_entry(tmp_path / "ab")
        time.sleep(0.3)
        process.send_signal(signal.SIGKILL)
        process.wait()
        for path in (tmp_path / "ab").glob("ab*"):
            files = Cache(tmp_path).get(path.name)
            assert files is not None
            assert len(files["pdf"]) == 3_000_000
            assert len(set(files["pdf"])) == 1
            seen += 1
    assert seen, "nothing was written before the kills: nothing was proved"
