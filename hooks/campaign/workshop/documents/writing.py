"""Writing: the one door to python-docx: fonts for both scripts, exact lines, page numbers, and the same bytes again."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt

from campaign.core.archive import entry
from campaign.core.cells import printable
from campaign.core.language import html_lang
from campaign.workshop.documents.values import Fonts, Picture, Table

LEFT, CENTRE, RIGHT = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
JUSTIFIED = WD_ALIGN_PARAGRAPH.JUSTIFY
A4_MM = (210, 297)
UNUSED = {"docProps/thumbnail.jpeg"}
"""A picture of an empty page in another program's colours, which python-docx's template brings."""


def opened(*, title: str, author: str, language: str, day: date, fonts: Fonts, size_pt: float) -> Any:
    """An empty document whose text is set in the fonts, and which says its title, its author and its day."""
    document: Any = Document()
    told = document.core_properties
    told.title, told.author, told.last_modified_by, told.comments = title, author, author, ""
    told.created = told.modified = datetime.combine(day, time())
    told.language, told.revision, told.keywords, told.subject = html_lang(language), 1, "", ""
    normal = document.styles["Normal"]
    named(normal.element.get_or_add_rPr(), fonts.body, fonts.latin, language)
    normal.font.size = Pt(size_pt)
    normal.paragraph_format.space_before = normal.paragraph_format.space_after = Pt(0)
    return document


def plain_page(document: Any, *, margin_mm: float, across: bool = False) -> Any:
    """The section of a document with the same margin on each side of its A4 page; across: the page lies."""
    section = document.sections[0]
    page(section, top_mm=margin_mm, bottom_mm=margin_mm, left_mm=margin_mm, right_mm=margin_mm)
    if across:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    return section


def named(properties: Any, han: str, latin: str, language: str = "") -> None:
    """Name the fonts of a run or a style: for Latin letters one, for Han characters another, as OOXML keeps them."""
    fonts = properties.get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name, font in (("ascii", latin), ("hAnsi", latin), ("eastAsia", han), ("cs", latin)):
        fonts.set(qn(f"w:{name}"), font)
    if not language:
        return
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), "en-GB" if html_lang(language).startswith("zh") else html_lang(language))
    spoken.set(qn("w:eastAsia"), "zh-CN")
    properties.append(spoken)


def page(
    section: Any, *, top_mm: float, bottom_mm: float, left_mm: float, right_mm: float, footer_mm: float = 15
) -> None:
    """An upright A4 page with its margins."""
    section.page_width, section.page_height = Mm(A4_MM[0]), Mm(A4_MM[1])
    section.top_margin, section.bottom_margin = Mm(top_mm), Mm(bottom_mm)
    section.left_margin, section.right_margin = Mm(left_mm), Mm(right_mm)
    section.header_distance, section.footer_distance = Mm(15), Mm(footer_mm)


def grid(section: Any, *, line_pt: float, character_pt: float, size_pt: float) -> None:
    """Hold a page's lines and characters to a grid: so many points from one to the next (ECMA-376, 17.6.5)."""
    found = section._sectPr.find(qn("w:docGrid"))
    if found is None:
        found = OxmlElement("w:docGrid")
        section._sectPr.append(found)
    found.set(qn("w:type"), "linesAndChars")
    found.set(qn("w:linePitch"), str(round(line_pt * 20)))
    found.set(qn("w:charSpace"), str(round((character_pt - size_pt) * 4096)))


def line(
    document: Any,
    text: str,
    *,
    fonts: tuple[str, str],
    size_pt: float,
    align: Any = LEFT,
    spacing_pt: float = 0.0,
    bold: bool = False,
    first_em: float = 0.0,
    left_em: float = 0.0,
    right_em: float = 0.0,
    em_pt: float = 0.0,
    closer_pt: float = 0.0,
) -> Any:
    """A paragraph. fonts: for Han characters and for Latin letters; spacing_pt: from line to line, exactly; first_em,
    left_em, right_em: how far it stands in, in characters of em_pt; closer_pt: how much nearer its characters stand; a
    line feed in the text is a line break."""
    made = document.add_paragraph()
    made.alignment = align
    _by_itself(made)
    form = made.paragraph_format
    if spacing_pt:
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(spacing_pt)
    _indented(made, first_em, left_em, right_em, em_pt or size_pt)
    for number, part in enumerate(text.split("\n")):
        run = made.add_run()
        if number:
            run.add_break()
        run.add_text(printable(part))
        run.font.size, run.bold = Pt(size_pt), bold or None
        named(run._r.get_or_add_rPr(), *fonts)
        if closer_pt:
            _closer(run._r.get_or_add_rPr(), closer_pt)
    return made


def _by_itself(made: Any) -> None:
    """Set by its own measures: programs differ in how they snap to a grid, and in the gap beside Latin letters."""
    properties = made._p.get_or_add_pPr()
    for name in ("w:autoSpaceDE", "w:autoSpaceDN", "w:snapToGrid"):
        off = OxmlElement(name)
        off.set(qn("w:val"), "0")
        properties.insert_element_before(off, "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl")


