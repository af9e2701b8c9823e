"""The log: what was published where and when, a line each in publications.jsonl, which is only ever added to.

It stands beside the ledger, so that it is kept with the data. No person is named in it unless somebody asks for that.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

FILE = "publications.jsonl"
PUBLISHED, ROLLED_BACK, FOUND = "published", "rolled-back", "found"
"""What happened: a site was published, a former one shown again, or one was found live of which no line tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One act. at: local time (ISO 8601); target: its name; release: what is live since; former: what was before, empty
    where nothing; digest: SHA-256 of what is published; ledger: where its ledger ended; policy: SHA-256 of
    what the server is to send with it; by: who, where it was said."""

    at: str
    act: str
    target: str
    release: str
    former: str = ""
    digest: str = ""
    ledger: str = ""
    policy: str = ""
    by: str = ""


def append(folder: Path, line: Line) -> None:
    """Add one line, on the disk before this returns; a half line that a power cut left is ended first."""
    text = json.dumps({key: value for key, value in asdict(line).items() if value}, ensure_ascii=False) + "\n"
    path = folder / FILE
    with path.open("a+b") as stream:
        stream.seek(0, os.SEEK_END)
        if stream.tell():
            stream.seek(-1, os.SEEK_END)
            text = text if stream.read(1) == b"\n" else f"\n{text}"
        stream.write(text.encode())
        stream.flush()
        os.fsync(stream.fileno())


def lines(folder: Path) -> Iterator[Line]:
    """Every line that can be read, the oldest first."""
    path = folder / FILE
    if not path.is_file():
        return
    for text in path.read_text("utf-8", "replace").splitlines():
        try:
            said = json.loads(text)
            yield Line(**{key: str(value) for key, value in said.items()})
        except (ValueError, TypeError, AttributeError):
            continue


def last(folder: Path, target: str) -> Line | None:
    """What was done last at a target, as far as the log knows."""
    found = [line for line in lines(folder) if line.target == target]
    return found[-1] if found else None


def last_policy(folder: Path, target: str) -> str:
    """The policy that the last site published at a target asked its server for; empty where no line says."""
    found = [line.policy for line in lines(folder) if line.target == target and line.policy]
    return found[-1] if found else ""
