"""Photos of events: what the site shows holds nothing but pixels, and what can't be shown is refused, never a crash."""

import io
import random
import shutil
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms, ImageOps

from campaign.core.problems import CampaignDataError
from campaign.read import read_campaign
from campaign.read.tell.picture_sentences import PICTURES
from campaign.workshop.pictures import UnfitPictureError, inspect, publish
from campaign.workshop.pictures.opening import MOST_BYTES

TESTS = Path(__file__).parents[1]
GPS, ORIENTATION = 0x8825, 0x0112
TURNS = range(1, 9)


def photo(width=1600, height=1200):
    """Four corners of different colours, so that it shows which way up it is."""
    small = Image.new("RGB", (2, 2))
    small.putdata([(220, 30, 30), (30, 200, 30), (30, 30, 220), (230, 220, 40)])
    return small.resize((width, height), Image.Resampling.NEAREST)


def saved(image, path, **options):
    image.save(path, **options)
    return path


def shown(files, name="960.jpg"):
    return Image.open(io.BytesIO(files[name]))


def corners(image):
    wide, high = image.width - 10, image.height - 10
    return [image.convert("RGB").getpixel(at) for at in ((9, 9), (wide, 9), (9, high), (wide, high))]


def near(one, other):
    pairs = zip(one, other, strict=True)
    return all(abs(a - b) < 16 for left, right in pairs for a, b in zip(left, right, strict=True))


def noted(orientation=1):
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[0x010F] = "SecretCamera"
    exif.get_ifd(GPS).update({1: "N", 2: (35.0, 36.0, 4.0), 3: "E", 4: (103.0, 12.0, 9.0)})
    return exif


def test_nothing_but_pixels_is_published(tmp_path):
    """Neither the camera's notes nor the place, the comment, the profile: none of their bytes are on the site."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    path = saved(photo(), tmp_path / "a.jpg", exif=noted(), comment=b"SecretComment", icc_profile=profile, dpi=(72, 72))
    with Image.open(path) as image:
        assert image.getexif().get_ifd(GPS), "the test's own photo has no position"

    for content in publish(path).values():
        made = Image.open(io.BytesIO(content))
        assert not made.getexif()
        assert not made.info.keys() & {"exif", "icc_profile", "comment", "xmp", "photoshop"}
        assert all(word not in content for word in (b"Exif", b"Secret", b"ICC_PROFILE", b"http://ns.adobe"))


@pytest.mark.parametrize("orientation", TURNS)
def test_pictures_stand_upright(tmp_path, orientation):
    """Every way a camera can note how it was held is carried out before the picture is measured."""
    path = saved(photo(1600, 1000), tmp_path / "a.jpg", exif=noted(orientation), quality=95)
    with Image.open(path) as image:
        meant = ImageOps.exif_transpose(image)

    made = shown(publish(path))

    assert made.size == (960, round(meant.height * 960 / meant.width))
    assert near(corners(made), corners(meant))


def test_a_damaged_note_on_the_orientation_is_no_note(tmp_path):
    """EXIF that nobody can read neither stops the picture nor turns it."""
    path = saved(photo(), tmp_path / "a.jpg", exif=b"Exif\0\0MM\0\x2a\0\0\0\x08\xff\xff" + b"\xff" * 40)

    assert inspect(path) is None
    assert near(corners(shown(publish(path))), corners(photo()))


@pytest.mark.parametrize(
    "size, sizes",
    [
        ((1600, 1200), [(480, 360), (960, 720)]),
        ((700, 350), [(480, 240), (700, 350)]),
        ((480, 10), [(480, 10)]),
        ((3, 2), [(3, 2)]),
        ((400, 4000), [(96, 960), (192, 1920)]),
        ((1, 60_000), [(1, 960), (1, 1920)]),
    ],
)
def test_pictures_are_made_small_and_never_larger(tmp_path, size, sizes):
    """At most 480 and 960 wide and twice as high; one size where the second would be the same."""
    path = saved(Image.new("RGB", size, "teal"), tmp_path / "a.png")

    assert [Image.open(io.BytesIO(content)).size for content in publish(path).values()] == sizes


@pytest.mark.parametrize("ending", ["jpg", "png", "webp"])
def test_the_same_file_gives_the_same_bytes(tmp_path, ending):
    """Twice the same bytes, JPEGs of sensible weight, whatever the source."""
    path = saved(photo(), tmp_path / f"a.{ending}")

    assert publish(path) == publish(path)
    assert list(publish(path)) == ["480.jpg", "960.jpg"]
    assert all(content.startswith(b"\xff\xd8\xff") and len(content) < 100_000 for content in publish(path).values())


@pytest.mark.parametrize(
    "mode, colour, expected",
    [
        ("RGBA", (255, 0, 0, 0), (255, 255, 255)),
        ("LA", (0, 0), (255, 255, 255)),
        ("L", 90, (90, 90, 90)),
        ("1", 1, (255, 255, 255)),
        ("I;16", 30_000, (117, 117, 117)),
        ("P", 0, (0, 0, 0)),
    ],
)
def test_every_kind_of_png_is_shown_as_it_looks(tmp_path, mode, colour, expected):
    """Transparent is white, grey stays grey in 8 and 16 bits."""
    path = saved(Image.new(mode, (40, 40), colour), tmp_path / "a.png")

    assert inspect(path) is None
    assert near([shown(publish(path), "480.jpg").getpixel((20, 20))], [expected])


def test_a_transparent_colour_of_a_palette_is_white(tmp_path):
    """What a palette marks as transparent is white too."""
    path = saved(Image.new("P", (40, 40), 0), tmp_path / "a.png", transparency=0)

    assert near([shown(publish(path), "480.jpg").getpixel((20, 20))], [(255, 255, 255)])


def test_colours_are_brought_to_srgb(tmp_path):
    """A photo in a phone's own colours looks the same without its profile: here one whose red is blue."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = profile.replace(b"rXYZ", b"?XYZ", 1).replace(b"bXYZ", b"rXYZ", 1).replace(b"?XYZ", b"bXYZ", 1)
    path = saved(Image.new("RGB", (40, 40), (250, 0, 0)), tmp_path / "a.png", icc_profile=swapped)

    assert near([shown(publish(path), "480.jpg").getpixel((20, 20))], [(0, 0, 250)])


