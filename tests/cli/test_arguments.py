"""Arguments that can't be taken: told Chinese first, in the form of every other problem, by every command."""

import pytest

from campaign.cli import COMMANDS, main
from campaign.cli.arguments import as_meant, explained
from looking import some


def _refused(capsys, *arguments):
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    return capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "place", "said"),
    [
        ((), "campaign: ", "还要写：命令"),
        (("nope",), "campaign 命令: ", "没有 nope，只有：check"),
        (("check", "--bogus"), "campaign: ", "不认识：--bogus"),
        (("notice", "--seconds", "two"), "campaign notice --seconds: ", "要写整数，不能是 two"),
        (("notice", "--text"), "campaign notice --text: ", "后面要写内容"),
        (("notice", "--clear=x"), "campaign notice --clear: ", "后面不写内容：x"),
        (("notice", "--t", "x"), "campaign notice: ", "不知道是哪个"),
        (("verify-pack",), "campaign verify-pack: ", "还要写：FILE"),
    ],
)
def test_each_is_told_chinese_first(capsys, arguments, place, said):
    """The command, what is wrong in both languages, where help is, and that nothing was changed; no usage, no trace."""
    told = _refused(capsys, *arguments)

    assert told.startswith(place) and said in told
    assert " · " in told and "--help" in told and "未改动" in told
    assert "usage:" not in told and "Traceback" not in told


def test_every_command_refuses_what_it_doesnt_know(capsys):
    """In the same words."""
    needed = {"verify-pack": ["x"], "new": ["x", "--plan", "y"]}
    for command in some(COMMANDS):
        assert "不认识" in _refused(capsys, command.name, *needed.get(command.name, []), "--bogus")


@pytest.mark.parametrize("dashes", ["—", "——", "－－", "–", "-—"])
def test_an_option_is_known_by_other_dashes(capsys, dashes):
    """A Chinese keyboard makes one long dash of two; a text, a date or a figure that begins with one stays as it is."""
    assert "要写整数，不能是 two" in _refused(capsys, "notice", f"{dashes}seconds", "two")
    kept = ["—", "—停水", "–5", "-h", "--all", "zh=停水—明天"]
    assert as_meant(kept) == kept


def test_a_sentence_nobody_foresaw_is_still_told():
    """Another version of Python may say something else."""
    assert explained("argument --x: something new") == ("--x", explained("something new")[1])
    assert "something new" in explained("something new")[1].zh
