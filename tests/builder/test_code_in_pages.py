"""Code in hand-written pages: what a browser would block is told at its line; what is only shown is left alone."""

import pytest

from campaign.builder.code_in_pages import ADDRESS, ELSEWHERE, FRAMES, SCRIPTS, STYLE, STYLES, code_in_page
from campaign.builder.job import first_job
from campaign.channels.site import mended
from campaign.core.problems import CampaignDataError
from looking import some
from projects import GOOD


def _found(tmp_path, text):
    source = tmp_path / "a.md"
    source.write_text(text, encoding="utf-8")
    return list(code_in_page(source, shown_as="docs/zh/a.md"))


@pytest.mark.parametrize(
    ("line", "column", "what", "fix"),
    [
        ("<script>alert(1)</script>", 1, SCRIPTS, ""),
        ("文字 <SCRIPT type='module'>go()</SCRIPT>", 4, SCRIPTS, ""),
        ("<style>p{color:red}</style>", 1, STYLES, ""),
        ('<iframe src="https://v.example.cn/x"></iframe>', 1, FRAMES, ""),
        ('<embed src="x.pdf">', 1, FRAMES, ""),
        ('<p class="a" style="color: red">红</p>', 14, STYLE, '<p class="a">红</p>'),
        ("<td STYLE = 'a:b'>x</td>", 5, STYLE, "<td>x</td>"),
        ('# 商标 {: style="color:red" }', 9, STYLE, "# 商标 {: }"),
        ('# 商标 {:style="color:red"}', 8, STYLE, "# 商标 {:}"),
        ("[点这里](javascript:alert(1))", 7, ADDRESS, ""),
        ("[点这里](<JavaScript&#58;alert(1)>)", 8, ADDRESS, ""),
        ("[点这里][1]\n[1]: javascript:x", 6, ADDRESS, ""),
        ("图 ![x](https://cdn.example.cn/a.png)", 8, ELSEWHERE, ""),
        ("[![x](//cdn.example.cn/a.png)](https://www.gov.cn/)", 7, ELSEWHERE, ""),
        ('<script src="https://cdn.example.cn/a.js"></script>', 14, ELSEWHERE, ""),
        ("<img alt='x' src=https://cdn.example.cn/a.png>", 18, ELSEWHERE, ""),
        ("<javascript:alert(1)>", 2, ADDRESS, ""),
        ('<a href=" java\tscript:x()">x</a>', 4, ADDRESS, ""),
    ],
)
def test_code_is_told_at_its_place(tmp_path, line, column, what, fix):
    """Line, column, what is wrong, and the line to write instead where leaving it out mends it."""
    (problem,) = _found(tmp_path, f"# 说明\n\n{line}\n")

    assert (problem.what, problem.place.column, problem.fix) == (what, column, fix)
    assert problem.place.line == 3 + line.count("\n")
    assert problem.fix or problem.hint


def test_a_handler_is_named(tmp_path):
    """Of several on one element each is told."""
    found = _found(tmp_path, '<img src="a.png" alt="x>y"\n  onerror="x()" onLoad=y>\n')

    assert [(str(one.place), one.what.zh.partition("=")[0], one.fix) for one in found] == [
        ("docs/zh/a.md:2:3", "“onerror", " onLoad=y>"),
        ("docs/zh/a.md:2:17", "“onload", '  onerror="x()">'),
    ]


@pytest.mark.parametrize(
    "text",
    [
        '用 `<script>` 和 ``<p style="a`b">`` 两种写法',
        "```html\n<script>alert(1)</script>\n```\n",
        "~~~~\n<p onclick='x()'>\n~~~\n<style>\n~~~~\n",
        "<!-- <iframe src='x'></iframe> -->",
        '<script src="own.js"></script>',
        '<p class="style" title="onclick=x" data-style="a">on = 1</p>',
        "[名称](https://example.cn/javascript:x) 1 < 2 <b>x</b>",
        'style="color:red" onclick="x()"',
        "| 甲 | 乙 |\n| :-: | --: |\n| 1 | 2 |",
    ],
)
def test_what_is_only_shown_or_harmless_is_left_alone(tmp_path, text):
    """Code in a fence, between ticks or in a comment, words that look like it, a script of the site's own."""
    assert _found(tmp_path, text) == []


def test_a_check_tells_of_it(tmp_path):
    """With everything else, before anything is made."""
    page = tmp_path / "docs" / "zh" / "learn" / "a.md"
    page.parent.mkdir(parents=True)
    page.write_text("# 商标\n\n<p style='a:b'>x</p>\n", encoding="utf-8")

    with pytest.raises(CampaignDataError) as told:
        first_job(GOOD / "small", shown_as="campaign_data", docs=tmp_path / "docs")

    assert [str(problem.place) for problem in some(told.value.problems)] == ["docs/zh/learn/a.md:3:4"]


def test_a_tables_columns_keep_their_sides():
    """Markdown sets them by a style, which the policy blocks: a class says the same."""
    cell = '<th style="text-align: {};">x</th>'

    assert mended(cell.format("center")) == '<th class="to-center">x</th>'
    assert mended(cell.format("right")) == '<th class="to-right">x</th>'


def test_a_link_to_another_site_is_none_that_fetches(tmp_path):
    """It is followed when the reader asks; what is shown as code isn't fetched at all."""
    said = "[官网](https://www.gov.cn/) <a href='//www.gov.cn/'>x</a> `![x](https://example.cn/a.png)` ![x](a.png)"

    assert _found(tmp_path, said) == []
