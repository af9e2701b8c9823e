"""Vignettes: light, in tokens alone, within their field, in one colour where that is asked for, told apart small."""

import re
from itertools import combinations

import numpy
import pytest
import typst
from PIL import Image

from campaign.workshop.art.tokens import contrast, tokens
from campaign.workshop.art.vignettes import VIGNETTES
from campaign.workshop.art.vignettes.brush import FIELD, FINE, GAP, MARGIN, box, line, whorl
from campaign.workshop.art.vignettes.drawing import GROUNDS, SIDE, inks, layers, one_colour, svg
from campaign.workshop.art.vignettes.sheet import SIZES_PX, sheet
from looking import some

SMALL_PX = 48
MOST_BYTES = 6_000
INKS = inks("paper")
TYPST = """#set page(width: {width}pt, height: {side}pt, margin: 0pt, fill: none)
#for n in range({count}) {{ place(top + left, dx: n * {side}pt, image(str(n) + ".svg", width: {side}pt)) }}"""


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """Every vignette in one colour at 48 px as Typst draws it: by its name how much of each pixel is inked."""
    folder = tmp_path_factory.mktemp("vignettes")
    for number, picture in enumerate(VIGNETTES.values()):
        (folder / f"{number}.svg").write_text(one_colour(picture, "#000000"), encoding="utf-8")
    sheet = folder / "sheet.typ"
    width = SMALL_PX * len(VIGNETTES)
    sheet.write_text(TYPST.format(width=width, side=SMALL_PX, count=len(VIGNETTES)), encoding="utf-8")
    (folder / "sheet.png").write_bytes(typst.compile(str(sheet), format="png", ppi=72))
    with Image.open(folder / "sheet.png") as drawn:
        inked = numpy.asarray(drawn.convert("RGBA"))[:, :, 3] / 255
    return dict(zip(VIGNETTES, numpy.hsplit(inked, len(VIGNETTES)), strict=True))


@pytest.mark.parametrize("name", VIGNETTES)
def test_a_vignette_is_light_and_in_tokens(name):
    """Under 6 KB either way, whole figures alone, and no colour but those of the look."""
    full, single = svg(VIGNETTES[name], INKS), one_colour(VIGNETTES[name], "#B3261E")

    assert max(len(full), len(single)) < MOST_BYTES
    assert set(some(re.findall(r"#[0-9A-Fa-f]+", full))) <= set(INKS.values())
    assert not re.search(r"\d\.\d", full)
    assert {layer.role for layer in layers(VIGNETTES[name])} <= INKS.keys()


@pytest.mark.parametrize("name", VIGNETTES)
def test_a_vignette_stays_within_its_field(name):
    """Every point of it, controls included, keeps the margin; and it fills most of the field one way or the other."""
    points = some(point for piece in VIGNETTES[name] for _, found in piece.outlines for point in found)
    sides = [max(values) - min(values) for values in zip(*points, strict=True)]

    assert all(MARGIN <= value <= FIELD - MARGIN for point in points for value in point)
    assert max(sides) >= 0.8 * FIELD


@pytest.mark.parametrize("name", VIGNETTES)
def test_one_colour_is_one_colour(name):
    """Outside the mask, which only says where there is ink, one colour is drawn; the ground isn't."""
    drawn = re.sub(r"<mask.*?</mask>", "", one_colour(VIGNETTES[name], "#1F6F78"))

    assert re.findall(r"#[0-9A-Fa-f]{6}", drawn) == ["#1F6F78"]
    assert "#fff" not in drawn and "#000" not in drawn


def test_the_family_is_told_apart_when_small(small):
    """At 48 px in one colour any two differ in a good part of what is inked, and each is neither bare nor a blot."""
    for name, inked in some(small.items()):
        assert 0.15 < inked.mean() < 0.72, name
    for (one, here), (other, there) in some(combinations(small.items(), 2)):
        differs = numpy.abs(here - there).sum() / numpy.maximum(here, there).sum()
        assert differs > 0.3, f"{one} and {other} look alike: {differs:.2f}"


def test_what_lies_apart_and_what_is_inlaid_is_cut_out_in_one_colour(small):
    """The pot's painted lines and the gap round the seal of the plan are bare, in whatever colour the picture is."""
    middle = SMALL_PX // 2

    assert small["painted-pot"][middle - 8 : middle + 10, middle - 8 : middle + 8].mean() < 0.8
    assert small["plan"].min() == 0 and small["plan"][10:40, 12:36].max() == 1


def test_no_line_is_finer_than_a_small_picture_can_show():
    """The finest brush and the gap are at least 1.2 px where a vignette is 48 px wide."""
    assert min(FINE, GAP) * SMALL_PX / FIELD >= 1.2


def test_a_brush_line_swells_at_its_ends():
    """A long line is leaner in its middle than at its ends, and is closed; a short one is even."""
    (piece,) = [line("ink", "M10 50H90", 6.0)]
    points = some(point for _, found in piece.outlines for point in found)
    thick = {x: max(y for at, y in points if abs(at - x) < 4) - 50 for x in (10, 50, 90)}

    assert thick[10] == pytest.approx(3.0, abs=0.1) and thick[90] == pytest.approx(3.0, abs=0.1)
    assert thick[50] == pytest.approx(2.0, abs=0.1)
    assert piece.outlines[-1][0] == "z"


def test_the_same_parameters_are_the_same_bytes():
    """Two drawings of the same parameters are equal to the last figure."""
    first, second = ((whorl("red", 48, 48, 20), box("ink", 3, 3, 90, 5, apart=True)) for _ in range(2))

    assert svg(first, INKS) == svg(second, INKS)
    assert f'viewBox="0 0 {SIDE} {SIDE}"' in svg(first, INKS)


def test_every_ground_has_its_inks_from_the_tokens():
    """Inks are colours of the look, in one scheme or the other, and what is drawn shows on its ground: 3 to 1."""
    known = {*tokens().colours.values(), *tokens().dark.values()}

    for ground in some(GROUNDS):
        found = inks(ground)
        assert set(found.values()) <= known
        for role in some(role for role in found if role not in ("paper", "ochre")):
            assert contrast(found[role], found["paper"]) >= 3, (ground, role)
        assert contrast(found["ochre"], found["paper"]) >= 2.5, ground


@pytest.mark.parametrize("ground", ["paper", "card", "clay"])
def test_a_page_shows_its_pictures_in_either_scheme(ground):
    """The inks of pages stand out from what pages put pictures on, by day and by night."""
    for colours in (tokens().colours, {**tokens().colours, **tokens().dark}):
        for ink in some(("ink", "art-red", "art-teal")):
            assert contrast(colours[ink], colours[ground]) >= 3, ink


def test_the_contact_sheet_shows_each_at_every_size_on_every_ground():
    """Each name with its caption, each picture in full and in one colour at three sizes on three grounds; escaped."""
    captions = dict.fromkeys(VIGNETTES, "<a picture>")
    page = sheet(VIGNETTES, captions, title="Sheet", lead="Look")

    assert "<a picture>" not in page and page.count("&lt;a picture&gt;") == len(VIGNETTES)
    for name in some(VIGNETTES):
        for kind in ("full", "one"):
            for side in SIZES_PX:
                shown = page.count(f'width="{side}" height="{side}" aria-hidden="true"><use href="#{kind}-{name}"/>')
                assert shown >= len(GROUNDS), (name, kind, side)
    assert set(re.findall(r"https?://[^\"]+", page)) == set()
