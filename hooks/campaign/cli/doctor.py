"""`campaign doctor`: what this computer lacks."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from campaign.cli.command import Command, Options
from campaign.core.console import say
from campaign.core.problems import Message
from campaign.machine import examining
from campaign.machine.examining import Finding
from campaign.workshop.exchange import exchange

ONE_STEP = Message("换新网站一步完成", "a new site takes the former one's place in one step")
TWO_STEPS = Message(
    "这台电脑换新网站要两步，中间有一瞬间没有 site/（中断了，下一次生成会补好）",
    "here a new site takes the former one's place in two steps, between which there is no site/ (a build that is "
    "interrupted there is put right by the next)",
)
SERVE_ELSEWHERE = Message(
    "不要让网站服务器直接读这里的 site/，把它拷到服务器上",
    "let no web server read this site/ itself: copy it to one",
)


def run(_: Options) -> int:
    """Look at everything and tell it; 1 where something needed is missing."""
    return examining.tell(_found(Path()), lambda line: say(line, sys.stdout))


def _found(top: Path) -> Iterator[Finding]:
    yield from examining.examine(top)
    yield _swapping(top)


def _swapping(top: Path) -> Finding:
    """Whether readers may open pages while the site is replaced: tried with two empty folders beside it."""
    try:
        with tempfile.TemporaryDirectory(prefix=".swap-", dir=top) as name:
            one, other = Path(name) / "one", Path(name) / "other"
            one.mkdir()
            other.mkdir()
            well = exchange(one, other)
    except OSError:
        well = False
    return Finding(ONE_STEP) if well else Finding(TWO_STEPS, SERVE_ELSEWHERE)


DOCTOR = Command(
    name="doctor",
    output="site/",
    about="这台电脑还缺什么 · what this computer lacks",
    run=run,
)
