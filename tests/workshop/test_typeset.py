"""The door to Typst: what comes through, and what doesn't."""

from pathlib import Path

import pypdfium2
import pytest

from campaign.workshop.fonts import FAMILIES, FONTS
from campaign.workshop.typeset import MisfitError, MissingGlyphError, TypesetError, engine_version, typeset
from looking import some


@pytest.fixture
def set_text(tmp_path):
    """Sets Typst source from the test with data."""

    def setting(source, form="pdf", **data):
        head = '#let data = json("/data.json")\n#set document(title: "t")\n'
        font = f'#set text(font: "{FONTS[0].family}", fallback: false, lang: "zh")\n'
        (tmp_path / "a.typ").write_text(head + font + source, encoding="utf-8")
        return typeset("a.typ", data, form=form, templates=tmp_path)

    return setting


def test_data_is_never_code(set_text):
    """Typst code in data comes out as text: the PDF is made and nothing is run."""
    assert set_text("#data.text", text='#panic("ran") #read("/etc/passwd")')[0].startswith(b"%PDF")


def test_a_missing_glyph_names_the_character(set_text):
    """PDF/UA forbids tofu; the character is told."""
    with pytest.raises(MissingGlyphError) as refused:
        set_text("#data.text", text="知识😀产权")

    assert refused.value.text == "😀"


def test_misfits_are_told_by_field(set_text):
    """A template's `misfit:` is an author's problem, with figures."""
    with pytest.raises(MisfitError) as refused:
        set_text('#panic("misfit:headline=1.25;facts=2")')

    assert refused.value.excess == {"headline": 1.25, "facts": 2.0}


def test_warnings_are_errors(set_text):
    """A font that isn't there is only a warning to Typst; here it stops the press."""
    with pytest.raises(TypesetError, match="unknown font"):
        set_text('#text(font: "SimHei", fallback: true)[a]')


def test_a_template_with_a_mistake_is_our_bug(set_text):
    """An error of the template names its line."""
    with pytest.raises(TypesetError, match=r"a\.typ"):
        set_text("#nonsense()")


def test_every_page_comes_out(set_text):
    """One PDF of all pages; one PNG or SVG a page."""
    source = "a #pagebreak() b"

    assert len(set_text(source)) == 1
    assert len(set_text(source, form="png")) == len(set_text(source, form="svg")) == 2


def test_the_same_twice(set_text):
    """Bytes depend on nothing but the data."""
    assert set_text("#data.text", text="知识产权") == set_text("#data.text", text="知识产权")


def test_the_fingerprint_of_the_engine_names_engine_and_font():
    """A new engine or font makes cached prints stale."""
    assert {font.path.name in engine_version() for font in some(FONTS)} == {True}


ARABIC = """
#set page(width: auto, height: auto, margin: 0pt)
#set text(font: data.font)
#data.text
"""


def _lettered(pdf):
    """Where each letter of a one-line PDF begins, from the left, and how wide the page is."""
    page = pypdfium2.PdfDocument(pdf)[0]
    text = page.get_textpage()
    return {text.get_text_range(at, 1): text.get_charbox(at)[0] for at in range(text.count_chars())}, page.get_width()


def test_arabic_joins_and_runs_right_to_left_within_a_chinese_line(set_text):
    """A name of Linxia as its bearer writes it: letters joined, the first on the right, Chinese on either side."""
    at, width = _lettered(set_text(ARABIC, text="请 يوسف 讲", font=FAMILIES)[0])
    _, apart = _lettered(set_text(ARABIC, text="请 ي\u200cو\u200cس\u200cف 讲", font=FAMILIES)[0])

    assert at["请"] < at["ف"] < at["و"] < at["讲"]
    assert width < 0.95 * apart


def test_a_number_after_arabic_stays_after_it(set_text):
    """The number of a house belongs to the line, not to the name before it, though Unicode alone would move it."""
    at, _ = _lettered(set_text(ARABIC, text="Hall of النور, 4 Road", font=FAMILIES)[0])

    assert at["H"] < at["ن"] < at["4"] < at["R"]


def test_a_rare_character_of_a_name_comes_from_another_font(set_text):
    """Extension B as far as the fonts of other regions have it."""
    assert set_text("#set text(font: data.font)\n#data.text", text="𠮷利", font=FAMILIES)


def test_what_was_half_written_is_written_again(set_text, monkeypatch):
    """After a full disk the engine sets what it is given, not what is left of the text before."""
    first, write = set_text("#data.text", text="知识产权"), Path.write_text

    def full(path, text, **options):
        write(path, "" if path.name == "data.json" else text, **options)
        if path.name == "data.json":
            raise OSError("full")

    with monkeypatch.context() as disk:
        disk.setattr(Path, "write_text", full)
        with pytest.raises(OSError, match="full"):
            set_text("#data.text", text="商标")

    assert set_text("#data.text", text="知识产权") == first
