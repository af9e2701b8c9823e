"""Plans written in Word: numbers that Word counts, tables, boxes, what was struck out."""

import io
import zipfile

import pytest

from campaign.read.plan import UnreadablePlanError, find_plan, paragraphs_of

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
NUMBERING = f"""<w:numbering {NAMESPACES}>
<w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>"""
STYLES = f"""<w:styles {NAMESPACES}><w:style w:styleId="Part"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>
</w:style></w:styles>"""


def line(text, *, style="", level=None):
    numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="3"/></w:numPr>' if level is not None else ""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{numbered}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def table(*rows):
    cells = ("".join(f"<w:tc>{line(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def document(*parts):
    """The bytes of a .docx with these parts in its body."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        made.writestr("word/document.xml", f"<w:document {NAMESPACES}><w:body>{''.join(parts)}</w:body></w:document>")
        made.writestr("word/numbering.xml", NUMBERING)
        made.writestr("word/styles.xml", STYLES)
    return packed.getvalue()


BOX = (
    "<w:p><mc:AlternateContent><mc:Choice><w:txbxContent>{0}</w:txbxContent></mc:Choice>"
    "<mc:Fallback><w:txbxContent>{0}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:p>"
).format(line("示例市文化局文件"))
STRUCK = (
    "<w:p><w:r><w:t>读书 </w:t></w:r><w:del><w:r><w:delText>旧</w:delText><w:t>旧</w:t></w:r></w:del>"
    "<w:ins><w:r><w:t>让生活更美</w:t></w:r></w:ins></w:p>"
)


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    """A plan whose numbers only Word knows, its activities in a table."""
    data = document(
        BOX,
        line("示文发〔2025〕3号"),
        line("2025年示例市读书周活动方案"),
        line("活动时间", style="Part"),
        line("2025年4月21日至27日"),
        line("活动主题", style="Part"),
        STRUCK,
        line("宣传重点", style="Part"),
        line("宣传全民阅读条例。讲清条例的主要内容。", level=1),
        line("宣传公共图书馆服务", level=1),
        line("介绍借书、还书的办法。"),
        line("活动安排", style="Part"),
        table(
            ("序号", "活动名称", "时间", "地点"),
            ("1", "开幕式", "4月21日上午", "市图书馆"),
            ("2", "旧书交换", "4月26日-27日", "人民公园"),
            ("3", "送书下乡", "4月下旬", "各乡镇"),
        ),
    )
    path = tmp_path_factory.mktemp("word") / "plan.docx"
    path.write_bytes(data)
    return find_plan(paragraphs_of(path, data))


def test_numbers_that_word_counts_are_read(plan):
    """一、 by a style, （一） by a list, as they are printed and no text holds them."""
    assert [one.heading for one in plan.chapters] == ["一、活动时间", "二、活动主题", "三、宣传重点", "四、活动安排"]
    assert [(one.title, one.text) for one in plan.priorities] == [
        ("宣传全民阅读条例。", "讲清条例的主要内容。"),
        ("宣传公共图书馆服务", "介绍借书、还书的办法。"),
    ]


def test_a_letterhead_in_a_box_is_read_once(plan):
    """Word writes a box twice, for old readers too."""
    assert plan.issuer_head == "示例市文化局文件" and plan.number == "示文发〔2025〕3号"
    assert "".join(plan.source).count("示例市文化局文件") == 1


def test_what_was_struck_out_is_gone(plan):
    """Of a text under track changes the last state is the plan's."""
    assert plan.theme == "读书 让生活更美"


def test_activities_stand_in_a_table(plan):
    """A row each, named by its column, with the days of the column of times; a vague time gives none."""
    assert [(one.title, [(str(a), str(b)) for a, b in one.dates]) for one in plan.activities] == [
        ("开幕式", [("2025-04-21", "2025-04-21")]),
        ("旧书交换", [("2025-04-26", "2025-04-27")]),
        ("送书下乡", []),
    ]
    assert plan.activities[0].text == "1 开幕式 4月21日上午 市图书馆"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("plan.docx", b"PK\x03\x04 nothing", "打不开"),
        ("plan.docx", document("<!DOCTYPE x>"), "打不开"),
        ("plan.doc", b"\xd0\xcf\x11\xe0 old", "方案要是 .docx、.pdf 或 .txt 文件"),
        ("plan.png", b"\x89PNG", "方案要是"),
        ("plan.txt", b"\n \n", "没有文字"),
        ("plan.pdf", b"%PDF-1.7 broken", "打不开"),
    ],
)
def test_a_document_without_text_says_why(tmp_path, name, data, said):
    """Damaged, of the old format, a picture, empty: each is told, with what to do."""
    path = tmp_path / name
    path.write_bytes(data)

    with pytest.raises(UnreadablePlanError) as raised:
        paragraphs_of(path, data)

    assert said in raised.value.what.zh and raised.value.hint.en
