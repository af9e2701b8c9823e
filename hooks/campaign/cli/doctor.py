"""`campaign doctor`: what this computer lacks."""

from __future__ import annotations

import sys
from pathlib import Path

from campaign.cli.command import Command, Options
from campaign.core.console import say
from campaign.machine import examining


def run(_: Options) -> int:
    """Look at everything and tell it; 1 where something needed is missing."""
    return examining.tell(examining.examine(Path()), lambda line: say(line, sys.stdout))


DOCTOR = Command(
    name="doctor",
    output="site/",
    about="这台电脑还缺什么 · what this computer lacks",
    run=run,
)
