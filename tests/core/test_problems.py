"""The report of problems: sorted, complete, the caret under what is wrong on any console."""

from __future__ import annotations

import pytest

from campaign.core.problems import CampaignDataError, Message, Place, Problem, report, visible

WHAT = Message("不对", "wrong")


def _problem(source: str, wrong: str, *, path: str = "campaign_data/theme.yml", line: int = 3) -> Problem:
    """A problem with the first occurrence of some characters of a line."""
    return Problem(Place(path, line, source.index(wrong) + 1), WHAT, source, len(wrong))


def _lines(problem: Problem, encoding: str = "utf-8") -> list[str]:
    return report([problem], encoding=encoding).splitlines()


def test_a_problem_is_told_in_the_agreed_form() -> None:
    """Place and sentence, the line, the caret, the fix, the hint, the total: Chinese first, then English."""
    problem = Problem(
        Place("campaign_data/outreach/yongjing.yml", 12, 9),
        Message("“时间”后面用了中文冒号", "full-width colon after a key"),
        "  starts：2024-04-22 09:00",
        1,
        "  starts: 2024-04-22 09:00",
        Message("换成英文冒号", "type an ASCII colon"),
    )
    assert report([problem]) == (
        "campaign_data/outreach/yongjing.yml:12:9: “时间”后面用了中文冒号 · full-width colon after a key\n"
        "   12 |   starts：2024-04-22 09:00\n"
        "                ^^\n"
        "   改为 fix:  starts: 2024-04-22 09:00\n"
        "   提示 hint: 换成英文冒号 · type an ASCII colon\n"
        "共 1 处问题，site/ 未改动。 1 problem; site/ is unchanged.\n"
    )


def test_problems_are_sorted_by_file_line_and_column() -> None:
    """Two runs print the same text, whatever the order of finding; one problem found twice is told once."""
    places = [Place("b.yml", 1, 1), Place("a.yml", 10, 1), Place("a.yml", 2, 7), Place("a.yml", 2, 1), Place("a.yml")]
    problems = [Problem(place, WHAT) for place in places]
    error = CampaignDataError([*problems, problems[0]])
    assert [str(problem.place) for problem in error.problems] == [
        "a.yml",
        "a.yml:2:1",
        "a.yml:2:7",
        "a.yml:10:1",
        "b.yml:1:1",
    ]
    assert str(error) == str(CampaignDataError(list(reversed(problems))))
    assert "共 5 处问题" in str(error)


def test_the_same_mistake_of_several_files_is_told_once() -> None:
    """What is wrong with whole files, and mended alike, is one problem that names them; lines stay each its own."""
    files = [Problem(Place(name), WHAT) for name in ("c.yml", "a.yml", "b.yml")]
    lines = [Problem(Place(name, 1, 1), WHAT) for name in ("a.yml", "b.yml")]
    error = CampaignDataError([*files, *lines, Problem(Place("d.yml"), WHAT, hint=WHAT)])
    assert str(error).splitlines()[:3] == ["a.yml: 不对 · wrong", "   同样 same in: b.yml", "   同样 same in: c.yml"]
    assert [str(problem.place) for problem in error.problems] == ["a.yml", "a.yml:1:1", "b.yml:1:1", "d.yml"]
    again = CampaignDataError([*error.problems, Problem(Place("e.yml"), WHAT)])
    assert [str(place) for place in again.problems[0].also] == ["b.yml", "c.yml", "e.yml"]


@pytest.mark.parametrize(
    ("source", "wrong", "gap", "caret"),
    [
        ("abc: x", "x", "     ", "^"),
        ("名称: x", "x", "      ", "^"),
        ("名称: 主题", "主题", "      ", "^^^^"),
        ("ａ: x", "x", "    ", "^"),
        ("e\u0301: x", "x", "   ", "^"),
        ("\u0e01\u0e34: x", "x", "   ", "^"),
        ("\tkey: x", "x", "\t     ", "^"),
        ("한글: x", "x", "      ", "^"),
        ("𠮷: x", "x", "    ", "^"),
    ],
)
def test_the_caret_stands_under_what_is_wrong(source: str, wrong: str, gap: str, caret: str) -> None:
    """Wide characters take two columns, combining marks none, a tab stays a tab."""
    _, line, pointer, _ = _lines(_problem(source, wrong))
    assert line == f"    3 | {source}"
    assert pointer == " " * 8 + gap + caret


