"""What H.264 asks of a player: a stream's profile and level as it says them, and the level that its figures need.

The figures are those of ITU-T H.264 (08/2021), table A-1; how a stream says its own is in 7.3.2.1.1.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

PROFILES = {
    66: "Baseline",
    77: "Main",
    88: "Extended",
    100: "High",
    110: "High 10",
    122: "High 4:2:2",
    244: "High 4:4:4",
}
CHROMA_SAID = frozenset({100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135})
"""The profiles whose parameter sets tell the chroma format (7.3.2.1.1)."""
HIGH_FACTOR = {"High": 1.25, "High 10": 3.0, "High 4:2:2": 4.0, "High 4:4:4": 4.0}
"""How much more than table A-1's a profile's bit rate may be (table A-2)."""
MACROBLOCK_PX = 16


@dataclass(frozen=True, slots=True)
class Level:
    """One row of table A-1. a second's macroblocks, a frame's, those kept for reference; bits a second (MaxBR)."""

    name: str
    macroblocks_s: int
    frame: int
    kept: int
    bits_s: int

    def takes(self, size: tuple[int, int], *, fps: float, references: int = 1) -> bool:
        """True where frames of so many macroblocks across and down, at this pace, are within the level (A.3.1)."""
        across, down = size
        whole = across * down
        longest = (8 * self.frame) ** 0.5
        return (
            whole <= self.frame
            and max(across, down) <= longest
            and whole * fps <= self.macroblocks_s
            and whole * references <= self.kept
        )


LEVELS = (
    Level("1", 1_485, 99, 396, 64_000),
    Level("1.1", 3_000, 396, 900, 192_000),
    Level("1.2", 6_000, 396, 2_376, 384_000),
    Level("1.3", 11_880, 396, 2_376, 768_000),
    Level("2", 11_880, 396, 2_376, 2_000_000),
    Level("2.1", 19_800, 792, 4_752, 4_000_000),
    Level("2.2", 20_250, 1_620, 8_100, 4_000_000),
    Level("3", 40_500, 1_620, 8_100, 10_000_000),
    Level("3.1", 108_000, 3_600, 18_000, 14_000_000),
    Level("3.2", 216_000, 5_120, 20_480, 20_000_000),
    Level("4", 245_760, 8_192, 32_768, 20_000_000),
    Level("4.1", 245_760, 8_192, 32_768, 50_000_000),
    Level("4.2", 522_240, 8_704, 34_816, 50_000_000),
    Level("5", 589_824, 22_080, 110_400, 135_000_000),
    Level("5.1", 983_040, 36_864, 184_320, 240_000_000),
    Level("5.2", 2_073_600, 36_864, 184_320, 240_000_000),
    Level("6", 4_177_920, 139_264, 696_320, 240_000_000),
    Level("6.1", 8_355_840, 139_264, 696_320, 480_000_000),
    Level("6.2", 16_711_680, 139_264, 696_320, 800_000_000),
)
NAMES = tuple(level.name for level in LEVELS)
MADE = tuple(level for level in LEVELS if level.name not in {"1", "1.1", "1.2", "1.3", "2", "2.1", "2.2", "4"})
"""The levels our films say: every player takes 3; 4.1 takes the frames of 4 and leaves pictures the bits they need."""
MOST_BITS_S = 30_000_000
"""The most bits in any second of a film: what sticks, cards and the common players keep up with."""


@dataclass(frozen=True, slots=True)
class Stream:
    """What a stream says of itself: profile and level by name, its frame in macroblocks, how many it refers to."""

    profile: str
    level: str
    size: tuple[int, int]
    references: int


def level_for(width_px: int, height_px: int, *, fps: int) -> Level:
    """The level a film of ours is made to; ValueError beyond the highest."""
    size = macroblocks(width_px), macroblocks(height_px)
    found = next((level for level in MADE if level.takes(size, fps=fps)), None)
    if found is None:
        raise ValueError(f"no level of H.264 takes {width_px} x {height_px} at {fps}")
    return found


def most_bits_s(level: Level) -> int:
    """The most bits in any second of a film of ours at a level; what it allows in every profile, or MOST_BITS_S."""
    return min(level.bits_s, MOST_BITS_S)


def needed_level(stream: Stream, *, fps: float, bits_s: int) -> str:
    """The least level that takes a stream's figures; ValueError where none does."""
    factor = HIGH_FACTOR.get(stream.profile, 1.0)
    for level in LEVELS:
        if level.takes(stream.size, fps=fps, references=stream.references) and bits_s <= level.bits_s * factor:
            return level.name
    raise ValueError(f"no level of H.264 takes {stream} at {fps} and {bits_s} bits a second")


