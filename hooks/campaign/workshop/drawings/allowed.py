"""What may stand in an SVG that is published: shapes, texts, fills and pictures of its own; nothing else is taken."""

from __future__ import annotations

import re

SVG, XLINK, XML = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"
SHAPES = "svg g defs symbol use switch a path rect circle ellipse line polyline polygon image view marker"
TEXTS = "text tspan textPath title desc style"
FILLS = "linearGradient radialGradient stop pattern clipPath mask filter"
EFFECTS = (
    "Blend ColorMatrix ComponentTransfer Composite ConvolveMatrix DiffuseLighting DisplacementMap DistantLight "
    "DropShadow Flood FuncA FuncB FuncG FuncR GaussianBlur Merge MergeNode Morphology Offset PointLight "
    "SpecularLighting SpotLight Tile Turbulence"
)
ELEMENTS = frozenset([*f"{SHAPES} {TEXTS} {FILLS}".split(), *(f"fe{name}" for name in EFFECTS.split())])
"""Elements of SVG 2 that draw; those that act (script, animations, foreignObject, media) aren't among them."""
QUIET = frozenset({"metadata"})
"""Elements that go without a word: they tell of the drawing, and draw nothing."""
PICTURE = re.compile(r"\s*data:image/(png|jpe?g|webp);base64,", re.IGNORECASE)
"""What an embedded picture begins with."""
ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})(?:\r\n|\s)?|\\(.)", re.DOTALL)
COMMENT = re.compile(r"/\*.*?(?:\*/|$)", re.DOTALL)
URL = re.compile(
    r"url\(\s*+[\"']?+\s*+(?!#|data:image/(?:png|jpe?g|webp);base64,|data:font/|data:application/(?:x-)?font)"
)
ACTS = re.compile(
    r"@import|expression\(|javascript:|vbscript:|-moz-binding|behavior:|image-set\(|(?<!-)\bsrc\(|\bimage\("
)


def reaches_out(style: str) -> bool:
    """True for CSS that fetches something or acts, however it is spelt (CSS Syntax 3, 4.3.7: escapes).

    Read with its comments and without: between two strings that hold their marks, what looks like one is none.
    """
    read = (ESCAPE.sub(_spelt, text).lower() for text in (style, COMMENT.sub("", style)))
    return any(URL.search(plain) or ACTS.search(plain) for plain in read)


def _spelt(escape: re.Match[str]) -> str:
    if escape[2] is not None:
        return escape[2]
    point = int(escape[1], 16)
    return chr(point) if 0 < point < 0x110000 else "\ufffd"