def _closer(properties: Any, closer_pt: float) -> None:
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:val"), str(-round(closer_pt * 20)))
    properties.insert_element_before(spacing, "w:sz", "w:szCs", "w:lang")


def _indented(made: Any, first_em: float, left_em: float, right_em: float, em_pt: float) -> None:
    """Indents in characters, which Word and WPS go by, and in points, for programs that know no characters."""
    if not (first_em or left_em or right_em):
        return
    indent = made._p.get_or_add_pPr().get_or_add_ind()
    for name, ems in (("firstLine", first_em), ("left", left_em), ("right", right_em)):
        if ems:
            indent.set(qn(f"w:{name}Chars"), str(round(ems * 100)))
            indent.set(qn(f"w:{name}"), str(round(ems * em_pt * 20)))


def spaced(made: Any, *, before_pt: float = 0.0, after_pt: float = 0.0) -> None:
    """Room above and below a paragraph."""
    made.paragraph_format.space_before, made.paragraph_format.space_after = Pt(before_pt), Pt(after_pt)


def kept_with_next(made: Any) -> None:
    """Never the last line of a page."""
    made.paragraph_format.keep_with_next = True


def on_new_page(made: Any) -> None:
    """The first line of a page."""
    made.paragraph_format.page_break_before = True


def heading_level(made: Any, level: int) -> None:
    """What the outline of the document and a screen reader take for a heading (0 is the title's)."""
    outline = OxmlElement("w:outlineLvl")
    outline.set(qn("w:val"), str(level))
    made._p.get_or_add_pPr().append(outline)


def folio(footer: Any, *, align: Any, fonts: tuple[str, str], size_pt: float, dashed: bool, aside_em: float) -> None:
    """The page's number in its foot, between dashes where public documents have them."""
    footer.is_linked_to_previous = False
    made = footer.paragraphs[0]
    made.alignment = align
    _indented(made, 0, aside_em if align == LEFT else 0, aside_em if align == RIGHT else 0, size_pt)
    parts = ("begin", " PAGE ", "separate", "1", "end")
    for part in ("— ", *parts, " —") if dashed else parts:
        run = made.add_run()
        run.font.size = Pt(size_pt)
        named(run._r.get_or_add_rPr(), *fonts)
        _field(run, part)


def _field(run: Any, part: str) -> None:
    """A part of a field, or of the text around it; each in a run of its own, so that programs set it as they should."""
    if part in ("begin", "separate", "end"):
        made = OxmlElement("w:fldChar")
        made.set(qn("w:fldCharType"), part)
    elif part == " PAGE ":
        made = OxmlElement("w:instrText")
        made.set(qn("xml:space"), "preserve")
        made.text = part
    else:
        run.add_text(part)
        return
    run._r.append(made)


def picture(document: Any, block: Picture, *, align: Any = CENTRE) -> Any:
    """A picture in a line of its own, with its words for those who don't see it."""
    made = document.add_paragraph()
    made.alignment = align
    shape = made.add_run().add_picture(io.BytesIO(block.content), width=Mm(block.width_mm))
    told = shape._inline.docPr
    told.set("descr", block.alt)
    told.set("name", f"picture-{told.get('id')}")
    return made


def table(
    document: Any, block: Table, *, width_mm: float, fonts: Fonts, size_pt: float, spacing_pt: float, left_mm: float = 0
) -> None:
    """A ruled table whose head is repeated on each page and whose rows stay whole."""
    made = document.add_table(rows=1, cols=len(block.columns))
    made.style = "Table Grid"
    made.autofit = False
    total = sum(share for _, share in block.columns)
    widths = [Emu(round(Mm(width_mm) * share / total)) for _, share in block.columns]
    for column, wide in zip(made.columns, widths, strict=True):
        column.width = wide
    _row(made.rows[0], [word for word, _ in block.columns], widths, (fonts.first, fonts.latin), size_pt, spacing_pt)
    _flag(made.rows[0], "w:tblHeader")
    for texts in block.rows:
        _row(made.add_row(), texts, widths, (fonts.body, fonts.latin), size_pt, spacing_pt)


def _row(
    row: Any, texts: Iterable[str], widths: list[Any], fonts: tuple[str, str], size_pt: float, spacing_pt: float
) -> None:
    _flag(row, "w:cantSplit")
    for cell, text, wide in zip(row.cells, texts, widths, strict=True):
        cell.width = wide
        cell._tc.remove(cell.paragraphs[0]._p)
        line(cell, text, fonts=fonts, size_pt=size_pt, spacing_pt=spacing_pt)


def _flag(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def saved(document: Any) -> bytes:
    """The document as .docx: the same bytes whenever it is written, and no picture of another program's."""
    for part in list(document.part.package.rels.values()):
        if part.reltype.endswith("/thumbnail"):
            document.part.package.rels.pop(part.rId)
    stream = io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream) as made:
        files = {name: made.read(name) for name in made.namelist() if name not in UNUSED}
    settled = io.BytesIO()
    with zipfile.ZipFile(settled, "w") as archive:
        for name, content in files.items():
            one = entry(name)
            one.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(one, content)
    return settled.getvalue()
