"""Slow artifacts kept by a fingerprint of what they were made from, and made in parallel where they aren't kept."""

from __future__ import annotations

import contextlib
import hashlib
import json
import multiprocessing
import os
import stat
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from campaign.core.os_errors import FULL, reason
from campaign.core.problems import Message, OutputError

Job = TypeVar("Job")
Files = Mapping[str, bytes]
"""One artifact's files by a short name (`pdf`, `png` ...)."""
MAGIC = b"campaign cache 1\n"
MOST_WORKERS = 61
"""Windows can't wait for more processes at once."""
FEW = 4
"""Up to so many artifacts are made in this process: starting others would cost more."""
IDLE_S = 14 * 24 * 3600
"""How long what nobody asked for stays in a cache: two weeks."""

KILLED = Message(
    "系统中止了正在工作的进程（多半是内存不够）；上次的成果没有动。请关掉别的程序再试",
    "the system killed a working process (most likely for memory); the last output stands. Close programs, try again",
)


class CacheError(OutputError):
    """Results can't be made or kept for want of disk or memory; `message` says what to do in both languages."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of artifacts. A file there is whole or absent: written beside and renamed, its content checked."""

    folder: Path

    def get(self, key: str) -> dict[str, bytes] | None:
        """The files kept under a key; None where there are none or they were damaged."""
        try:
            packed = self._path(key).read_bytes()
        except OSError:
            return None
        os.utime(self._path(key))
        return _unpack(packed)

    def put(self, key: str, files: Files) -> None:
        """Keep files under a key; CacheError where the disk is full or the folder can't be written."""
        path = self._path(key)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, _pack(files))
        except OSError as error:
            raise CacheError(_explained(error, self.folder)) from error

    def prune(self, *, idle_s: float = IDLE_S) -> int:
        """Delete what nobody asked for in so many seconds, and what interrupted writes left; how many files that were.

        Other builds may use and prune the same cache meanwhile.
        """
        now, deleted = time.time(), 0
        for path in self.folder.glob("*/*"):
            with contextlib.suppress(FileNotFoundError):
                if path.is_file() and now - path.stat().st_mtime >= idle_s:
                    path.unlink()
                    deleted += 1
        return deleted

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that nobody ever sees half of it: beside its place, to the disk, then renamed."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(_mode(path))
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """The permissions the file has, or a new one would have: a temporary file's are for its owner alone."""
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: artifacts done of all, and how many of those were kept from before."""

    done: int
    total: int
    kept: int


def make_all(
    jobs: Sequence[Job],
    make: Callable[[Job], Files],
    *,
    key: Callable[[Job], str],
    cache: Cache,
    workers: int = 0,
    progress: Callable[[Progress], None] = lambda _: None,
) -> list[dict[str, bytes] | Exception]:
    """Each job's files in the jobs' order, from the cache or made now on `workers` processes (0: one a core).

    make: a module's function, pure; what it raises stands in its job's place, so that every problem can be told.
    A run that is killed keeps what it finished. Raises CacheError where results can't be kept.
    """
    keys = [key(job) for job in jobs]
    found: dict[int, dict[str, bytes] | Exception] = {}
    for index, job_key in enumerate(keys):
        if (kept := cache.get(job_key)) is not None:
            found[index] = kept
    kept_count = len(found)
    progress(Progress(len(found), len(jobs), kept_count))
    missing = [index for index in range(len(jobs)) if index not in found]
    for index, files in _made(jobs, missing, make, workers or os.cpu_count() or 1):
        if not isinstance(files, Exception):
            cache.put(keys[index], files)
        found[index] = files if isinstance(files, Exception) else dict(files)
        progress(Progress(len(found), len(jobs), kept_count))
    return [found[index] for index in range(len(jobs))]


def _made(
    jobs: Sequence[Job], missing: Sequence[int], make: Callable[[Job], Files], workers: int
) -> Iterable[tuple[int, Files | Exception]]:
    """The missing jobs' files as they are finished, each with its place."""
    if workers == 1 or len(missing) <= FEW:
        yield from ((index, attempt(make, jobs[index])) for index in missing)
        return
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(workers, len(missing), MOST_WORKERS), mp_context=spawn) as pool:
        running = {pool.submit(attempt, make, jobs[index]): index for index in missing}
        try:
            for future in as_completed(running):
                yield running.pop(future), future.result()
        except BrokenProcessPool as error:
            raise CacheError(KILLED) from error
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def attempt(make: Callable[[Job], Files], job: Job) -> Files | Exception:
    """The job's files, or the exception instead of them: one bad job mustn't hide the others."""
    try:
        return make(job)
    except Exception as error:  # noqa: BLE001 - handed on to the caller, never swallowed
        return error


def _pack(files: Files) -> bytes:
    """A header line of names and lengths, the files one after the other, all behind a SHA-256."""
    header = json.dumps([[name, len(content)] for name, content in files.items()]).encode()
    body = header + b"\n" + b"".join(files.values())
    return MAGIC + hashlib.sha256(body).digest() + body


def _unpack(packed: bytes) -> dict[str, bytes] | None:
    start = len(MAGIC) + 32
    body = packed[start:]
    if packed[: len(MAGIC)] != MAGIC or hashlib.sha256(body).digest() != packed[len(MAGIC) : start]:
        return None
    header, _, content = body.partition(b"\n")
    files, at = {}, 0
    for name, length in json.loads(header):
        files[name], at = content[at : at + length], at + length
    return files


def _explained(error: OSError, folder: Path) -> Message:
    if error.errno in FULL:
        return Message(
            f"磁盘已满，{folder} 写不下；上次的成果没有动。请清理磁盘后再试",
            f"the disk is full, {folder} can't be written; the last output stands. Free some space and try again",
        )
    why = reason(error)
    return Message(f"{folder} 写不了：{why.zh}", f"{folder} can't be written: {why.en}")