def test_invisible_characters_are_shown() -> None:
    """What can't be seen is written as its code point, and the caret is as wide as that."""
    _, line, pointer, _ = _lines(_problem("a\u200b\u202eb", "\u200b"))
    assert line == "    3 | a<U+200B><U+202E>b"
    assert pointer == " " * 9 + "^" * 8


@pytest.mark.parametrize(
    "character", ["\x00", "\x07", "\x1b", "\x85", "\u2028", "\u200b", "\u202e", "\ufeff", "\ud800", "\ue000"]
)
def test_nothing_reaches_the_console_that_it_would_obey(character: str) -> None:
    """Controls, separators, direction signs and halves of characters are made visible in every part of a report."""
    message = Message(f"值{character}", f"value{character}")
    problem = Problem(Place(f"a{character}.yml", 1, 1), message, f"x{character}", 1, f"y{character}", message)
    assert character not in report([problem])
    assert visible(character) == f"<U+{ord(character):04X}>"


def test_a_chinese_console_draws_some_signs_two_columns_wide() -> None:
    """Under GBK, ambiguous characters such as “ are wide; elsewhere they are narrow."""
    problem = _problem("“引”: x", "x")
    assert _lines(problem, "gbk")[2] == " " * 16 + "^"
    assert _lines(problem, "utf-8")[2] == " " * 14 + "^"


def test_a_console_without_chinese_gets_the_english() -> None:
    """Under ASCII the sentence is English alone, the line's Chinese is escaped, and the caret moves along."""
    lines = _lines(_problem("名: x", "x"), "ascii")
    assert lines == [
        "campaign_data/theme.yml:3:4: wrong",
        "    3 | \\u540d: x",
        " " * 16 + "^",
        "1 problem; site/ is unchanged.",
    ]


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "latin-1", "cp437", "utf-16", "", None, "no-such-encoding"])
def test_no_console_makes_the_report_fail(encoding: str | None) -> None:
    """Whatever the console's encoding, the report can be written there."""
    text = report([_problem("𠮷\ud800é“: x", "x")], encoding=encoding)
    known = encoding if encoding in ("gbk", "ascii", "latin-1", "cp437", "utf-16") else "ascii"
    assert text.encode(known)


def test_a_long_line_is_cut_around_what_is_wrong() -> None:
    """A window with a sign where something was left out, the caret still in place."""
    _, line, pointer, _ = _lines(_problem("字" * 500 + "X" + "字" * 500, "X"))
    assert len(line) < 160
    assert line.startswith("    3 | …") and line.endswith("…")
    assert line[8:].index("X") == 61
    assert len(pointer) == 8 + 1 + 120 + 1


def test_what_is_wrong_may_be_past_the_end() -> None:
    """A value that isn't there is pointed at right after the line."""
    problem = Problem(Place("a.yml", 3, 6), WHAT, "key: ", 1)
    assert _lines(problem)[1:3] == ["    3 | key:", " " * 13 + "^"]


def test_a_fix_of_white_space_alone_is_not_printed() -> None:
    """It would look the same as the line; the sentence says how many spaces."""
    problem = Problem(Place("a.yml", 3, 1), WHAT, "\tkey: x", 1, "  key: x")
    assert "fix" not in report([problem])


def test_a_message_that_is_one_in_both_languages_is_said_once() -> None:
    """A list of names needs no translation."""
    assert str(Message("a, b", "a, b")) == "a, b"
    assert str(WHAT) == "不对 · wrong"
