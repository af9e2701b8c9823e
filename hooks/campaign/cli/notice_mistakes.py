"""What is wrong with a notice, told in the options of the command that was typed, not in the lines of its file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from campaign.core.problems import CampaignDataError, Message, Place, Problem

COMMAND = "campaign notice"
OPTIONS: Mapping[str, str] = MappingProxyType(
    {
        "text": "--text",
        "short": "--short",
        "about": "--about",
        "starts": "--from",
        "ends": "--until",
        "seconds": "--seconds",
        "displays": "--display",
    }
)
"""The option that each key of notice.yml is written from."""
KEY = re.compile(r"([a-z]+):")


def mistake(what: Message, hint: Message | None = None, *, option: str = "") -> CampaignDataError:
    """One mistake in the options; option: the one that is wrong, where it is one."""
    return CampaignDataError([Problem(Place(f"{COMMAND} {option}".rstrip()), what, hint=hint)])


def of_options(error: CampaignDataError, *, path: str, written: str) -> CampaignDataError:
    """The same problems, those of the notice's own file as the command's user may know them.

    path: the file as problems show it; written: what the command wrote into it.
    """
    keys = list(_keys(written))
    return CampaignDataError(
        [
            _told(one, keys[one.place.line - 1] if 0 < one.place.line <= len(keys) else "")
            if one.place.path == path
            else one
            for one in error.problems
        ]
    )


def _keys(written: str) -> Iterator[str]:
    """The outermost key of each line."""
    key = ""
    for line in written.splitlines():
        found = KEY.match(line)
        key = found[1] if found else key
        yield key


def _told(problem: Problem, key: str) -> Problem:
    """One problem of the file at the option it comes from."""
    option = OPTIONS.get(key, "")
    return replace(
        problem,
        place=Place(f"{COMMAND} {option}".rstrip()),
        what=_renamed(problem.what, key, option),
        source="",
        fix="",
        hint=_renamed(problem.hint, key, option) if problem.hint else None,
    )


def _renamed(said: Message, key: str, option: str) -> Message:
    """A sentence that speaks of the option instead of the key, whatever language of it is meant."""
    if not option:
        return said
    zh = re.sub(rf"“{key}(?:\.[A-Za-z-]+)?”", f" {option} ", said.zh).strip()
    return Message(zh, re.sub(rf"^{key}(?:\.[A-Za-z-]+)?\b", option, said.en))
