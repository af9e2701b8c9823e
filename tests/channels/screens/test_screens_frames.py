"""Frames are exactly the display's pixels, carry exactly their symbol, and never say more than can be read."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest

from campaign.channels.screens.frames import drawings, make_frame, proof, set_frame
from campaign.channels.screens.measuring import measure_frame
from campaign.channels.screens.palette import art
from campaign.channels.screens.rendering import FRAMES as CRAFT_OF_FRAMES
from campaign.channels.screens.strip import pages_of
from campaign.core.places import ByName
from campaign.say.lines import WEAK_ENDS
from campaign.workshop.art.tokens import contrast, luminance
from campaign.workshop.dots import width_of
from campaign.workshop.faults import ProofError
from campaign.workshop.films import ffmpeg
from campaign.workshop.pictures import grey
from campaign.workshop.pictures.png import size_px
from campaign.workshop.qr import Pixels, prove, symbol
from campaign.workshop.typeset import MisfitError, MissingGlyphError
from displays import STRIP, THEME, Imprint, coded, frame, job, made, rgb, said
from looking import some

EVENT = {"shows": "event", "record": "yj-market-gi-labels", "seconds": "8"}
SOURCES = (
    THEME,
    EVENT,
    *({"shows": one, "seconds": "8"} for one in ("priorities", "slogans", "events-today", "exhibition", "booths")),
    {"shows": "notice", "seconds": "8", "text": {"zh": "今天下午两点起停水", "en": "No water from two o'clock"}},
)


@pytest.mark.parametrize("slide", SOURCES, ids=lambda slide: slide["shows"])
@pytest.mark.parametrize("shape", [("640", "360"), ("360", "640"), ("960", "270")], ids="x".join)
def test_every_source_fits_every_shape_in_both_looks(slide, shape):
    """Each frame is made, proved, and as large as the display."""
    one = job(slide, width_px=shape[0], height_px=shape[1], looks=["day", "night"], languages=["zh", "en"])

    assert one.frames
    for each in one.frames[:4]:
        assert size_px(make_frame(each)["png"]) == (int(shape[0]), int(shape[1]))


@pytest.mark.parametrize("look", ["day", "night"])
def test_a_symbol_is_whole_pixels_in_two_colours(look):
    """Inside its quiet zone there is the tile's colour and ink, each module the same square of pixels."""
    one = coded(THEME, looks=[look])
    pixels, code = rgb(make_frame(one)["png"]), symbol(one.payload)
    tile, ink = (tuple(bytes.fromhex(one.data["palette"][key][1:])) for key in ("tile", "ink"))
    module, width = one.data["code"]["module"], one.data["width"]
    side = (code.size + 8) * module
    top, left = next(
        (y, x) for y in range(360) for x in range(width) if all(pixels[y * width + x + n] == tile for n in range(side))
    )

    for y in range(side):
        for x in range(side):
            row, column = y // module - 4, x // module - 4
            dark = 0 <= row < code.size and 0 <= column < code.size and code.rows[row][column]
            assert pixels[(top + y) * width + left + x] == (ink if dark else tile)
    assert module >= 3


def test_a_wrong_symbol_is_found_out():
    """The proof knows a frame that carries another address."""
    one = coded(THEME)
    png = make_frame(one)["png"]

    assert proof(one, png) == []
    assert any(
        "can't be read back" in fault for fault in proof(replace(one, payload="https://ip.example.org/q/other/"), png)
    )
    assert proof(replace(one, data={**one.data, "width": 642}), png)


def test_a_blurred_symbol_is_found_out(monkeypatch):
    """Shades between dark and light fail the frame, even where it still reads."""
    one = coded(THEME)
    png = make_frame(one)["png"]
    soft = ffmpeg.run(
        ["-f", "image2pipe", "-i", "-", "-vf", "gblur=sigma=0.8", "-f", "image2pipe", "-c:v", "png", "-"], data=png
    )

    assert prove(Pixels(640, 360, grey(png)), [symbol(one.payload)]) == []
    assert proof(one, soft) != []
    monkeypatch.setattr("campaign.channels.screens.frames.indexed", lambda _: soft)
    with pytest.raises(ProofError, match="wall day/code-theme-zh"):
        make_frame(one)


def test_a_symbol_too_small_for_the_distance_gives_way_to_the_plain_address():
    """From 12 m nobody scans a wall of 1.3 m: the message carries the address in letters, and no code follows it."""
    slide = {**THEME, "text": {"zh": "来看看", "en": "Come"}}
    (one,) = job(slide, viewing_distance_m="12", width_px="320", height_px="160").frames

    assert (one.code, one.payload, "code" in one.data) == ("too-small", "", False)
    assert one.data["address"]["text"].startswith("ip.example.org/q/")
    assert size_px(make_frame(one)["png"]) == (320, 160)


