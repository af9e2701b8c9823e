"""Making a picture for the site: upright, small, and nothing but its pixels."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from campaign.workshop.pictures.opening import FAILURES, content_of, opened

if TYPE_CHECKING:
    from PIL import Image

WIDTHS = (480, 960)
"""The widest a picture stands on the site, in its two sizes; each is at most twice as high as that."""
QUALITY = 82


def publish(path: Path) -> dict[str, bytes]:
    """The picture as the site shows it: upright JPEGs by name, `480.jpg` and, where it is wider, `960.jpg`.

    Only the pixels are taken over: no EXIF, no GPS position, no comment; colours are brought to sRGB. The same file
    gives the same bytes. Raises UnfitPictureError for what `inspect` refuses.
    """
    return published(content_of(path))


def published(content: bytes) -> dict[str, bytes]:
    """The same for a file's bytes."""
    with opened(content) as image:
        turn = turn_of(image)
        profile = image.info.get("icc_profile")
        sizes = sizes_of(*upright(image.size, turn))
        largest = max(sizes.values())
        image.draft(None, upright((2 * largest[0], 2 * largest[1]), turn))
        whole = flat(image)
        if turn is not None:
            whole = whole.transpose(turn)
        return {f"{name}.jpg": _jpeg(_resized(whole, size), profile) for name, size in sizes.items()}


def sizes_of(width: int, height: int) -> dict[int, tuple[int, int]]:
    """Width and height of each size, by its greatest width; nothing is enlarged, and equal sizes are one."""
    found: dict[int, tuple[int, int]] = {}
    for most in WIDTHS:
        scale = min(1.0, most / width, 2 * most / height)
        size = max(1, round(width * scale)), max(1, round(height * scale))
        if size not in found.values():
            found[most] = size
    return found


def turn_of(image: Image.Image) -> Image.Transpose | None:
    """How the picture is to be turned, as the camera noted; None where it is upright or the note is damaged."""
    try:
        return _turn(image.getexif())
    except (*FAILURES, struct.error, zlib.error):
        return None


def turn_noted(exif: bytes) -> Image.Transpose | None:
    """The same of a camera's notes alone, from their byte order on; None where there are none."""
    from PIL import Image

    noted = Image.Exif()
    try:
        noted.load(b"Exif\0\0" + exif)
        return _turn(noted)
    except (*FAILURES, struct.error, zlib.error):
        return None


def _turn(exif: Image.Exif) -> Image.Transpose | None:
    from PIL import Image

    turns = (
        Image.Transpose.FLIP_LEFT_RIGHT,
        Image.Transpose.ROTATE_180,
        Image.Transpose.FLIP_TOP_BOTTOM,
        Image.Transpose.TRANSPOSE,
        Image.Transpose.ROTATE_270,
        Image.Transpose.TRANSVERSE,
        Image.Transpose.ROTATE_90,
    )
    noted = exif.get(0x0112)
    return turns[noted - 2] if isinstance(noted, int) and 2 <= noted <= 8 else None


def upright(size: tuple[int, int], turn: Image.Transpose | None) -> tuple[int, int]:
    """Width and height after turning, and so before turning back."""
    return (size[1], size[0]) if turn is not None and turn.name in SIDEWAYS else size


SIDEWAYS = {"TRANSPOSE", "ROTATE_270", "TRANSVERSE", "ROTATE_90"}


def flat(image: Image.Image) -> Image.Image:
    """The picture in RGB, on white where it is transparent; 16 bits become 8."""
    from PIL import Image

    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L").convert("RGB")
    if not image.has_transparency_data:
        return image.convert("RGB")
    over = image.convert("RGBA")
    under = Image.new("RGBA", over.size, "white")
    under.alpha_composite(over)
    return under.convert("RGB")


def _resized(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    from PIL import Image

    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _jpeg(image: Image.Image, profile: object) -> bytes:
    """The pixels alone as a JPEG in sRGB; Pillow would take over a comment and more from the picture itself."""
    from PIL import Image

    bare = Image.new("RGB", image.size)
    bare.paste(in_srgb(image, profile) if isinstance(profile, bytes) else image)
    stream = io.BytesIO()
    bare.save(stream, "JPEG", quality=QUALITY, optimize=True, progressive=True, subsampling="4:2:0")
    return stream.getvalue()


def in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """The same colours in sRGB; as they are where the profile is damaged or isn't for RGB."""
    from PIL import ImageCms

    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if source.profile.xcolor_space.strip() != "RGB":
            return image
        target = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, source, target, outputMode="RGB") or image
    except (ImageCms.PyCMSError, *FAILURES):
        return image
