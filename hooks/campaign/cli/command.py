"""A command: its name, its words, its arguments and what it does."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass

from campaign.core.problems import Message

Options = argparse.Namespace
"""What was typed; `data` is the campaign's folder."""
Arguments = argparse.ArgumentParser
"""Takes a command's own arguments by `add_argument`."""


def _none(_: Arguments) -> None:
    """Only the campaign's folder, which every command has."""


@dataclass(frozen=True, kw_only=True)
class Command:
    """One command.

    output: what stays as it was when the command fails, a path or what people call it; about: one line of help; run:
    does it and gives the exit code, raising CampaignDataError, OutputError or OSError where it can't.
    """

    name: str
    output: Message | str
    about: str
    run: Callable[[Options], int]
    arguments: Callable[[Arguments], None] = _none
