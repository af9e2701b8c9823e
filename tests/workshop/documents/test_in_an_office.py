"""Documents as another office program lays them out: LibreOffice turns them into pages, which are looked at."""

import subprocess
from datetime import date

import pypdfium2
import pytest

from campaign.workshop.documents import Attachment, Fonts, Official, Paragraph, Table, official, script
from looking import some
from programs import program

FONTS = Fonts(
    title="Noto Serif CJK SC",
    body="Noto Sans CJK SC",
    first="Noto Sans CJK SC",
    second="Noto Sans CJK SC",
    latin="DejaVu Serif",
    folio="DejaVu Serif",
)
"""What the test's machine has; an office has its own."""
MM = 72 / 25.4
RULER = "宣传周活动" * 40
"""A paragraph of which each line is full."""


def converted(folder, **documents):
    """Each document's pages: its size, and its lines as characters with their left, right and bottom in mm."""
    for name, content in documents.items():
        (folder / f"{name}.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program("libreoffice"), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    files = [str(folder / f"{name}.docx") for name in documents]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=300)
    return [list(_pages(folder / f"{name}.pdf")) for name in documents]


def _pages(path):
    with pypdfium2.PdfDocument(path) as pdf:
        for page in pdf:
            width, height = page.get_size()
            text = page.get_textpage()
            rows = {}
            for at in range(text.count_chars()):
                one = text.get_text_range(at, 1)
                if one.strip():
                    left, bottom, right, top = text.get_charbox(at, loose=True)
                    key = next((row for row in rows if abs(row - bottom) < 3), bottom)
                    rows.setdefault(key, []).append((left / MM, one, right / MM, (height - bottom) / MM))
            yield (width / MM, height / MM), [sorted(rows[row]) for row in sorted(rows, reverse=True)]


def said(row):
    """A line's text."""
    return "".join(one for _, one, *_ in row)


@pytest.mark.slow
def test_pages_are_as_the_format_wants_them(tmp_path):
    """28 characters a line, 22 lines a page, numbers outside, the date four characters in, a script on one page."""
    table = Table(columns=(("时间", 3.0), ("活动", 5.0)), rows=(("4月22日", "看商标"),) * 3)
    common = {"language": "zh", "day": date(2024, 4, 19), "fonts": FONTS}
    letter = official(
        Official(
            title="关于开展2024年全州知识产权宣传周集中展示活动的通知",
            blocks=tuple(Paragraph(text=RULER) for _ in range(6)),
            signed="临夏州市场监督管理局",
            dated="2024年4月19日",
            attachments=(Attachment(title="活动安排", blocks=(table,)),),
            **common,
        )
    )
    spoken = script(
        title="广播稿", head=["全文约 70 秒"], paragraphs=["各位居民朋友大家好" * 5] * 4, author="州局", **common
    )
    pages, heard = converted(tmp_path, letter=letter, spoken=spoken)
    rows = [rows for _, rows in pages]
    body = [row for page in rows for row in page if said(row) in RULER and len(row) > 26]

    assert len(pages) == 4 and {tuple(map(round, size)) for size, _ in pages} == {(210, 297)}
    assert {len(row) for row in some(body) if row[0][0] < 29} == {28}
    for row in body:
        assert row[0][0] >= 27.5 and row[-1][2] <= 184.6
    assert len([row for row in rows[1] if "—" not in said(row)]) == 22
    folios = [next(row for row in page if said(row) == f"—{number}—") for number, page in enumerate(rows, 1)]
    assert [row[0][0] > 105 for row in folios] == [True, False, True, False]
    assert 262 < folios[0][0][3] < 276
    (day,) = [row for page in rows for row in page if said(row) == "2024年4月19日"]
    assert 184 - day[-1][2] == pytest.approx(4 * 156 / 28, abs=1)
    assert said(rows[3][0]) == "附件" and said(rows[3][1]) == "活动安排"
    assert len(heard) == 1
