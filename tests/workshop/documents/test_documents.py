"""Documents as an office's program opens them: the format of public documents held as numbers, the same bytes."""

import io
import zipfile
from datetime import date

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Emu

from campaign.say.lines import shaped, units
from campaign.workshop.documents import (
    Attachment,
    Fonts,
    Heading,
    Official,
    Paragraph,
    Picture,
    Table,
    article,
    official,
    script,
)
from campaign.workshop.gate.looking import LOOKS
from campaign.workshop.qr import png, symbol
from looking import some

FONTS = Fonts(
    title="方正小标宋简体",
    body="仿宋_GB2312",
    first="黑体",
    second="楷体_GB2312",
    latin="Times New Roman",
    folio="宋体",
)
TABLE = Table(columns=(("时间", 3.0), ("活动", 5.0)), rows=(("4月22日", "看商标"), ("4月23日", "查专利")))


def said(**changes):
    """A document with something of everything."""
    values = {
        "title": "关于开展2024年全州知识产权宣传周集中展示活动的通知",
        "language": "zh",
        "mark": "（示例）",
        "blocks": (
            Heading(text="一、总体安排"),
            Heading(text="（一）进社区", level=2),
            Paragraph(text="宣传周从4月20日开始。"),
            Paragraph(text="详情：https://ip.example.org/q/t9crj/"),
        ),
        "signed": "临夏州市场监督管理局",
        "day": date(2024, 4, 19),
        "dated": "2024年4月19日",
        "attachments": (Attachment(title="活动安排", blocks=(TABLE,)), Attachment(title="咨询电话", blocks=())),
        "fonts": FONTS,
    }
    return Official(**{**values, **changes})


def opened(content):
    """The document as python-docx reads it."""
    return Document(io.BytesIO(content))


def line(document, text):
    """The one paragraph of that text."""
    (found,) = [one for one in document.paragraphs if one.text.replace("\n", "") == text]
    return found


def indent(paragraph, name):
    """How many characters a paragraph stands in."""
    return int(paragraph._p.pPr.ind.get(qn(f"w:{name}Chars"))) / 100


def font(paragraph):
    """The font of its Han characters, and its size in points."""
    run = paragraph.runs[0]
    return run._r.rPr.rFonts.get(qn("w:eastAsia")), run.font.size.pt


def test_the_page_is_that_of_public_documents():
    """GB/T 9704-2012, 5.2: margins, a text area of 156 x 225 mm, 22 lines of 28 characters."""
    section = opened(official(said())).sections[0]

    assert (section.page_width.mm, section.page_height.mm) == pytest.approx((210, 297), abs=0.1)
    assert (section.top_margin.mm, section.left_margin.mm) == pytest.approx((37, 28), abs=0.1)
    width = Emu(section.page_width - section.left_margin - section.right_margin)
    height = Emu(section.page_height - section.top_margin - section.bottom_margin)
    assert (width.mm, height.mm) == pytest.approx((156, 225), abs=0.1)
    grid = section._sectPr.find(qn("w:docGrid"))
    assert height.pt // (int(grid.get(qn("w:linePitch"))) / 20) == 22
    assert width.pt // (16 + int(grid.get(qn("w:charSpace"))) / 4096) == 28


def test_a_line_holds_28_characters_and_a_page_22_lines_in_any_program():
    """Each paragraph says its own measures, for not every program goes by the grid."""
    body = line(opened(official(said())), "宣传周从4月20日开始。")

    assert font(body) == ("仿宋_GB2312", 16)
    assert body.paragraph_format.line_spacing_rule == WD_LINE_SPACING.EXACTLY
    assert 225 / 25.4 * 72 // body.paragraph_format.line_spacing.pt == 22
    closer = int(body.runs[0]._r.rPr.find(qn("w:spacing")).get(qn("w:val"))) / 20
    assert 156 / 25.4 * 72 // (16 + closer) == 28
    assert indent(body, "firstLine") == 2 and body.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY


def test_levels_have_their_fonts():
    """小标宋 二号 for the title in the middle, 黑体 and 楷体 for headings, 仿宋 for the text; figures in their own."""
    document = opened(official(said()))
    title = line(document, said().title)

    assert font(title) == ("方正小标宋简体", 22) and title.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert font(line(document, "一、总体安排")) == ("黑体", 16)
    assert font(line(document, "（一）进社区")) == ("楷体_GB2312", 16)
    for run in some([run for one in document.paragraphs for run in one.runs]):
        assert run._r.rPr.rFonts.get(qn("w:ascii")) == "Times New Roman"


