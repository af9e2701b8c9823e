"""A picture whole on a surface of other proportions: upright, in sRGB, black around it, and nothing but its pixels."""

from __future__ import annotations

import io

from campaign.workshop.pictures.making import flat, in_srgb, turn_of
from campaign.workshop.pictures.opening import opened


def fitted(content: bytes, width_px: int, height_px: int) -> bytes:
    """A JPEG, PNG or WebP as a PNG of just these pixels, its proportions kept; where transparent it is white.

    The same picture gives the same bytes. Raises UnfitPictureError for what can't be decoded.
    """
    from PIL import Image, ImageOps

    with opened(content) as image:
        turn, profile = turn_of(image), image.info.get("icc_profile")
        whole = flat(image)
        upright = whole if turn is None else whole.transpose(turn)
        small = ImageOps.contain(upright, (width_px, height_px), Image.Resampling.LANCZOS)
        coloured = in_srgb(small, profile) if isinstance(profile, bytes) else small
    made = Image.new("RGB", (width_px, height_px))
    made.paste(coloured, ((width_px - small.width) // 2, (height_px - small.height) // 2))
    stream = io.BytesIO()
    made.save(stream, "PNG")
    return stream.getvalue()
