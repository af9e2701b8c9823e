"""Prepress: what a press PDF states of itself, read by another reader; and what pre-flight finds in a spoilt one."""

import io
import re
import zlib

import pikepdf
import pypdf
import pytest

from campaign.workshop.press import CONDITION, Sheet, finished, preflight
from campaign.workshop.press.marks import marks
from looking import some

SHEET = Sheet(width_mm=210, height_mm=297, bleed_mm=3, slug_mm=10)
PUBLISHED_CRC = 0xA255B44B
RED, OCHRE = "0.18 0.96 1 0.09", "0.1 0.5 0.9 0.02"
FONT = pikepdf.Dictionary(
    Type=pikepdf.Name.Font,
    Subtype=pikepdf.Name.TrueType,
    BaseFont=pikepdf.Name("/AAAAAA+Drawn"),
    FontDescriptor=pikepdf.Dictionary(Type=pikepdf.Name.FontDescriptor, FontFile2=pikepdf.Dictionary()),
)


def _text(inks, x, y, *, size=12):
    return f"BT {inks} k /F0 1 Tf {size} 0 0 {size} {x} {y} Tm (words) Tj ET"


def _ground(inks, x, y, width, height):
    return f"{inks} k {x} {y} {width} {height} re f"


def _drawn(*painted):
    """A page of SHEET, as an engine leaves it, with these pieces of content one over the other."""
    with pikepdf.new() as document:
        page = document.add_blank_page(page_size=(SHEET.box(10)[2], SHEET.box(10)[3]))
        page.obj["/TrimBox"] = pikepdf.Array(SHEET.box(0))
        page.obj["/Resources"] = pikepdf.Dictionary(Font=pikepdf.Dictionary(F0=FONT))
        pieces = [one if isinstance(one, bytes) else one.encode() for one in painted]
        page.obj["/Contents"] = document.make_stream(b"\n".join(pieces))
        written = io.BytesIO()
        document.save(written, deterministic_id=True)
    return written.getvalue()


SOUND = (
    _ground(RED, 20, 20, 560, 800),
    _ground("0 0 0 0", 100, 100, 200, 200),
    _text("0 0 0 1", 120, 120),
    _text("0 0 0 0", 400, 400),
)


