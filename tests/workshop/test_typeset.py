"""The door to Typst: what comes through, and what doesn't."""

import pytest

from campaign.workshop.typeset import FONT_FAMILY, MisfitError, MissingGlyphError, TypesetError, engine_version, typeset


@pytest.fixture
def set_text(tmp_path):
    """Sets Typst source from the test with data."""

    def setting(source, form="pdf", **data):
        head = '#let data = json("/data.json")\n#set document(title: "t")\n'
        font = f'#set text(font: "{FONT_FAMILY}", fallback: false, lang: "zh")\n'
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
    assert "NotoSansSC" in engine_version()
