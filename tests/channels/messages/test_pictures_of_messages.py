"""A message's pictures and film: which it has, what each says, that they fit, read back and keep their edges free."""

import io
from dataclasses import replace
from itertools import product

import pytest
from PIL import Image, ImageChops

from campaign.channels.messages.enclosures.films import making as films
from campaign.channels.messages.enclosures.pictures import making
from campaign.channels.messages.enclosures.pictures.setting import colours
from campaign.channels.messages.enclosures.pictures.sheets import CARD
from campaign.core.places import ByName
from campaign.kinds.message import SafeArea
from campaign.workshop.art.schemes import DRAWN
from campaign.workshop.art.tokens import TEXT_CONTRAST, contrast
from campaign.workshop.films.mp4 import head
from campaign.workshop.pictures import grey
from campaign.workshop.pictures.png import size_px
from campaign.workshop.qr import Pixels, read
from campaign.workshop.typeset import MissingGlyphError
from looking import some
from plans import composed, event, imprints, shipped

ELDER = {"subject": "event", "record": "yj-community-elder-class", "county": "yongjing"}
PRIORITY = {"subject": "priority", "record": "guiding-thought"}
SQUARES = [f"grid-{number}.png" for number in range(1, 10)]


def _enclosing(message, sort="pictures", **more):
    (one,) = composed(message, **more)
    return [job for name, job in one.enclosing if name == sort]


def _job(message, sort="pictures", **more):
    (job,) = _enclosing(message, sort, **more)
    return job


def _said(data):
    """Every text of a picture as one."""
    return "".join((*data["title"]["lines"], *(one["body"] for key in ("chips", "pieces", "way") for one in data[key])))


def _symbols(png):
    width, height = size_px(png)
    return [one.payload for one in read(Pixels(width, height, grey(png)))]


@pytest.mark.parametrize(
    "channel, subject, names",
    [
        ("wechat-article", ELDER, ["cover-900x383.png", "cover-1x1.png"]),
        ("weibo", ELDER, ["card.png"]),
        ("weibo", {"subject": "today"}, ["card.png", "long.png"]),
        ("group-notice", {"subject": "county", "record": "yongjing"}, ["card.png", "long.png"]),
        ("moments", PRIORITY, [*SQUARES, "long.png"]),
        ("douyin", ELDER, ["cover.png"]),
    ],
)
def test_a_channel_has_the_pictures_that_it_shows(channel, subject, names):
    """What a message is about decides the rest: a list where it gathers events."""
    job = _job({"channel": channel, **subject})

    assert [part.name for part in job.parts] == names == list(job.data)
    assert all(part.alt and part.role in ("cover", "picture") for part in job.parts)


@pytest.mark.parametrize("channel", ["sms", "broadcast", "press-release"])
def test_what_is_heard_or_only_read_has_none(channel):
    """Neither pictures nor a film."""
    message = {"channel": channel, **ELDER}

    assert _enclosing(message) == _enclosing(message, "films") == []


def test_nine_squares_go_from_what_to_the_way_there():
    """The first says what, then when and where; the last alone has the symbol; each is told in words too."""
    job = _job({"channel": "moments", **ELDER})
    squares = [job.data[name] for name in SQUARES]
    title = shipped().campaign.event(ELDER["record"]).title["zh"]

    assert "".join(squares[0]["title"]["lines"]) == title
    assert [one["chips"][0]["body"] for one in squares[1:3]] == ["时间", "地点"]
    assert squares[1]["title"]["lines"] == ["4月23日（周二）", "09:30–11:00"]
    assert [bool(one["payload"]) for one in squares] == [False] * 8 + [True]
    assert len({part.alt for part in job.parts}) == len(job.parts)


def test_they_are_one_whorl_together():
    """Its middle is the middle of the nine, seen from each."""
    squares = [_job({"channel": "moments", **PRIORITY}).data[name] for name in SQUARES]
    side = squares[0]["width"]

    for at, one in enumerate(some(squares)):
        row, column = divmod(at, 3)
        assert (one["backdrop"]["x"] + column * side, one["backdrop"]["y"] + row * side) == (1.5 * side, 1.5 * side)


def test_news_is_told_alone():
    """What was cancelled isn't sold: the card says so with the reason, and no square is filled with slogans."""
    record = "lx-school-invention-tour"
    campaign = event(record)
    reason = campaign.event(record).change["zh"]
    card = _job({"channel": "group-notice", "subject": "event", "record": record}).data["card.png"]
    grid = _job({"channel": "moments", "subject": "event", "record": record})

    assert "已取消" in _said(card) and reason in _said(card)
    assert [part.name for part in grid.parts] == ["grid-1.png", "grid-2.png", "grid-3.png", "long.png"]


def test_official_wording_is_shown_whole():
    """On every picture that leads with it, whatever its sides."""
    title = shipped().campaign.priority(PRIORITY["record"]).headline["zh"]

    for channel, name in (("wechat-article", "cover-900x383.png"), ("weibo", "card.png"), ("moments", "grid-1.png")):
        data = _job({"channel": channel, **PRIORITY}).data[name]
        assert "".join(data["title"]["lines"]) == title
        assert making._set(data)


def test_a_sample_says_so_on_every_picture():
    """In the language it is sent in; the squares on the first and the last, which are never without the others."""
    job = _job({"channel": "weibo", "languages": ["en"], "sample": True, **PRIORITY})
    squares = _job({"channel": "moments", "sample": True, **PRIORITY}).data

    assert job.data["card.png"]["mark"] == "Sample · Unofficial translation"
    assert [bool(squares[name]["mark"]) for name in SQUARES] == [True, *[False] * 7, True]


