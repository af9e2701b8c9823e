"""Personal data in hand-written files: told at its line, whatever the file is; what is meant to be published is not."""

import shutil

import pytest

from campaign.builder import personal
from campaign.builder.job import first_job
from campaign.core.problems import CampaignDataError
from campaign.read import read_folder
from projects import GOOD

LISTED = "published_on_purpose:\n  - number: 138 1234 5678\n    why: 局里的值班手机，轮流带\n"


def small_pdf(text, *, author="", locked=b""):
    """A PDF of one page that says a line of ASCII; its cross references are left to whoever reads it."""
    drawn = f"BT /F1 12 Tf 20 50 Td ({text}) Tj ET".encode()
    return b"\n".join(
        [
            b"%PDF-1.4",
            b"1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj",
            b"2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj",
            b"3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 300 100] /Contents 4 0 R"
            b" /Resources <</Font <</F1 5 0 R>>>>>> endobj",
            b"4 0 obj <</Length %d>> stream\n%s\nendstream endobj" % (len(drawn), drawn),
            b"5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj",
            b"6 0 obj <</Author (%s)>> endobj" % author.encode(),
            b"trailer <</Root 1 0 R /Info 6 0 R /Size 7%s>>" % locked,
            b"%%EOF",
        ]
    )


@pytest.fixture
def told(tmp_path):
    """What is told of files of docs/, by their names: places and Chinese words."""
    shutil.copytree(GOOD / "small", tmp_path / "campaign_data")

    def look(files, contacts=""):
        for name, content in files.items():
            path = tmp_path / "docs" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        with (tmp_path / "campaign_data" / "contacts.yml").open("a", encoding="utf-8") as file:
            file.write(contacts)
        reading = read_folder(tmp_path / "campaign_data", shown_as="campaign_data")
        found = [
            (str(one.place), one.what.zh) for one in personal.personal_problems(tmp_path / "docs", reading.campaign)
        ]
        return found, [str(one.place) for one in personal.unneeded_entries(reading, tmp_path / "docs")]

    return look


DRAWING = """<svg xmlns="http://www.w3.org/2000/svg">
<path d="M138 1234 5678"/><text>138<tspan>1234</tspan>5678</text></svg>"""
PAGE = """---
description: 找 138 1234 5678
---
# 说明

[写信](mailto:zhang@qq.com "给张三") 或 **138**1234`5678`。
<!-- 110105194912310021 -->

| 手机 | 邮箱 |
|---|---|
| 138<br>1234<br>5678 | office@lxsggj.gov.cn |
"""


def test_a_page_is_looked_at_line_by_line_in_and_behind_its_markup(told):
    """Front matter, targets, comments, cells; an office's own mailbox is nobody's."""
    found, _ = told({"zh/learn/a.md": PAGE})

    assert found == [
        ("docs/zh/learn/a.md:2:16", "网页里有手机号“138 1234 5678”，不能公布"),
        ("docs/zh/learn/a.md:6:13", "网页里有个人邮箱“zhang@qq.com”，不能公布"),
        ("docs/zh/learn/a.md:6:37", "网页里有手机号“138**1234`5678”，不能公布"),
        ("docs/zh/learn/a.md:7:6", "网页里有身份证号“110105194912310021”，不能公布"),
        ("docs/zh/learn/a.md:11:3", "网页里有手机号“138<br>1234<br>5678”，不能公布"),
    ]


