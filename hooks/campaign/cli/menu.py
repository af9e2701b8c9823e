"""`campaign menu`: the common acts by number, for whoever has a double click and no command line."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from campaign.builder import host
from campaign.cli.command import Arguments, Command, Options
from campaign.core.console import say

Ask = Callable[[str], str]
Run = Callable[[Sequence[str]], int]
LEAVE = "0"
NOTHING = "没有写，什么也没做 nothing was typed, nothing was done"


def _campaign(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "campaign", *arguments]


def _notice(ask: Ask) -> list[str]:
    """What puts a notice up or takes it back; nothing where nothing is typed."""
    text = ask("通知写什么？要撤下现在的通知就写“撤” · the words; 撤 takes the notice back: ")
    if text in ("撤", "撤下"):
        return _campaign("notice", "--clear")
    until = ask("到几点自动撤下？例如 18:00 或 2024-04-22 18:00 · until when: ") if text else ""
    return _campaign("notice", "--text", text, "--until", until) if text and until else []


def _ledger(ask: Ask) -> list[str]:
    """What joins another computer's ledger, or restores this one where no path is typed."""
    path = ask(
        "另一台电脑的 campaign_data 文件夹，或 U 盘上 release 文件夹的路径；只恢复这一台的就直接按回车"
        " · the other computer's folder, or Enter alone to restore this one: "
    )
    return _campaign("ledger", "--merge", *filter(None, [path.strip("\"' ")]))


def _at(command: str) -> Callable[[Ask], list[str]]:
    """A command that takes a target: the one that is typed, or the only one there is."""

    def line(ask: Ask) -> list[str]:
        name = ask("哪个地方？写 campaign.yml 里的名字；只有一个就直接按回车 · which target; Enter for the only one: ")
        return _campaign(command, *([name] if name else []))

    return line


@dataclass(frozen=True, slots=True)
class Act:
    """What can be chosen: its words, and the line that does it, empty where its author thought better of it."""

    zh: str
    en: str
    line: Callable[[Ask], list[str]]


ACTS = (
    Act("检查资料，列出全部问题", "check", lambda _: _campaign("check")),
    Act(
        "预览：边改边看，浏览器打开 http://127.0.0.1:8000/，看完按 Ctrl+C",
        "preview while editing, Ctrl+C ends it",
        lambda _: host.command("serve"),
    ),
    Act("生成网站，放进 site", "build the site into site/", lambda _: host.command("build", "--strict")),
    Act("正式付印，放进 release", "clear for print, into release/", lambda _: _campaign("release")),
    Act("紧急通知：放上或撤下", "an urgent notice, up or down", _notice),
    Act("看看这台电脑还缺什么", "what this computer lacks", lambda _: _campaign("doctor")),
    Act("发布上网：先看变了什么，回答“是”才换上", "put the released site online, asked first", _at("publish")),
    Act("网站退回上一版", "take the site back to the former release", _at("rollback")),
    Act("台账：两台电脑的合成一本，坏了、丢了的恢复", "join or restore the ledger of printed codes", _ledger),
)
"""The acts, from 1."""


def choose(number: str, *, ask: Ask, run: Run) -> int:
    """Do one act; its exit code, 2 for a number that there isn't."""
    if not number.isascii() or not number.isdigit() or not 1 <= int(number) <= len(ACTS):
        say(f"没有“{number}”这一项，写 0 到 {len(ACTS)} · choose a number from 0 to {len(ACTS)}", sys.stdout)
        return 2
    try:
        line = ACTS[int(number) - 1].line(ask)
    except EOFError:
        line = []
    if not line:
        say(NOTHING, sys.stdout)
        return 0
    code = run(line)
    said = "完成 done" if not code else "没有完成，上面写了为什么 not done: the reason is above"
    say(f"\n== {said} ==", sys.stdout)
    return code


def loop(*, ask: Ask, run: Run) -> int:
    """Ask for a number and do it, until 0 or the end of input; the last act's exit code."""
    code = 0
    while True:
        say("", sys.stdout)
        for number, act in enumerate(ACTS, 1):
            say(f"  {number}  {act.zh} · {act.en}", sys.stdout)
        say(f"  {LEAVE}  退出 · leave", sys.stdout)
        try:
            typed = ask("要做哪一件？写数字，按回车 · a number, then Enter: ")
        except EOFError:
            return code
        chosen = typed.translate(WIDE)
        if chosen == LEAVE:
            return code
        if chosen:
            code = choose(chosen, ask=ask, run=run)


WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
"""Digits as a Chinese keyboard may give them."""


def _ask(question: str) -> str:
    say(question, sys.stdout)
    return input("> ").strip()


def _run(line: Sequence[str]) -> int:
    """Run a line in this window; Ctrl+C ends it and not the menu."""
    try:
        return subprocess.run(line, check=False).returncode
    except KeyboardInterrupt:
        return 0


def run(options: Options) -> int:
    """Do what the number says, else ask."""
    return choose(options.number, ask=_ask, run=_run) if options.number else loop(ask=_ask, run=_run)


def _arguments(parser: Arguments) -> None:
    parser.add_argument("number", nargs="?", default="", help="直接做这一件 · do this one and end")


MENU = Command(
    name="menu",
    output="site/",
    about="按数字选要做的事，给双击打开的人用 · the common acts by number",
    run=run,
    arguments=_arguments,
)
