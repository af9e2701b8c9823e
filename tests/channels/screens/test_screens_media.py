"""An office's own files: shown whole, or refused before a player does."""

import struct
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from campaign.channels.screens.film_report import given_reports
from campaign.channels.screens.frames import make_frame
from campaign.channels.screens.media import UnplayableError
from campaign.channels.screens.readme import readme
from campaign.channels.screens.report import GivenReport
from campaign.workshop.films import ffmpeg
from campaign.workshop.pictures.png import size_px
from displays import job, made, with_file


def _frame(content, shows="image"):
    return with_file(content, "films/a.mp4" if shows == "film" else "images/a.png", shows=shows).frames[0]


def _picture(kind, *more, size_px="100x300"):
    return ffmpeg.run(
        [
            "-f",
            "lavfi",
            "-i",
            f"testsrc=size={size_px}:duration=1",
            "-frames:v",
            "1",
            "-c:v",
            kind,
            "-f",
            "image2pipe",
            "-",
        ]
    )


@pytest.mark.parametrize("kind", ["png", "mjpeg", "libwebp"])
def test_an_own_picture_fills_the_display_whole(kind):
    """PNG, JPG and WebP come out as PNG at the display's pixels, uncropped."""
    assert size_px(make_frame(_frame(_picture(kind)))["png"]) == (640, 360)


def _photo(kind):
    """A photo lying on its side that says where it was taken, by what, with a thumbnail and more."""
    image = Image.new("RGB", (300, 100), "red")
    image.paste("blue", (0, 0, 100, 100))
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "SecretCam"
    exif.get_ifd(0x8825).update({1: "N", 2: (35.0, 36.0, 1.0)})
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    more = {"JPEG": {"comment": b"secret", "xmp": b"secret"}, "PNG": {"pnginfo": PngInfo()}, "WEBP": {"xmp": b"secret"}}
    if kind == "PNG":
        more["PNG"]["pnginfo"].add_itxt("XML:com.adobe.xmp", "secret")
    stream = BytesIO()
    image.save(stream, kind, exif=exif, icc_profile=profile, **more[kind])
    return stream.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_loses_what_it_says_of_its_taker(kind):
    """No EXIF, place, XMP, profile or comment is left for any reader: a photo's place is nobody's business."""
    photo = _photo(kind)
    assert b"ecret" in photo
    png = make_frame(_frame(photo))["png"]

    with Image.open(BytesIO(png)) as found:
        found.load()
        assert (found.format, found.mode, found.info, dict(found.getexif())) == ("PNG", "RGB", {}, {})
    assert b"ecret" not in png and set(_chunks(png)) == {b"IHDR", b"IDAT", b"IEND"}


def _chunks(png):
    at = 8
    while at < len(png):
        (length,) = struct.unpack_from(">I", png, at)
        yield png[at + 4 : at + 8]
        at += 12 + length


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_stands_upright(kind):
    """As the camera noted: what was at its left is above."""
    with Image.open(BytesIO(make_frame(_frame(_photo(kind)))["png"])) as shown:
        (above, below), sides = (shown.getpixel((320, y)) for y in (40, 320)), shown.getpixel((10, 180))

    assert above[2] > 200 > above[0] and below[0] > 200 > below[2] and max(sides) < 10


def test_a_film_loses_what_it_says_of_its_taker(tmp_path):
    """Neither the film nor its still has a title, a place, a comment, chapters or data of the original."""
    (tmp_path / "meta").write_text(";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1\nSTART=0\nEND=1\ntitle=secret chapter\n")
    source = ["-f", "lavfi", "-i", "testsrc=size=64x64:duration=1", "-i", "meta", "-map_metadata", "1"]
    said = [f"-metadata{where}" for where in ("", ":s:v")]
    tags = [part for option in said for part in (option, "comment=secret", option, "location=+35.6+103.2/")]
    ffmpeg.run([*source, *tags, "-movflags", "use_metadata_tags", "-pix_fmt", "yuv420p", "a.mp4"], folder=tmp_path)
    content = (tmp_path / "a.mp4").read_bytes()
    assert b"secret" in content and b"+35.6" in content
    files = make_frame(_frame(content, "film"))

    assert b"\0\0\0\x08ilst" in files["mp4"], "the list of tags isn't empty"
    assert not any(word in files["mp4"] + files["png"] for word in (b"secret", b"+35.6", b"chpl"))
    assert set(_chunks(files["png"])) == {b"IHDR", b"IDAT", b"IEND"}


