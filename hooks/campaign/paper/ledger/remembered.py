"""What git remembers of a ledger: every version of it that a commit, a tag, a merge under way or a stash holds."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

FILE = "ledger.jsonl"
HEAD = "ledger.head"
CAMPAIGN = "campaign.yml"
ID = re.compile(rb"(?m)^id:[ \t]*[\"']?([a-z0-9-]+)")
UNDER_WAY = ("HEAD", "MERGE_HEAD", "CHERRY_PICK_HEAD", "REBASE_HEAD")
"""What must be in the ledger here: what this branch came from, and what git is putting on top of it."""
ENDS = {
    "REBASE_HEAD": "git -c core.editor=true rebase --continue",
    "MERGE_HEAD": "git commit --no-edit",
    "CHERRY_PICK_HEAD": "git commit --no-edit",
}
"""What ends each act of git's that a conflict stopped, without asking for words; a rebase picks, too."""
STAGES = (":0:", ":1:", ":2:", ":3:")
"""The index: what is to be committed, and in a conflict the common version, ours and theirs."""
MOST = 200
"""Versions looked at, the latest first."""
SECONDS = 20


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the ledger. name: the commit, shortened, or the place in the index; binding: False for one that
    only another branch or a stash has, which may be on its way here; head: its ledger.head, empty where it lacks one;
    at: what git calls it."""

    name: str
    binding: bool
    head: str
    at: str


@dataclass(frozen=True, slots=True)
class Memory:
    """What git has: versions, the latest first; shallow: its history was cut off when it was cloned."""

    versions: tuple[Version, ...] = ()
    shallow: bool = False


def memory(folder: Path) -> Memory | None:
    """What git has of the ledger in a campaign's folder; None where there is no git, or the folder is in none.

    Versions of another campaign, by the id in its campaign.yml, are left out: the folder was used for it before.
    """
    said = _git(folder, "rev-parse", "--show-prefix", "--is-shallow-repository")
    if said is None:
        return None
    prefix, _, shallow = os.fsdecode(said).rstrip("\n").rpartition("\n")
    here, there = _commits(folder)
    names = [*((name, True) for name in here), *((name, False) for name in there)]
    wanted = [(f"{name}:", name[:7], binding) for name, binding in names[:MOST]]
    wanted += [(stage, f"index {stage}", True) for stage in STAGES]
    blobs = _blobs(folder, [f"{at}{prefix}{file}" for at, _, _ in wanted for file in (HEAD, CAMPAIGN)])
    own = _id((folder / CAMPAIGN).read_bytes() if (folder / CAMPAIGN).is_file() else b"")
    found = []
    for number, (at, name, binding) in enumerate(wanted):
        head, campaign = blobs[2 * number : 2 * number + 2]
        if (head or at in STAGES) and (not own or _id(campaign) in ("", own)):
            found.append(Version(name, binding, head.decode("utf-8", "replace"), at))
    return Memory(tuple(found), shallow.strip() == "true")


def unmerged(folder: Path) -> bool:
    """True where git waits to be told that its conflict in the ledger's files is settled."""
    return bool(_git(folder, "ls-files", "--unmerged", "--", FILE, HEAD))


def others_unmerged(folder: Path) -> list[str]:
    """The other files of a conflict, from the top of the clone."""
    said = os.fsdecode(_git(folder, "diff", "--name-only", "--diff-filter=U", "-z") or b"")
    return [path for path in dict.fromkeys(said.split("\0")) if path and Path(path).name not in (FILE, HEAD)]


def unfinished(folder: Path) -> str:
    """The line that ends what git stopped in, a merge or a rebase; empty where it is in none, as after a stash."""
    names = (name for name in ENDS if _git(folder, "rev-parse", "-q", "--verify", name) is not None)
    return ENDS.get(next(names, ""), "")


def version(folder: Path, at: str) -> str | None:
    """The ledger's text in a commit, branch or tag (`main:`) or at a place of the index; None where there is none."""
    said = _git(folder, "show", "--end-of-options", f"{at}./{FILE}")
    return None if said is None else said.decode("utf-8", "replace")


def _commits(folder: Path) -> tuple[list[str], list[str]]:
    """The commits that wrote the ledger: those that must be in it here, and those that only others have.

    What this clone once stood on and no branch has any more counts as lost, and so as binding.
    """
    here = _listed(folder, UNDER_WAY, "--tags")
    others = _listed(folder, ["refs/stash"], "--branches", "--remotes")
    once = (_git(folder, "log", "-g", f"-{MOST}", "--format=%H", "HEAD") or b"").decode().split()
    dropped = set(_listed(folder, list(dict.fromkeys(once)))) - set(others) if once else set()
    binding = [*here, *sorted(dropped - set(here))]
    return binding, [one for one in others if one not in binding]


def _listed(folder: Path, revisions: Sequence[str], *more: str) -> list[str]:
    """Full history: what a merge dropped is looked for above all."""
    line = ("rev-list", "--full-history", "--ignore-missing", *more, "--stdin")
    said = _git(folder, *line, given="\n".join([*revisions, "--", HEAD, FILE, ""]).encode())
    return (said or b"").decode().split()


def _blobs(folder: Path, names: Sequence[str]) -> list[bytes]:
    """The bytes of each object, nothing for one that isn't there."""
    said = _git(folder, "cat-file", "--batch", given="".join(f"{name}\n" for name in names).encode()) or b""
    return list(_split(said, len(names)))


def _split(said: bytes, count: int) -> Iterator[bytes]:
    at = 0
    for _ in range(count):
        end = said.find(b"\n", at)
        line = said[at : end if end >= 0 else len(said)]
        at = end + 1 if end >= 0 else len(said)
        size = int(line.rsplit(b" ", 1)[1]) if re.search(rb" blob \d+$", line) else None
        yield b"" if size is None else said[at : at + size]
        at += 0 if size is None else size + 1


def _id(campaign: bytes) -> str:
    found = ID.search(campaign)
    return found[1].decode() if found else ""


def _git(folder: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """What git says; None where it isn't there or can't."""
    line: Iterable[str] = ("git", *arguments)
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(
            list(line), cwd=folder, input=given, capture_output=True, env=environment, timeout=SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return None if done.returncode else done.stdout