@pytest.mark.parametrize(
    "title",
    [
        "关于开展2024年全州知识产权宣传周集中展示活动的通知",
        "关于2024年全州知识产权宣传周“知识产权转化运用促进高质量发展”集中展示活动安排情况的通报",
        "临夏知识产权宣传周：知识产权领域深入贯彻落实总体部署取得的成绩",
    ],
)
def test_the_lines_of_a_title_are_a_trapezium_or_a_lozenge(title):
    """7.3.1: words whole, sides that slant; never a block, never a waist."""
    lines = shaped(title, "zh", most_units=19, most_lines=5)
    widths = [units(one) for one in lines]
    steps = [lower - upper for upper, lower in zip(widths, widths[1:], strict=False)]

    assert "".join(lines) == title and len(lines) > 1 and max(widths) <= 19
    for step in some(steps):
        assert abs(step) >= 1, lines
    assert not any(first < 0 < second for first, second in zip(steps, steps[1:], strict=False)), lines


def test_the_office_signs_over_a_date_that_ends_four_characters_from_the_right():
    """7.3.5.1: the shorter of the two in the middle of the longer, and nothing beyond the text's edge."""
    document = opened(official(said()))
    office, day = line(document, "临夏州市场监督管理局"), line(document, "2024年4月19日")
    long = opened(official(said(signed="积石山保安族东乡族撒拉族自治县市场监督管理局")))

    assert indent(day, "right") == 4 and day.alignment == WD_ALIGN_PARAGRAPH.RIGHT
    middles = [indent(one, "right") + units(one.text) / 2 for one in (office, day)]
    assert middles[0] == pytest.approx(middles[1], abs=0.1)
    assert indent(line(long, "积石山保安族东乡族撒拉族自治县市场监督管理局"), "right") >= 1


def test_page_numbers_stand_between_dashes_odd_right_even_left():
    """7.5: 四号, a character from the edge."""
    document = opened(official(said()))
    section = document.sections[0]
    odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]

    assert document.settings.odd_and_even_pages_header_footer
    assert (odd.alignment, even.alignment) == (WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.LEFT)
    assert indent(odd, "right") == indent(even, "left") == 1
    for one in (odd, even):
        assert one.text == "— 1 —" and "PAGE" in one._p.xml and font(one) == ("宋体", 14)


def test_attachments_are_listed_and_follow_on_pages_of_their_own():
    """7.3.4: two characters in, numbered, no stop after a name; one alone bears no number."""
    document, one = opened(official(said())), opened(official(said(attachments=said().attachments[:1])))

    assert indent(line(document, "附件：1. 活动安排"), "left") == 2
    assert indent(line(document, "2. 咨询电话"), "left") == 5
    for head in ("附件1", "附件2"):
        assert line(document, head).paragraph_format.page_break_before
    assert line(one, "附件：活动安排") and line(one, "附件")
    (table,) = document.tables
    assert [cell.text for row in table.rows for cell in row.cells][:4] == ["时间", "活动", "4月22日", "看商标"]


def test_an_address_stretches_no_line():
    """A paragraph with what can't be broken isn't spread to both edges."""
    found = line(opened(official(said())), "详情：https://ip.example.org/q/t9crj/")

    assert found.alignment == WD_ALIGN_PARAGRAPH.LEFT


def _all():
    code = png(symbol("HTTPS://IP.EXAMPLE.ORG/Q/T9CRJ/", largest_version=40), module_px=4)
    common = {"author": "州局", "language": "zh", "day": date(2024, 4, 19), "fonts": FONTS}
    picture = Picture(content=code, width_mm=40, alt="二维码", caption="长按图片")
    yield official(said())
    yield script(title="广播稿", head=["全文约 60 秒"], paragraphs=["各位居民朋友，大家好！"], **common)
    yield article(
        title="标题", summary="摘要", blocks=[picture, Heading(text="安排"), TABLE, Paragraph(text="完")], **common
    )


def test_documents_tell_of_nothing_but_themselves_and_are_the_same_bytes():
    """The office, the title and the day, as an office would; no program, no clock, nothing from elsewhere."""
    first, again = list(_all()), list(_all())

    assert first == again
    for content in some(first):
        assert LOOKS[".docx"](content, ".docx") == []
        told = opened(content).core_properties
        assert told.created.date() == told.modified.date() == date(2024, 4, 19) and told.comments == ""
        assert told.author in ("临夏州市场监督管理局", "州局") and told.language == "zh-CN"
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert "docProps/thumbnail.jpeg" not in archive.namelist()


def test_pictures_say_what_they_show():
    """A screen reader reads the words of a picture, not its file's name."""
    found = opened(list(_all())[2]).inline_shapes

    assert [shape._inline.docPr.get("descr") for shape in found] == ["二维码"]


def test_an_announcer_reads_large_letters_in_wide_lines():
    """Held at arm's length: 20 pt and more, never across a page's end within a sentence."""
    document = opened(list(_all())[1])
    said = line(document, "各位居民朋友，大家好！")

    assert font(said)[1] >= 20 and said.paragraph_format.line_spacing.pt >= 1.6 * font(said)[1]
    assert said.paragraph_format.keep_together and line(document, "全文约 60 秒")
