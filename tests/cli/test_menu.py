"""The menu: an act by its number, in the Python that runs now."""

from __future__ import annotations

import re
import sys

import pytest

from campaign.cli import COMMANDS, menu
from looking import some
from projects import TOP


class Typed:
    """Answers in their order; the end of input after the last."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)

    def __call__(self, question: str) -> str:
        if not self.answers:
            raise EOFError
        return self.answers.pop(0)


def _done(*answers: str, code: int = 0):
    lines: list[list[str]] = []

    def run(line):
        lines.append(list(line[1:]))
        return code

    return menu.loop(ask=Typed(*answers), run=run), lines


def test_the_guide_gives_each_act_the_number_it_has():
    """The list of both languages runs to the last act, and whoever is sent to the ledger finds it there."""
    guide = (TOP / "campaign_data" / "README.md").read_text("utf-8")
    lists = [
        re.findall(r"[：，:,] ?(\d) ", line) for line in guide.splitlines() if re.search("，0 退出|, 0 leave", line)
    ]
    sent = re.findall(r"`press\.cmd`,? (?:选|choose) (\d)|\((\d) of `press\.cmd`\)", guide)

    assert lists == [[*(str(number) for number in range(1, len(menu.ACTS) + 1)), "0"]] * 2
    assert len(sent) == 4 and {one or other for one, other in sent} == {
        str(number) for number, act in enumerate(menu.ACTS, 1) if "台账" in act.zh
    }


def test_each_number_does_its_act():
    """Commands of this product, and the site's host for preview and site."""
    code, lines = _done("1", "2", "3", "4", "6", "0")

    assert code == 0
    assert [line[1:] for line in lines] == [
        ["campaign", "check"],
        ["mkdocs", "serve"],
        ["mkdocs", "build", "--strict"],
        ["campaign", "release"],
        ["campaign", "doctor"],
    ]


def test_every_command_of_the_menu_is_there():
    """None that nobody has."""
    names = {one.name for one in COMMANDS}
    lines = [act.line(Typed("停水", "18:00")) for act in some(menu.ACTS)]

    assert {line[3] for line in lines if line[:3] == [sys.executable, "-m", "campaign"]} <= names


@pytest.mark.parametrize(
    ("answers", "arguments"),
    [
        (("停水，活动改期", "18:00"), ["notice", "--text", "停水，活动改期", "--until", "18:00"]),
        (("撤",), ["notice", "--clear"]),
    ],
)
def test_a_notice_is_asked_for(answers, arguments):
    """Its words and its end; or it is taken back."""
    _, lines = _done("5", *answers)

    assert [line[2:] for line in lines] == [arguments]


@pytest.mark.parametrize(
    ("typed", "paths"), [("", []), ('"E:\\另一台 电脑\\campaign_data"', ["E:\\另一台 电脑\\campaign_data"])]
)
def test_a_ledger_is_restored_or_joined_with_the_folder_that_is_named(typed, paths):
    """Dropped on the window a folder comes in quotes; Enter alone restores this computer's."""
    _, lines = _done("9", typed)

    assert [line[2:] for line in lines] == [["ledger", "--merge", *paths]]


@pytest.mark.parametrize("number, command", [("7", "publish"), ("8", "rollback")])
def test_a_target_is_asked_for_and_the_only_one_needs_no_name(number, command):
    """Its name as it is typed, or nothing."""
    _, lines = _done(number, "官网", number, "")

    assert [line[2:] for line in lines] == [[command, "官网"], [command]]


@pytest.mark.parametrize("answers", [("",), ("停水", ""), (), ("停水",)])
def test_a_notice_that_isn_t_typed_does_nothing(answers, capsys):
    """Enter alone is a change of mind, and so is the end of input at any question."""
    _, lines = _done("5", *answers)

    assert lines == [] and menu.NOTHING in capsys.readouterr().out


@pytest.mark.parametrize("typed", ["10", "x", "-1", "²", "1 2"])
def test_a_wrong_number_is_told(typed, capsys):
    """And asked again; nothing is done."""
    code, lines = _done(typed, "0")

    assert (code, lines) == (2, [])
    assert f"没有“{typed}”这一项" in capsys.readouterr().out


def test_what_fails_is_said_and_the_menu_goes_on(capsys):
    """The window of a failed act stays open, with its reason above; the end of input leaves."""
    code, lines = _done("1", "１", code=1)

    assert (code, len(lines)) == (1, 2)
    assert "没有完成，上面写了为什么" in capsys.readouterr().out