HALF = b"\x89PNG\r\n\x1a\n" + b"\0" * 50


@pytest.mark.parametrize(
    "content, shows, why",
    [
        (b"", "image", "empty"),
        (b"", "film", "empty"),
        (b"no picture at all", "image", "broken"),
        (b"no film at all", "film", "broken"),
        (HALF, "image", "broken"),
        (HALF, "film", "codec"),
    ],
    ids=str,
)
def test_a_broken_file_is_refused(content, shows, why):
    """Empty, no picture, or only the beginning of one."""
    with pytest.raises(UnplayableError) as raised:
        make_frame(_frame(content, shows))

    assert raised.value.why == why


def test_half_a_film_is_refused(tmp_path):
    """A film whose copy was interrupted."""
    ffmpeg.run(["-f", "lavfi", "-i", "testsrc=size=64x64:duration=2", "-pix_fmt", "yuv420p", "a.mp4"], folder=tmp_path)
    content = (tmp_path / "a.mp4").read_bytes()

    with pytest.raises(UnplayableError):
        make_frame(_frame(content[: len(content) // 2], "film"))


def test_a_codec_that_players_refuse_is_named(tmp_path):
    """An old codec in a new container."""
    ffmpeg.run(["-f", "lavfi", "-i", "testsrc=size=64x64:duration=1", "-c:v", "ffv1", "a.mkv"], folder=tmp_path)

    with pytest.raises(UnplayableError) as raised:
        make_frame(_frame((tmp_path / "a.mkv").read_bytes(), "film"))
    assert (raised.value.why, raised.value.detail) == ("codec", "ffv1")


def test_a_good_film_has_a_still_too(tmp_path):
    """The still stands for it where films can't play."""
    ffmpeg.run(["-f", "lavfi", "-i", "testsrc=size=64x64:duration=1", "-pix_fmt", "yuv420p", "a.mp4"], folder=tmp_path)
    (files,) = made(with_file((tmp_path / "a.mp4").read_bytes(), "films/a.mp4", shows="film")).values()

    assert size_px(files["png"]) == (640, 360) and files["mp4"]


def _given(content):
    (found,) = given_reports(one := with_file(content, "films/a.mp4", shows="film"), made(one))
    return found


@pytest.mark.parametrize(
    "size, options, told",
    [
        ("320x180", ["-level:v", "3.1"], ("h264", 320, 180, "High", "3.1", False)),
        ("1920x1080", ["-level:v", "4.2"], ("h264", 1920, 1080, "High", "4.2", False)),
        ("1920x1080", ["-level:v", "5.1"], ("h264", 1920, 1080, "High", "5.1", True)),
        ("2560x320", ["-level:v", "4"], ("h264", 2560, 320, "High", "4", True)),
        ("320x180", ["-c:v", "mpeg4"], ("mpeg4", 320, 180, "", "", True)),
    ],
    ids=str,
)
def test_an_own_film_that_most_players_refuse_is_told(tmp_path, size, options, told):
    """By its size, its level or its codec, as the file itself says; what is packed of it plays all the same."""
    source = ["-f", "lavfi", "-i", f"testsrc=size={size}:rate=25:duration=0.1", "-pix_fmt", "yuv420p"]
    ffmpeg.run([*source, "-c:v", "libx264", "-preset", "superfast", *options, "a.mp4"], folder=tmp_path)
    found = _given((tmp_path / "a.mp4").read_bytes())

    assert (found.codec, found.width_px, found.height_px, found.profile, found.level, found.beyond) == told
    assert found.name == "films/a.mp4"


def test_the_readme_says_not_to_carry_such_a_film_to_the_player(tmp_path):
    """With what it is, in both languages."""
    one = job()
    given = GivenReport(
        name="films/a.mp4", codec="hevc", width_px=3840, height_px=2160, profile="", level="", beyond=True
    )
    text = readme(one, {}, [given]).decode("utf-8-sig")

    assert text.count("films/a.mp4") == text.count("3840×2160 HEVC") == 2
    assert "原文件不要直接拷去放" in text and "don't carry the original" in text
    assert "films/a.mp4" not in readme(one, {}, [replace(given, beyond=False)]).decode("utf-8-sig")
