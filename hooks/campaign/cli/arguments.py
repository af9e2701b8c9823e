"""What is wrong with the arguments of a command, Chinese first: argparse's own sentences in the form of the house."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from typing import Any, NoReturn

from campaign.core.console import say, tell
from campaign.core.problems import CampaignDataError, Message, Place, Problem

WRONG = 2
"""The exit code of arguments that can't be taken, as everywhere on a command line."""
SENTENCES = (
    (r"the following arguments are required: (?P<it>.+)", "还要写：{it}", "{it} is missing"),
    (r"one of the arguments (?P<it>.+) is required", "要写其中一个：{it}", "one of these is needed: {it}"),
    (r"unrecognized arguments: (?P<it>.+)", "不认识：{it}", "unknown: {it}"),
    (
        r"(?:invalid choice: )(?P<it>.+?) \(choose from (?P<of>.+)\)",
        "没有 {it}，只有：{of}",
        "there is no {it}; choose from {of}",
    ),
    (r"invalid (?:int|_?whole\w*) value: (?P<it>.+)", "要写整数，不能是 {it}", "a whole number is needed, not {it}"),
    (r"invalid \S+ value: (?P<it>.+)", "不能是 {it}", "{it} can't be taken"),
    (r"expected one argument", "后面要写内容", "its value is missing"),
    (r"expected at least one argument", "后面至少写一个", "it needs at least one value"),
    (r"expected (?P<it>\d+) arguments?", "后面要写 {it} 个", "it needs {it} values"),
    (r"ignored explicit argument (?P<it>.+)", "后面不写内容：{it}", "it takes no value: {it}"),
    (r"not allowed with argument (?P<it>.+)", "不能和 {it} 一起写", "it can't go with {it}"),
    (
        r"ambiguous option: (?P<it>\S+) could match (?P<of>.+)",
        "{it} 不知道是哪个：{of}",
        "{it} could be any of {of}",
    ),
)
"""argparse's sentences and ours; what they name is in `it` and `of`."""
HELP = "看这个命令怎么写 · show this help"
DASHES = re.compile("(?!--?[a-z])[-‐–—―－]{1,2}(?=[a-z]{2})")
"""What a Chinese keyboard, or a text program, makes of the two dashes before an option: `—all`, `－－all`."""
AT = re.compile(r"argument (?P<at>[^:]+): (?P<rest>.*)", re.DOTALL)


class Parser(argparse.ArgumentParser):
    """Help, usage and errors on a console of any encoding, in both languages."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._positionals.title, self._optionals.title = "参数 arguments", "选项 options"
        for action in self._actions:
            action.help = HELP if action.dest == "help" else action.help

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, in the form of every other problem, and stop."""
        at, what = explained(message)
        hint = Message(f"写法：{self.prog} --help", "for what can be typed")
        place = Place(f"{self.prog} {at}".rstrip())
        output = getattr(self.get_default("command"), "output", "site/")
        tell(CampaignDataError([Problem(place, what, hint=hint)]), sys.stderr, output=output)
        raise SystemExit(WRONG)

    def _print_message(self, message: str, file: Any = None) -> None:
        say(message.rstrip("\n"), file or sys.stderr)


def as_meant(arguments: Iterable[str]) -> list[str]:
    """The arguments with two dashes before each option that was typed with others."""
    return [DASHES.sub("--", one, count=1) if DASHES.match(one) else one for one in arguments]


def explained(message: str) -> tuple[str, Message]:
    """The argument a sentence of argparse is about, nothing where it is about several, and the sentence in ours."""
    found = AT.fullmatch(message)
    at, rest = (found["at"], found["rest"]) if found else ("", message)
    for pattern, zh, en in SENTENCES:
        if match := re.fullmatch(pattern, rest):
            figures = {name: text.replace("'", "") for name, text in match.groupdict().items()}
            return at, Message(zh.format(**figures), en.format(**figures))
    return at, Message(f"写法不对：{rest}", rest)