def test_a_damaged_colour_profile_is_left_out(tmp_path):
    """The colours are then taken as they are."""
    path = saved(photo(), tmp_path / "a.jpg", icc_profile=b"no profile" * 20, quality=95)

    assert inspect(path) is None
    assert near(corners(shown(publish(path))), corners(photo()))


def test_phones_put_several_pictures_into_one_jpeg(tmp_path):
    """Their first is the photo; that the file holds a second isn't animation."""
    path = tmp_path / "a.jpg"
    photo().save(path, "MPO", save_all=True, append_images=[Image.new("RGB", (100, 100))], quality=95)
    with Image.open(path) as image:
        assert image.format == "MPO"

    assert inspect(path) is None
    assert near(corners(shown(publish(path))), corners(photo()))


def _faults():
    jpeg, png, webp = (_encoded(kind) for kind in ("JPEG", "PNG", "WEBP"))
    moving = _encoded("PNG", save_all=True, append_images=[photo(60, 40).rotate(180)])
    yield "a.jpg", b"", "image_nothing"
    yield "a.jpg", b"\0" * (MOST_BYTES + 1), "image_heavy"
    yield "a.jpg", jpeg[: len(jpeg) * 2 // 3], "image_broken"
    yield "a.png", png[: len(png) * 2 // 3], "image_broken"
    yield "a.webp", webp[: len(webp) * 2 // 3], "image_broken"
    yield "a.jpg", b"\xff\xd8\xff", "image_broken"
    yield "a.png", _large_png(60_000, 60_000), "image_huge"
    yield "a.png", _large_png(10_000, 8_000), "image_huge"
    yield "a.png", _large_png(1 << 30, 1 << 30), "image_huge"
    yield "a.jpg", _encoded("JPEG", image=photo(60, 40).convert("CMYK")), "image_cmyk"
    yield "a.jpg", b"\0\0\0\x18ftypheic" + bytes(50), "image_heic"
    yield "a.png", b"\0\0\0\x18ftypmif1" + bytes(50), "image_heic"
    yield "a.jpg", png, "image_renamed"
    yield "a.png", webp, "image_renamed"
    yield "a.webp", jpeg, "image_renamed"
    yield "a.jpg", b"\0\0\0\x18ftypavif" + bytes(50), "image_foreign"
    yield "a.jpg", _encoded("GIF"), "image_foreign"
    yield "a.jpg", b"%PDF-1.7", "image_foreign"
    yield "a.png", b"<!doctype html><p>404", "image_foreign"
    yield "a.png", b"photo", "image_unknown"
    yield "a.png", moving, "image_animated"
    yield "a.webp", _encoded("WEBP", save_all=True, append_images=[photo(60, 40).rotate(180)]), "image_animated"
    yield "a.png", _text_bomb(), "image_broken"


def _encoded(kind, image=None, **options):
    stream = io.BytesIO()
    (image or photo(60, 40)).save(stream, kind, **options)
    return stream.getvalue()


def _chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _large_png(width, height):
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = _chunk(b"IHDR", head), _chunk(b"IDAT", zlib.compress(bytes(99))), _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _text_bomb():
    """A few kilobytes that a careless reader would blow up to 60 megabytes of text."""
    png = _encoded("PNG")
    return png[:33] + _chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(60_000_000))) + png[33:]


@pytest.mark.parametrize(
    "name, content, fault", list(_faults()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_what_cannot_be_shown_is_refused_by_name(tmp_path, name, content, fault):
    """Each kind of unfit file has its own refusal, and the refusal a sentence."""
    path = tmp_path / name
    path.write_bytes(content)

    found = inspect(path)

    assert found is not None and found.name == fault
    assert f"campaign.{fault}" in PICTURES
    PICTURES[f"campaign.{fault}"][0].format_map({**found.figures, "value": name})


def test_a_file_that_is_not_there_is_refused(tmp_path):
    """No traceback where a file goes between listing and opening."""
    assert inspect(tmp_path / "gone.jpg") == ("image_unreadable", {})
    with pytest.raises(UnfitPictureError, match="image_unreadable"):
        publish(tmp_path / "gone.jpg")


def test_a_mended_file_is_looked_into_again(tmp_path):
    """The preview server reads again and again: a photo put right is taken."""
    path = tmp_path / "a.jpg"
    path.write_bytes(b"\xff\xd8\xff")
    assert inspect(path) is not None

    assert inspect(saved(photo(), path)) is None


@pytest.mark.parametrize("kind, ending", [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp")])
def test_no_damage_makes_it_crash(tmp_path, kind, ending):
    """Bytes changed and cut at random: inspected or refused, and what passes is published."""
    chance, whole = random.Random(2024), _encoded(kind, exif=noted(6))
    path, passed = tmp_path / f"a.{ending}", 0
    for _ in range(400):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(12, len(data))] = chance.randrange(256)
        path.write_bytes(bytes(data[: chance.choice([None, None, chance.randrange(12, len(data))])]))
        if inspect(path) is None:
            passed += 1
            assert publish(path)
    assert passed


@pytest.fixture
def with_photo(tmp_path):
    """The small campaign whose first event has a photo."""
    folder = tmp_path / "campaign_data"
    shutil.copytree(TESTS / "good" / "small", folder)
    shutil.copytree(TESTS / "bad" / "image-truncated", folder, dirs_exist_ok=True)
    (folder / "expected.txt").unlink()
    saved(photo(), folder / "images" / "strip.jpg", exif=noted(6))
    return folder


def test_pictures_nobody_names_are_not_opened(with_photo):
    """A broken file that no event shows is nobody's problem; named, it is told at the event's line."""
    broken = with_photo / "images" / "spare.jpg"
    broken.write_bytes(b"")
    read_campaign(with_photo)

    (with_photo / "images" / "strip.jpg").write_bytes(b"")
    with pytest.raises(CampaignDataError, match=r"northbank\.yml:22:12: .*0 字节"):
        read_campaign(with_photo)
