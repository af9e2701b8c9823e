"""Texts from data as HTML: safe, and exactly as typed."""

import pytest
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser

from campaign.say.text import clause, paragraphs, plain, rich


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>",
        "a & b &amp; c",
        "&lt;b&gt;",
        "5 < 6 > 4",
        "{{ x }} {% y %}",
        "<!-- gone? -->",
        "1 &#60; 2",
    ],
)
def test_markup_in_rich_text_is_text(typed):
    """HTML and entities in rich text are shown as the letters they are."""
    assert LexborHTMLParser(str(rich(typed))).body.text().strip() == typed


@pytest.mark.parametrize("address", ["javascript:alert(1)", "http://a.cn", "//a.cn/x", "../x/", "data:text/html,x"])
def test_links_go_to_safe_places_alone(address):
    """Only https, tel and mailto are links; of anything else the words remain."""
    html = str(rich(f"[words]({address})"))

    assert "href" not in html
    assert "words" in html


def test_links_and_emphasis_are_kept():
    """What Markdown is for: emphasis, lists, links with & in them."""
    html = str(rich("**重** [看](https://a.cn/?x=1&y=2)\n\n- 一\n- 二"))

    assert "<strong>重</strong>" in html
    assert 'href="https://a.cn/?x=1&amp;y=2"' in html
    assert html.count("<li>") == 2


def test_nothing_is_fetched_and_no_heading_made():
    """Images and headings aren't for rich text: a page's outline and requests are ours."""
    html = str(rich("# big\n\n![x](https://a.cn/x.png)\n\nunder\n---"))

    assert "<h" not in html.replace("<hr", "")
    assert "<img" not in html


def test_a_line_break_between_han_characters_is_no_space():
    """A folded Chinese sentence is one sentence; between other words the break stays a space."""
    assert "保护知识产权" in str(rich("保护\n知识产权"))
    assert "protect\nit" in str(rich("protect\nit"))


def test_plain_text_is_one_paragraph_a_line():
    """Plain text keeps its lines and is escaped."""
    assert paragraphs("一<b>\n\n二") == Markup("<p>一&lt;b&gt;</p>\n<p>二</p>")


def test_descriptions_end_with_a_sentence():
    """A description has no markup and is cut after a sentence that fits."""
    assert plain("**甲**。" + "乙" * 30 + "。" + "丙" * 200, longest=60) == "甲。" + "乙" * 30 + "。"
    assert plain("AT&T <b>") == "AT&T <b>"
    assert len(plain("字" * 500)) == 160


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("走进特产店", "走进特产店"),
        ("走进特产店：产地名能不能当商标用", "走进特产店"),
        ("看样子，认标识，记电话：三步学会", "看样子，认标识，记电话"),
        ("知识产权管理人员能力提升线上培训班", "知识产权管理人员能力提升线上培训班"),
        ("“真假，一眼辨”专题课堂开讲了", "“真假，一眼辨”专题课堂开讲了"),
        ("Market day: the special sign explained", "Market day"),
        ("Open 9:30 at the old harbour, all day", "Open 9:30 at the old harbour"),
    ],
)
def test_a_title_is_cut_between_its_clauses_alone(title, shown):
    """As many of them as a line holds; where the first is too long, or a quotation would stay open, all of it."""
    assert clause(title, most_ems=14 if title[0] > "z" else 18) == shown
