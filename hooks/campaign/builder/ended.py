"""How a process that builds one more language ended: what it warned of, and why it failed, as its author is told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import dropwhile

from campaign.core.problems import Message

LEVEL = re.compile(r"^(?:WARNING|ERROR|CRITICAL) +-  ?")
"""The host's head of a line."""
NO_REASON = re.compile(r"\s*$|(?:INFO|DEBUG|WARNING) +-|Aborted")
"""Lines of the host's that say nothing of why a build failed; warnings are told by themselves."""
TRACEBACK = "Traceback (most recent call last):\n"
KILLED = Message("进程被系统中止，多半是内存不够", "the system killed the process, most likely for memory")


@dataclass(frozen=True, slots=True)
class Ended:
    """How a process ended. code: 0 where it did its work, below 0 where a signal killed it; said: all it printed."""

    code: int
    said: str

    @property
    def warnings(self) -> list[str]:
        """What it warned of, a line each."""
        return [LEVEL.sub("", line) for line in self.said.splitlines() if line.startswith("WARNING")]

    @property
    def broke(self) -> bool:
        """True where a bug ended it, which it can only tell with a traceback."""
        return TRACEBACK in self.said

    @property
    def reason(self) -> list[str]:
        """Why it failed, each line once: nothing of its progress, and of a traceback only the end."""
        told = [LEVEL.sub("", line) for line in _without_traces(self.said) if not NO_REASON.match(line)]
        if self.code < 0:
            told.append(str(KILLED))
        return list(dict.fromkeys(told)) or [str(Message(f"退出码 {self.code}", f"exit code {self.code}"))]


def _without_traces(said: str) -> list[str]:
    """The lines before the first traceback, and what the last one ends in."""
    before, found, rest = said.partition(TRACEBACK)
    last = rest.rpartition(TRACEBACK)[2] if found else ""
    return [*before.splitlines(), *dropwhile(lambda line: not line.strip() or line[0] in " \t", last.splitlines())]