def above(level: str, most: str) -> bool:
    """True where a level is higher than another; one nobody knows is."""
    known = "1.1" if level == "1b" else level
    return known not in NAMES or NAMES.index(known) > NAMES.index(most)


def macroblocks(side_px: int) -> int:
    """A side in macroblocks."""
    return ceil(side_px / MACROBLOCK_PX)


def busiest_second(sizes: Sequence[int], *, fps: float) -> int:
    """The most bits in any second of a film; sizes: its pictures' bytes, in order."""
    span, most, bits = max(1, ceil(fps)), 0, 0
    for at, size in enumerate(sizes):
        bits += 8 * (size - (sizes[at - span] if at >= span else 0))
        most = max(most, bits)
    return most


def stream_of(sps: bytes) -> Stream:
    """What a sequence parameter set (its whole NAL unit) says; ValueError where it is none."""
    if len(sps) < 5 or sps[0] & 31 != 7:
        raise ValueError("no sequence parameter set")
    profile, flags, level = sps[1:4]
    bits = _Bits(sps[4:].replace(b"\0\0\3", b"\0\0"))
    bits.golomb()
    if profile in CHROMA_SAID:
        _skip_chroma(bits)
    bits.golomb()
    _skip_order(bits)
    references = bits.golomb()
    bits.take(1)
    across, units = bits.golomb() + 1, bits.golomb() + 1
    down = units * (2 - bits.take(1))
    name = "1b" if level == 9 or (level == 11 and flags & 16 and profile in (66, 77, 88)) else _level_name(level)
    return Stream(PROFILES.get(profile, str(profile)), name, (across, down), references)


def _level_name(said: int) -> str:
    """`4.1` of 41, `4` of 40."""
    whole, tenth = divmod(said, 10)
    return f"{whole}.{tenth}" if tenth else str(whole)


class _Bits:
    """The bits of a parameter set, taken from the left; ValueError where they end (7.2)."""

    def __init__(self, content: bytes) -> None:
        self.value, self.left = int.from_bytes(content, "big"), 8 * len(content)

    def take(self, count: int) -> int:
        if count > self.left:
            raise ValueError("a parameter set is cut off")
        self.left -= count
        return self.value >> self.left & ((1 << count) - 1)

    def golomb(self) -> int:
        """An unsigned number as Exp-Golomb has it (9.1)."""
        zeros = 0
        while not self.take(1):
            zeros += 1
        return (1 << zeros) - 1 + self.take(zeros)

    def signed(self) -> int:
        """A signed one (9.1.1)."""
        code = self.golomb()
        return (code + 1) // 2 if code % 2 else -(code // 2)


def _skip_chroma(bits: _Bits) -> None:
    """The chroma format, the depths, and scaling lists where there are any."""
    chroma = bits.golomb()
    if chroma == 3:
        bits.take(1)
    bits.golomb()
    bits.golomb()
    bits.take(1)
    if bits.take(1):
        for number in range(12 if chroma == 3 else 8):
            if bits.take(1):
                _skip_scaling(bits, 16 if number < 6 else 64)


def _skip_scaling(bits: _Bits, count: int) -> None:
    last = following = 8
    for _ in range(count):
        if following:
            following = (last + bits.signed() + 256) % 256
        last = following or last


def _skip_order(bits: _Bits) -> None:
    """How pictures are numbered for their order of output."""
    kind = bits.golomb()
    if kind == 0:
        bits.golomb()
    elif kind == 1:
        bits.take(1)
        bits.signed()
        bits.signed()
        for _ in range(bits.golomb()):
            bits.signed()