def _painted(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return list(marks(document.pages[0]))


def _texts(pdf):
    return some(mark for mark in _painted(pdf) if mark.form == "text")


def _spoilt(change):
    """A finished PDF that somebody changed."""
    with pikepdf.open(io.BytesIO(finished(_drawn(*SOUND), SHEET))) as document:
        change(document)
        written = io.BytesIO()
        document.save(written)
    return written.getvalue()


def test_a_press_pdf_states_its_output_condition():
    """Another reader finds one output intent: the registry's name, and the whole profile."""
    root = pypdf.PdfReader(io.BytesIO(finished(_drawn(*SOUND), SHEET))).trailer["/Root"]
    (intent,) = (one.get_object() for one in root["/OutputIntents"])
    profile = intent["/DestOutputProfile"].get_object()

    assert intent["/S"] == "/GTS_PDFX"
    assert intent["/OutputConditionIdentifier"] == "FOGRA39"
    assert intent["/RegistryName"] == "http://www.color.org"
    assert profile["/N"] == 4
    assert profile.get_data() == CONDITION.icc
    assert CONDITION.icc[12:20] == b"prtrCMYK"


def test_the_profile_is_free_and_unaltered():
    """Its own copyright notice names the licence that lies beside it; its checksum is that of the published file."""
    licence = (CONDITION.file.parent / "LICENSE.txt").read_text(encoding="utf-8")

    assert b"zlib/libpng License" in CONDITION.icc
    assert "basICColor GmbH" in licence and "provided 'as-is'" in licence
    assert zlib.crc32(CONDITION.icc) == PUBLISHED_CRC


def test_a_press_pdf_has_its_boxes_and_says_that_it_isnt_trapped():
    """As numbers, in points: trim, 3 mm of bleed, 10 mm of page."""
    reader = pypdf.PdfReader(io.BytesIO(finished(_drawn(*SOUND), SHEET)))
    page = reader.pages[0]

    assert [float(side) for side in page["/BleedBox"]] == pytest.approx([19.843, 19.843, 632.126, 878.740], abs=0.01)
    assert reader.metadata["/Trapped"] == "/False"


def test_finishing_is_the_same_bytes_twice():
    """Nothing of the hour or the machine gets in."""
    assert finished(_drawn(*SOUND), SHEET) == finished(_drawn(*SOUND), SHEET)


@pytest.mark.parametrize(
    "ground, over",
    [(OCHRE, True), ("0 0 0 0", True), (RED, False), ("0 1 1 0", True), ("0.1 1 1 0", False)],
)
def test_black_text_prints_over_what_leaves_room_for_its_ink(ground, over):
    """Ground and black together within 300 %: overprint; else it is knocked out."""
    page = _drawn(_ground(RED, 20, 20, 560, 800), _ground(ground, 90, 90, 90, 90), _text("0 0 0 1", 100, 100))
    pdf = finished(page, SHEET)
    (text,) = _texts(pdf)

    assert text.overprint is over
    assert preflight(pdf, SHEET) == []


def test_overprint_is_on_for_black_text_alone():
    """Another reader's view of the stream: the state before and after each text, and what both states mean."""
    page = pypdf.PdfReader(io.BytesIO(finished(_drawn(*SOUND), SHEET))).pages[0]
    stream = page.get_contents().get_data()
    states = page["/Resources"]["/ExtGState"]

    assert re.findall(rb"\w+(?= gs)|Tj", stream) == [b"Overprint", b"Tj", b"Knockout", b"Tj"]
    assert (states["/Overprint"]["/op"], states["/Overprint"]["/OPM"]) == (True, 1)
    assert states["/Knockout"]["/op"] == False  # noqa: E712


def test_a_sound_press_pdf_passes():
    """Nothing is said of it."""
    assert preflight(finished(_drawn(*SOUND), SHEET), SHEET) == []


def _intents_gone(document):
    del document.Root["/OutputIntents"]


def _other_condition(document):
    document.Root["/OutputIntents"][0]["/OutputConditionIdentifier"] = "Custom"


def _half_a_profile(document):
    intent = document.Root["/OutputIntents"][0]
    intent["/DestOutputProfile"] = document.make_stream(CONDITION.icc[:5000])


def _no_bleed(document):
    document.pages[0].obj["/BleedBox"] = pikepdf.Array(SHEET.box(0))


def _no_trim(document):
    del document.pages[0].obj["/TrimBox"]


def _font_elsewhere(document):
    del document.pages[0].obj["/Resources"]["/Font"]["/F0"]["/FontDescriptor"]["/FontFile2"]


def _translucent(document):
    document.pages[0].obj["/Resources"]["/ExtGState"]["/Half"] = pikepdf.Dictionary(ca=0.5)


def _translucent_within(document):
    form = document.make_stream(b"0 1 0 0 k 30 30 9 9 re f", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
    form["/Resources"] = pikepdf.Dictionary(
        ExtGState=pikepdf.Dictionary(Dark=pikepdf.Dictionary(BM=pikepdf.Name.Multiply))
    )
    document.pages[0].obj["/Resources"]["/XObject"] = pikepdf.Dictionary(F=form)


def _group(document):
    document.pages[0].obj["/Group"] = pikepdf.Dictionary(S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceRGB)


def _cropped(document):
    document.pages[0].obj["/CropBox"] = pikepdf.Array([0, 0, 50, 50])


def _turned(document):
    document.pages[0].obj["/Rotate"] = 90


def _enlarged(document):
    document.pages[0].obj["/UserUnit"] = 2


def _linked(document):
    link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[30, 30, 60, 60])
    document.pages[0].obj["/Annots"] = pikepdf.Array([document.make_indirect(link)])


def _drawn_font(document):
    document.pages[0].obj["/Resources"]["/Font"]["/F0"]["/Subtype"] = pikepdf.Name.Type3


@pytest.mark.parametrize(
    "change, fault",
    [
        (_intents_gone, "0 output intents for the press, not one"),
        (_other_condition, "the output condition is Custom, not FOGRA39"),
        (_half_a_profile, "the output profile isn't a whole CMYK printer profile"),
        (_no_bleed, "page 1: BleedBox is 28.3 28.3 623.6 870.2, not 19.8 19.8 632.1 878.7"),
        (_no_trim, "page 1: TrimBox is missing, not 28.3 28.3 623.6 870.2"),
        (_font_elsewhere, "page 1: the font AAAAAA+Drawn isn't embedded"),
        (_translucent, "page 1: Half makes something translucent"),
        (_translucent_within, "page 1: Dark makes something translucent"),
        (_group, "page 1: Group makes something translucent"),
        (_cropped, "page 1: CropBox changes the page"),
        (_turned, "page 1: Rotate changes the page"),
        (_enlarged, "page 1: UserUnit changes the page"),
        (_linked, "page 1: links or notes lie on the page"),
        (_drawn_font, "page 1: a font of drawings (Type 3), whose inks aren't looked at"),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_pre_flight_finds_what_the_document_lacks(change, fault):
    """One thing spoilt, one fault told."""
    assert preflight(_spoilt(change), SHEET) == [fault]


def _image(space, width, height, ink=b"\x20"):
    """An image 144 pt wide and 36 pt high."""
    data = ink * (width * height * {"/RGB": 3, "/CMYK": 4}[space])
    head = f"q 144 0 0 36 100 100 cm BI /W {width} /H {height} /BPC 8 /CS {space} /F /Fl ID "
    return head.encode() + zlib.compress(data) + b"\nEI Q"


@pytest.mark.parametrize(
    "painted, fault",
    [
        ("1 0 0 rg 30 30 9 9 re f", "a fill in DeviceRGB, not in process inks"),
        ("/Spot cs 1 scn 30 30 9 9 re f", "a fill in a colour space of its own, not in process inks"),
        ("1 0 0 RG 5 w 30 30 m 60 60 l S", "a stroke in DeviceRGB, not in process inks"),
        (_ground("0.9 0.9 0.9 0.9", 30, 30, 9, 9), "a fill of 360% ink: 300% is the most"),
        (_text("0.4 0.3 0.3 0.95", 120, 120), "black text in more than black: it must be K100 alone"),
        ("0 0 0 1 K 0.1 w 30 30 m 60 60 l S", "a line of 0.10 pt: 0.25 is the least"),
        (_text("0.6 0.5 0.4 0.8", 120, 120), "black text in more than black: it must be K100 alone"),
        ("0 0 0 1 k 30 30 100 0.05 re f", "a line of 0.05 pt: 0.25 is the least"),
        (_ground("0 0 0 0.5", SHEET.box(0)[0], 100, 90, 90), "a fill ends at the trim, without bleed"),
        (_image("/CMYK", 400, 100), "an image of 200 ppi as printed: 225 are needed"),
        (_image("/CMYK", 500, 130, b"\xff"), "a image of 400% ink: 300% is the most"),
        (_image("/RGB", 500, 130), "a image in DeviceRGB, not in process inks"),
    ],
)
def test_pre_flight_finds_what_is_painted_wrongly(painted, fault):
    """Each mark of the page is looked at, with its inks and its size."""
    assert preflight(finished(_drawn(*SOUND, painted), SHEET), SHEET) == [f"page 1: {fault}"]


def _over(document):
    page = document.pages[0]
    stream = page.obj["/Contents"].read_bytes()
    page.obj["/Contents"] = document.make_stream(stream.replace(b"/Knockout gs", b"/Overprint gs"))


def _never(document):
    page = document.pages[0]
    stream = page.obj["/Contents"].read_bytes()
    page.obj["/Contents"] = document.make_stream(stream.replace(b"/Overprint gs", b"/Knockout gs"))


@pytest.mark.parametrize(
    "change, fault",
    [
        (_over, "a white text printed over its ground, where it vanishes"),
        (_never, "black text knocked out of a ground that would take it"),
    ],
)
def test_pre_flight_finds_overprint_where_it_is_wrong(change, fault):
    """White must knock out, black must not."""
    assert preflight(_spoilt(change), SHEET) == [f"page 1: {fault}"]


def test_a_form_is_followed_with_its_own_matrix():
    """What a form paints counts as if it were painted on the page."""
    with pikepdf.open(io.BytesIO(_drawn("q 2 0 0 2 100 100 cm /X Do Q"))) as document:
        form = document.make_stream(b"0 1 0 0 k 0 0 10 10 re f 1 0 0 rg 0 0 1 1 re f")
        form["/Type"], form["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Form
        document.pages[0].obj["/Resources"]["/XObject"] = pikepdf.Dictionary(X=form)
        painted = list(marks(document.pages[0]))

    assert [(mark.box, mark.inks, mark.space) for mark in painted] == [
        ((100, 100, 120, 120), (0, 1, 0, 0), "DeviceCMYK"),
        ((100, 100, 102, 102), None, "DeviceRGB"),
    ]