def test_names_drawings_and_pdfs_are_looked_at_too(told):
    """A photo's name, a drawing's text, a page of a PDF and its author; not what isn't published."""
    found, _ = told(
        {
            "en/photos/zhang-13812345678.jpg": b"",
            "en/a.svg": DRAWING,
            "zh/a.pdf": small_pdf("Ask 138-1234-5678", author="zhang@163.com"),
            "zh/.draft/13812345678.md": "# 草稿 13812345678",
            "zh/Thumbs.db": b"13812345678",
        }
    )

    assert found == [
        ("docs/en/a.svg:2:33", "文件里有手机号“138<tspan>1234</tspan>5678”，不能公布"),
        ("docs/en/photos/zhang-13812345678.jpg", "文件名里有手机号“13812345678”，不能公布"),
        ("docs/zh/a.pdf", "PDF 的属性（标题、作者等）里有个人邮箱“zhang@163.com”，不能公布"),
        ("docs/zh/a.pdf", "第 1 页里有手机号“138-1234-5678”，不能公布"),
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("name", ["zh/a.txt", "zh/a.csv", "zh/a.md"])
def test_a_text_is_read_as_its_program_saved_it(told, encoding, name):
    """Notepad's Unicode and ANSI too, with a mark before them or none; the digits may be Han ones."""
    found, _ = told({name: "值班表\r\n手机 138 1234 5678\r\n一三九一二三四五六七八\r\n".encode(encoding)})

    assert [place for place, _ in found] == [f"docs/{name}:2:4", f"docs/{name}:3:1"]


@pytest.mark.parametrize("content", [b"PK\x03\x04rest", b"id,tel\n\x00\x01\x02\n", b"\xff\xfe\x00\x00"])
def test_what_only_bears_the_name_of_a_text_is_refused(told, content):
    """A workbook, a file with NUL in it: nobody can look into it."""
    assert told({"zh/a.csv": content})[0] == [("docs/zh/a.csv", "这不是文字文件，看不到里面有没有个人信息")]
    assert told({"zh/a.csv": b""})[0] == []


def test_a_pdf_is_looked_at_behind_its_pages(told):
    """A field that is filled in, a choice, a mark, a link; not a signature's bytes, nor a note that is taken out."""
    behind = [
        b"<</FT /Tx /V (13812345678) /T (tel)>>",
        b"<</FT /Ch /V [(a) (13912345678)]>>",
        b"<</Subtype /Link /A <</S /URI /URI (mailto:zhang%40163.com)>>>>",
        b"<</Subtype /FreeText /Contents (13712345678)>>",
        b"<</Subtype /Text /Contents (13612345678)>>",
        b"<</Type /Sig /ByteRange [0 1 2 3] /Contents (13512345678)>>",
    ]
    added = b"\n".join(b"%d 0 obj %s endobj" % (number, one) for number, one in enumerate(behind, 7))
    found, _ = told({"zh/a.pdf": small_pdf("Hello").replace(b"trailer", added + b"\ntrailer", 1)})

    assert sorted(words for _, words in found) == [
        "PDF 的表单、批注或链接里有个人邮箱“zhang%40163.com”，不能公布",
        "PDF 的表单、批注或链接里有手机号“13712345678”，不能公布",
        "PDF 的表单、批注或链接里有手机号“13812345678”，不能公布",
        "PDF 的表单、批注或链接里有手机号“13912345678”，不能公布",
    ]


def test_a_pdf_nobody_can_look_into_is_refused(told):
    """It may hold anything."""
    found, _ = told({"zh/a.pdf": b"%PDF-1.4\nnot one any more"})

    assert found == [("docs/zh/a.pdf", "打不开这个 PDF，看不到里面有没有个人信息")]


def test_what_the_office_lists_is_published_and_a_line_nobody_needs_is_mentioned(told):
    """One entry, every way to write it; needed by a page alone it is needed."""
    listed = LISTED + "  - number: lxzscq@163.com\n    why: 局里的邮箱\n"
    found, unused = told({"zh/learn/a.md": PAGE.replace("zhang@qq.com", "x@gov.cn").replace("<!--", "")}, listed)

    assert [words for _, words in found] == ["网页里有身份证号“110105194912310021”，不能公布"]
    assert unused == ["campaign_data/contacts.yml:15:13"]


def test_a_build_stops_at_a_page_and_mentions_an_idle_entry(tmp_path):
    """`check`, a build and a preview read one way: every problem at once, or the mention alone."""
    data, docs = tmp_path / "campaign_data", tmp_path / "docs"
    shutil.copytree(GOOD / "small", data)
    (docs / "zh").mkdir(parents=True)
    (docs / "zh" / "a.md").write_text("# 说明\n\n找 13912345678\n", encoding="utf-8")
    with (data / "contacts.yml").open("a", encoding="utf-8") as file:
        file.write(LISTED)

    with pytest.raises(CampaignDataError) as raised:
        first_job(data, shown_as="campaign_data", docs=docs)
    (docs / "zh" / "a.md").write_text("# 说明\n\n找水务局\n", encoding="utf-8")
    mentions = first_job(data, shown_as="campaign_data", docs=docs).mentions

    assert [str(one.place) for one in raised.value.problems] == ["docs/zh/a.md:3:3"]
    assert ["138 1234 5678" in one.what.zh for one in mentions] == [True]
