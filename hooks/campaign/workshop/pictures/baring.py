"""A picture of somebody's as it may be published: its pixels as they are, upright, and nothing that tells of it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from campaign.core.pictures import PictureFault
from campaign.workshop.pictures.making import turn_noted
from campaign.workshop.pictures.opening import UnfitPictureError, decode, kind_of, misnamed, opened
from campaign.workshop.pictures.segments import Pieces, pieces

if TYPE_CHECKING:
    from PIL import Image

QUALITY = 95
"""Of a JPEG or WebP that lay on its side and is coded anew: no difference is seen."""


def bare(content: bytes, ending: str) -> bytes:
    """A JPEG, PNG or WebP without EXIF, XMP, IPTC, comments and thumbnails; colour profile and proportions stay.

    ending: its name's, `.jpg`. What stands upright isn't decoded for it: every pixel stays what it was. What a camera
    noted to lie on its side or on its head is turned: PNG and lossless WebP without loss, others in QUALITY. The same
    file gives the same bytes. Raises UnfitPictureError for what browsers wouldn't show.
    """
    fault = misnamed(content, ending)
    if fault:
        raise UnfitPictureError(fault)
    kind = kind_of(content)
    taken = _pieces(content, kind)
    with opened(taken.content) as image:
        turn = turn_noted(taken.exif)
        if turn is None:
            decode(image)
            return taken.content
        turned = image.transpose(turn)
        made = _saved(turned, kind, lossless=b"VP8L" in taken.content[:64])
    return _pieces(made, kind).content


def notes(content: bytes) -> list[str]:
    """What a picture tells besides its pixels, each piece by its name; ValueError where it can't be taken apart."""
    return pieces(content, kind_of(content)).notes


def _pieces(content: bytes, kind: str) -> Pieces:
    try:
        return pieces(content, kind)
    except ValueError:
        raise UnfitPictureError(PictureFault("image_broken")) from None


def _saved(image: Image.Image, kind: str, *, lossless: bool) -> bytes:
    stream = io.BytesIO()
    options: dict[str, dict[str, Any]] = {
        "JPEG": {"quality": QUALITY, "optimize": True, "subsampling": 0},
        "PNG": {"optimize": True},
        "WebP": {"quality": 100 if lossless else QUALITY, "lossless": lossless, "exact": True},
    }
    image.save(stream, kind.upper(), icc_profile=image.info.get("icc_profile"), **options[kind])
    return stream.getvalue()