LONG = "https://scjgj.shilizhou.gov.cn/ztzl/zscqxcz2024/zhishichanq/q/2c3d4/"


@pytest.mark.parametrize(
    "shape, code", [(("1920", "1080"), "shown"), (("1080", "1920"), "shown"), (("384", "216"), "too-small")]
)
def test_an_address_of_60_characters_leaves_the_frame_its_message(monkeypatch, shape, code):
    """The symbol has 41 modules of three pixels or more and reads back; the address by it is broken, never cut."""
    monkeypatch.setattr("displays.imprint", lambda *_: Imprint(LONG, LONG[8:-1]))

    one = job(EVENT, width_px=shape[0], height_px=shape[1], viewing_distance_m="6", languages=["zh"]).frames[-1]

    assert (one.code, one.payload) == (code, LONG if code == "shown" else "")
    assert "".join(label for part in one.data["address"]["parts"] for label in part) == LONG[8:-1]
    assert code == "too-small" or one.data["code"]["module"] >= 3
    assert size_px(make_frame(one)["png"]) == (int(shape[0]), int(shape[1]))


def test_an_address_that_a_display_has_no_room_for_is_told_at_its_own_line(monkeypatch):
    """Not as a fault of the slide: in campaign.yml, where it can be mended."""
    monkeypatch.setattr("displays.imprint", lambda *_: Imprint(LONG, LONG[8:-1]))
    one = frame({**THEME, "text": {"zh": "来", "en": "Go"}}, width_px="96", height_px="64", viewing_distance_m="3")

    with pytest.raises(MisfitError) as refused:
        make_frame(one)
    (said,) = CRAFT_OF_FRAMES.complaints(one, refused.value, ByName())

    assert said.problem.place.path == "campaign_data/campaign.yml" and "the address for paper" in said.problem.what.en


def test_a_text_too_long_for_the_floor_is_refused():
    """What can't be read from where people stand isn't shown smaller: the field is named."""
    one = frame(EVENT, viewing_distance_m="60")

    with pytest.raises(MisfitError) as raised:
        make_frame(one)
    with pytest.raises(MisfitError) as measured:
        measure_frame(one)
    assert measured.value.excess == raised.value.excess
    assert set(raised.value.excess) <= {"title", "facts", "kicker", "address"}


@pytest.mark.parametrize("look_at", [make_frame, measure_frame])
def test_a_character_without_a_glyph_is_refused(look_at):
    """A picture would show a box without a word."""
    with pytest.raises(MissingGlyphError):
        look_at(frame({**THEME, "text": {"zh": "标志\U0001f9ff", "en": "mark"}}))


def test_a_name_in_arabic_and_a_rare_character_are_shown():
    """Names as their bearers write them have glyphs on a display too."""
    assert make_frame(frame({**THEME, "text": {"zh": "محمد يوسف 讲𠮷利商标", "en": "marks"}}))["png"]


def test_a_frame_bears_the_mark_only_while_its_data_is_a_sample():
    """A sample event is marked; the same frame of confirmed data isn't."""
    marked = frame(EVENT)
    plain = frame({"shows": "notice", "seconds": "8", "text": {"zh": "停水", "en": "No water"}})

    assert marked.sample and marked.data["sample"]["text"] == "示例"
    assert not plain.sample and plain.data["sample"] is None


def test_a_release_bears_no_mark():
    """Cleared frames say nothing of samples; that nothing in them is one is the release's own check."""
    from displays import CONTEXT, jobs

    (one,) = jobs({"playlist": [EVENT]}, context=replace(CONTEXT, release=True))

    assert not any(frame.sample or frame.data["sample"] for frame in one.frames)


def test_a_night_frame_is_dark():
    """No large light area at night: the mean of all pixels stays far below the day's, that of a code as well."""
    lit = {}
    for look in ("day", "night"):
        for one in (frame({"shows": "slogans", "seconds": "8"}, looks=[look]), coded(THEME, looks=[look])):
            raw = grey(make_frame(one)["png"])
            lit[look, bool(one.payload)] = sum(raw) / len(raw)

    assert lit["night", False] < 78 and lit["day", False] > 100
    assert lit["night", True] < 90 < lit["day", True]


SHAPES = [("640", "360"), ("360", "640"), ("960", "270")]
BLANK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="{}" d="M0 0h9v9H0z"/></svg>'


