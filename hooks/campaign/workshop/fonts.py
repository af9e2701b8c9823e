"""The fonts of print and screens: pinned by hash with their packages, under open licences (OFL) only."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path


class FontError(Exception):
    """A font isn't where its package should have put it: the installation is broken, no author's mistake."""


@dataclass(frozen=True, slots=True)
class Font:
    """family: what Typst calls it; package, folder: where its one file stands."""

    family: str
    package: str
    folder: str

    @property
    def path(self) -> Path:
        """The font's file. FontError where the package isn't installed whole."""
        folder = Path(str(resources.files(self.package))) / self.folder
        found = sorted(folder.glob("*.ttf"))
        if len(found) != 1:
            raise FontError(f"no font in {folder}: is {self.package} installed whole?")
        return found[0]


CJK, RTL = "justmytype_intl_cjk", "justmytype_intl_rtl"
FONTS = (
    Font("Noto Sans SC", CJK, "fonts/ofl/notosanssc"),
    Font("Noto Sans TC", CJK, "fonts/ofl/notosanstc"),
    Font("Noto Sans JP", CJK, "fonts/ofl/notosansjp"),
    Font("Noto Sans KR", CJK, "fonts/ofl/notosanskr"),
    Font("Noto Sans Arabic", RTL, "fonts/ofl/notosansarabic"),
)
"""In the order in which they are asked for a character: the first sets all that is Chinese and English; rare characters
of names come from the fonts of other regions, in their shapes."""
FAMILIES = tuple(font.family for font in FONTS)


@cache
def font_folders() -> tuple[Path, ...]:
    """The folders of the fonts, one each."""
    return tuple(font.path.parent for font in FONTS)


@cache
def font_print() -> str:
    """What a fingerprint must know of the fonts: the names and sizes of their files."""
    return ";".join(f"{font.path.name}:{font.path.stat().st_size}" for font in FONTS)