@pytest.mark.parametrize("channel, symbols", [("group-notice", 1), ("weibo", 0)])
def test_a_symbol_stands_where_holding_it_reads_it(channel, symbols):
    """In WeChat; elsewhere a phone can't scan its own screen, and the address is there to be typed."""
    data = _job({"channel": channel, **ELDER}).data["card.png"]
    imprint = imprints()["event", ELDER["record"]]
    png, faults = making.made(data)

    assert faults == [] and size_px(png) == (CARD.width_px, CARD.height_px)
    assert _symbols(png) == [imprint.payload] * symbols
    assert imprint.shown in _said(data) and ("长按" in _said(data)) is bool(symbols)


def test_a_long_picture_lists_the_days_to_come():
    """Of a county all that is still ahead, by day, with the symbol at its foot."""
    job = _job({"at": "2024-04-21 20:00", "channel": "moments", "subject": "county", "record": "yongjing"})
    data = job.data["long.png"]
    png, faults = making.made(data)

    ahead = [row["title"] for day in data["days"] for row in day["rows"]]
    every = [one for one in shipped().campaign.events if shipped().campaign.county_of[one.id].id == "yongjing"]
    past = {one.title["zh"] for one in every if one.starts.day <= 21}
    assert len(ahead) > 1 and past and not past & set(ahead)
    assert [day["name"][:2] for day in data["days"]] == sorted(day["name"][:2] for day in data["days"])
    assert faults == [] and _symbols(png) == [imprints()["county", "yongjing"].payload]


def test_the_office_s_long_title_is_cut_where_it_doesn_t_fit():
    """Never an error: the picture is there, its title ending in an ellipsis or smaller."""
    own = {"title": {"zh": "怎样认出真的专用标志并且不花冤枉钱" * 3}, "text": {"zh": "看一看。"}}
    data = _job({"channel": "wechat-article", **ELDER, **own}).data["cover-900x383.png"]
    png, faults = making.made(data)

    assert faults == [] and size_px(png) == (900, 383)


def test_a_character_that_the_font_lacks_is_told_at_the_message():
    """Once, with the character."""
    own = {"title": {"zh": "新字🪻"}, "text": {"zh": "看一看。"}}
    job = _job({"channel": "wechat-article", **ELDER, **own})

    with pytest.raises(MissingGlyphError) as caught:
        making.make(job)
    (found,) = making.complaints(job, caught.value, ByName())
    assert "“🪻”" in found.problem.what.zh and found.about[0] == job.source.id


def test_words_can_be_read_on_every_ground():
    """On the ground, on the whorl behind them, on chips."""
    for look, tint in some([*product(some(sorted(DRAWN)), [""]), ("tint", "#8FA65B"), ("tint", "#223355")]):
        found = colours(look, tint)
        pairs = [("text", "ground"), ("text", "faint"), ("on-label", "label"), ("on-notice", "notice")]
        assert min(contrast(found[over], found[under]) for over, under in pairs) >= TEXT_CONTRAST, look


@pytest.mark.parametrize("area", [{}, {"top": 100, "bottom": 500, "left": 90, "right": 200}])
def test_the_app_s_own_buttons_cover_no_words(area):
    """A cover with its words and without them differs within the safe area alone, whatever the office sets."""
    data = _job({"channel": "douyin", **ELDER}, safe_area=area).data["cover.png"]
    bare = {**data, "title": None, "pieces": [], "chips": [], "kicker": None, "mark": None, "art": "", "vignette": ""}
    one, other = (Image.open(io.BytesIO(making._set(each))).convert("RGB") for each in (data, bare))
    left, top, right, bottom = ImageChops.difference(one, other).getbbox()
    free = SafeArea(**area)

    assert top >= free.top and bottom <= 1920 - free.bottom and right <= 1080 - free.right and left >= free.left


def test_a_film_says_an_idea_at_a_time_and_ends_with_the_address():
    """What, when, where, how to come to it, in fifteen seconds, the mark drawn in the first."""
    (data,) = _job({"channel": "douyin", **ELDER}, "films").data.values()
    scenes = [one["picture"] for one in data["scenes"]]

    assert sum(data["opening"]["seconds"]) + sum(one["seconds"] for one in data["scenes"]) == 15
    assert data["opening"]["seconds"][0] == 1
    assert ["".join(one["title"]["lines"]) for one in scenes[1:3]] == [
        "4月23日（周二）09:30–11:00",
        "永靖川北社区老年学堂",
    ]
    assert scenes[-1]["pieces"][-1]["body"] == imprints()["event", ELDER["record"]].shown
    assert not any(one["payload"] for one in scenes)


def test_a_film_is_made_as_displays_are():
    """Small here, to be quick: its head, level and rate are proved by the maker."""
    job = _job({"channel": "douyin", **PRIORITY}, "films")
    small = {"width": 270, "height": 480, "free": {"top": 62, "bottom": 100, "left": 15, "right": 35}}
    ((name, data),) = job.data.items()
    first = {**data["scenes"][0], "picture": {**data["scenes"][0]["picture"], **small}}
    content = films.make(replace(job, data={name: {**data, "scenes": [first]}}))[name]

    (track,) = head(content).tracks
    assert (track.width_px, track.height_px, track.codec, track.fps) == (270, 480, "avc1", 25)
    assert track.seconds == sum(data["opening"]["seconds"]) + first["seconds"]