def _inked(one, monkeypatch, *, words):
    """Where a frame has its words, or else its picture: (left, top, right, bottom), and the rows that have any."""
    ground, width = one.data["palette"]["ground"], one.data["width"]
    colours = one.data["palette"] if words else dict.fromkeys(one.data["palette"], ground)
    if words:
        shown = {"picture.svg": BLANK.format(ground), "pictogram.svg": BLANK.format(ground)}
    else:
        shown = {**drawings(one), "pictogram.svg": BLANK.format(ground)}
    monkeypatch.setattr("campaign.channels.screens.frames.drawings", lambda _: shown)
    bare = replace(one, data={**one.data, "palette": colours, "sample": None})
    raw = grey(make_frame(bare)["png"])
    rows = [[x for x in range(width) if raw[y * width + x] != raw[0]] for y in range(one.data["height"])]
    ends = {y: (row[0], row[-1]) for y, row in enumerate(rows) if row}
    monkeypatch.undo()
    return _box(ends), ends


def _box(ends):
    lefts, rights = zip(*ends.values(), strict=True)
    return min(lefts), min(ends), max(rights), max(ends)


@pytest.mark.parametrize("shape", SHAPES, ids="x".join)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_text_crosses_a_picture(shape, language, monkeypatch):
    """Words and picture have each a room of their own, beside each other or in portrait one above the other."""
    one = frame(EVENT, width_px=shape[0], height_px=shape[1], languages=[language])
    (left, top, _, bottom), _ = _inked(one, monkeypatch, words=False)
    (_, _, right, _), ends = _inked(one, monkeypatch, words=True)

    assert bottom - top > 0.2 * min(map(int, shape))
    if int(shape[0]) > int(shape[1]):
        assert right < left
    else:
        assert not [y for y in some(ends) if top <= y <= bottom]


@pytest.mark.parametrize("slide", [THEME, EVENT], ids=lambda slide: slide["shows"])
def test_a_portrait_frame_is_centred(slide, monkeypatch):
    """Each line has as much before it as behind it, but for a stop at its end and its letters' own edges."""
    one = frame(slide, width_px="540", height_px="960")
    _, ends = _inked(replace(one, data={**one.data, "pictogram": None}), monkeypatch, words=True)

    starts = [y for y in ends if y - 1 not in ends]
    lines = [{y: ends[y] for y in ends if start <= y < after} for start, after in pairwise([*starts, 960])]
    boxes = [_box(line) for line in lines]
    assert len(boxes) >= 4 and max(abs(left - (539 - right)) for left, _, right, _ in some(boxes)) < 40


@pytest.mark.parametrize("look", ["day", "night"])
def test_a_picture_s_fields_can_be_told_from_its_ground(look):
    """On every ground that frames have, dark or light."""
    grounds = {one.data["palette"]["ground"] for slide in SOURCES for one in job(slide, looks=[look]).frames}
    for ground in some(grounds):
        drawn = art(ground, look)
        assert drawn["paper"] == ground
        assert min(contrast(colour, ground) for role, colour in drawn.items() if role != "paper") >= 1.7


@pytest.mark.parametrize("slide", SOURCES, ids=lambda slide: slide["shows"])
@pytest.mark.parametrize("look", ["day", "night"])
def test_colours_of_text_can_be_told_from_their_ground(slide, look):
    """Every text colour of every frame reaches 4.5:1 on its ground, the symbol's tile more."""
    for one in some(job(slide, looks=[look]).frames):
        colours = one.data["palette"]
        assert contrast(colours["text"], colours["ground"]) >= 4.5
        assert contrast(colours["accent"], colours["ground"]) >= 4.5
        assert contrast(colours["quiet"], colours["ground"]) >= 4.0
        assert luminance(colours["tile"]) > 0.75


@pytest.mark.parametrize("look", ["day", "night"])
def test_small_text_on_a_wall_is_in_whole_dots(look):
    """Below 24 pixels a letter has its ground's colour and its own, and none between; what is larger has edges."""
    one = frame(EVENT, width_px="640", height_px="320", looks=[look])
    pixels, width = rgb(make_frame(one)["png"]), one.data["width"]
    small = [told for told in set_frame(one)[1] if told["x"] < width / 3]

    for told in some(small):
        left, top = round(told["x"]), round(told["y"])
        rows = range(top, top + int(told["height"]))
        shades = Counter(pixels[y * width + x] for y in rows for x in range(left, left + int(told["width"])))
        ground, text = (one.data["palette"][role] for role in ("ground", told["colour"]))
        assert len(shades) == 2 and 14 <= told["height"] < 24
        assert all(_near(shade, hue) for (shade, _), hue in zip(shades.most_common(), (ground, text), strict=True))
    assert {told["text"] for told in small} >= {"太极湖农贸市场"} and len(set(pixels)) > 20


def _near(shade, colour):
    """True where a shade is a colour (#RRGGBB), but for what a palette rounds."""
    return max(abs(a - b) for a, b in zip(shade, bytes.fromhex(colour[1:]), strict=True)) <= 4


STRIPS = [("320", "16"), ("512", "32"), ("160", "24"), ("96", "16")]
HEADS = {"zh": "知识产权转化运用促进高质量发展", "en": "Check the mark: Linxia’s “IP week”, 20–26 April"}


def test_a_strip_takes_one_line_and_no_symbol():
    """320 x 16: the theme stands still; an event with its address is longer than the strip; no code follows either."""
    one = job(THEME, EVENT, **STRIP)
    files = made(one)
    theme, event = (files[entry.name, "day"] for entry in one.entries)

    assert size_px(theme["png"]) == size_px(event["png"]) == (320, 16)
    assert size_px(theme["long"])[0] <= 320 < size_px(event["long"])[0] and size_px(event["long"])[1] == 16
    assert not any(frame.payload for frame in one.frames)
    assert "ip.example.org/q/" in said(one.frames[1])[-1]


@pytest.mark.parametrize("shape", STRIPS, ids="x".join)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_strip_is_light_on_black_without_a_shade(shape, language):
    """Single-colour cabinets show only how bright a pixel is, and half a dot is a blur: three colours, no more."""
    width, height = shape
    slide = {"shows": "notice", "seconds": "3", "text": HEADS}
    inks = {(0, 0, 0), (255, 255, 255), (217, 142, 50)}
    strip = STRIP | {"width_px": width, "height_px": height, "languages": [language]}
    for one in some(job(EVENT, slide, **strip).frames):
        for png in some(make_frame(one).values()):
            shades = Counter(rgb(png))
            assert set(shades) <= inks and (255, 255, 255) in shades or len(shades) == 2
            assert shades.most_common(1)[0][0] == (0, 0, 0) and size_px(png)[1] == int(height)


@pytest.mark.parametrize("shape", STRIPS, ids="x".join)
def test_a_strip_s_pages_are_whole_words(shape):
    """What is longer than the strip stands in pages, in turn all that is said, no word parted and none cut off."""
    width, height = map(int, shape)
    one = frame(EVENT, **STRIP | {"width_px": shape[0], "height_px": shape[1]})
    pages, marked = pages_of({**one.data, "mark": ""}), pages_of(one.data)
    shown = [text for page in pages for text in page]
    kept = ("地理标志", "星期日", "09:00–11:30", "ip.example", "q/")

    whole, leads = said(one), [lead for lead in one.data["leads"] if not any(lead in text for text in shown)]
    for lead in leads:
        whole = [part.removeprefix(lead) for part in whole]
    assert "".join("".join(shown).split()) == "".join("".join(whole).split())
    assert all(sum(width_of(text, height) for text in page) <= width for page in some(pages))
    assert all(any(word in text for text in shown) for word in kept)
    assert len(marked) >= len(pages) > 1
    assert [key for key in make_frame(one) if key != "long"][:2] == ["png", "png-2"]


def test_an_office_s_own_line_breaks_part_a_strip_s_pages():
    """The theme is broken by sense where it doesn't fit, not where the strip ends; where it does there is a gap."""
    one = frame(THEME, **STRIP | {"width_px": "512", "height_px": "32"})

    whole, parted = ("|".join("".join(page) for page in pages_of({**one.data, "mark": m})) for m in ("", "【示例】"))

    assert whole.replace("\n", "") == "知识产权转化运用 促进高质量发展"
    assert parted == "知识产权转化运用|促进高质量发展"


def test_a_page_of_a_strip_makes_sense_by_itself():
    """It begins with no word that belongs to the page before, and says what a place or an address is, where it fits."""
    today = {"shows": "events-today", "seconds": "8"}
    strip = STRIP | {"width_px": "512", "height_px": "32", "county": "hezheng"}
    pages = [" ".join(page) for one in job(today, **strip).frames for page in pages_of(one.data)]

    assert not [page for page in some(pages) if page[0] in WEAK_ENDS]
    assert not [page for page in pages if page.startswith("ip.example") or page == "今天"]
    assert "地点：县政务服务大厅" in pages and "今天 · 周日政务大厅：" in pages


def test_every_page_of_a_strip_bears_the_mark_of_samples():
    """Each is a picture of its own; on a strip too short for it the mark is a page."""
    wide, narrow = (
        make_frame(frame(EVENT, **STRIP | {"width_px": width, "height_px": "16"})) for width in ("320", "96")
    )
    ochre = {key: (217, 142, 50) in rgb(png) for key, png in wide.items()}

    assert all(ochre.values()) and len(ochre) > 3
    assert (217, 142, 50) in rgb(narrow["png"]) and (255, 255, 255) not in rgb(narrow["png"])


def test_a_frame_is_the_same_bytes_each_time():
    """Two makings of one frame don't differ."""
    one = frame(EVENT)

    assert make_frame(one) == make_frame(one)


def test_text_is_never_code():
    """What would be Typst markup or a formula elsewhere is drawn as typed."""
    hostile = {"zh": '#panic("x") $ * _ \\ ]', "en": "#panic"}

    assert make_frame(frame({"shows": "notice", "seconds": "8", "text": hostile}))["png"]
