"""Reading a film's head: what an MP4 file says of itself (ISO/IEC 14496-12), by code that didn't write it."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

ENTRY_END = 94
"""Where the boxes of a picture track's first sample entry begin in its description (12.1.3)."""
CONTAINERS = frozenset({b"moov", b"trak", b"mdia", b"minf", b"stbl"})


@dataclass(frozen=True, slots=True)
class Track:
    """kind: `vide`, `soun` ...; codec: `avc1` for H.264; sizes: the bytes of each sample; ticks a second, and of all;
    sps: H.264's sequence parameter set, nothing for other codecs."""

    kind: str
    codec: str
    width_px: int
    height_px: int
    sizes: tuple[int, ...]
    timescale: int
    ticks: int
    even: bool
    sps: bytes = b""

    @property
    def pictures(self) -> int:
        """How many samples there are."""
        return len(self.sizes)

    @property
    def fps(self) -> float:
        """Pictures a second."""
        return self.pictures * self.timescale / self.ticks if self.ticks else 0.0

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return self.ticks / self.timescale if self.timescale else 0.0


@dataclass(frozen=True, slots=True)
class Head:
    """faststart: the index stands before the pictures, so that a player can begin at once."""

    tracks: tuple[Track, ...]
    faststart: bool


def head(content: bytes) -> Head:
    """An MP4's tracks; ValueError where it is none."""
    order = [name for name, _ in _boxes(content)]
    if b"moov" not in order or order[0] != b"ftyp":
        raise ValueError("no MP4")
    moov = next(body for name, body in _boxes(content) if name == b"moov")
    tracks = tuple(_track(body) for name, body in _boxes(moov) if name == b"trak")
    return Head(tracks, b"mdat" in order and order.index(b"moov") < order.index(b"mdat"))


def _boxes(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The boxes of a container, in order (4.2)."""
    at = 0
    while at + 8 <= len(content):
        size, name = struct.unpack_from(">I4s", content, at)
        start = at + 8
        if size == 1:
            (size,) = struct.unpack_from(">Q", content, start)
            start += 8
        end = len(content) if size == 0 else at + size
        if end < start or end > len(content):
            raise ValueError("a box is cut off")
        yield name, content[start:end]
        at = end


def _inside(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Every box that is no container, however deep."""
    for name, body in _boxes(content):
        if name in CONTAINERS:
            yield from _inside(body)
        else:
            yield name, body


def _track(trak: bytes) -> Track:
    found = dict(_inside(trak))
    timescale, ticks = _media_head(found[b"mdhd"])
    codec, width_px, height_px = _description(found[b"stsd"])
    deltas = [struct.unpack_from(">II", found[b"stts"], 8 + 8 * n) for n in range(_count(found[b"stts"]))]
    return Track(
        kind=found[b"hdlr"][8:12].decode("ascii", "replace"),
        codec=codec,
        width_px=width_px,
        height_px=height_px,
        sizes=_sizes(found[b"stsz"]),
        timescale=timescale,
        ticks=ticks,
        even=len({delta for _, delta in deltas}) <= 1,
        sps=_sps(found[b"stsd"]) if codec == "avc1" else b"",
    )


def _sizes(stsz: bytes) -> tuple[int, ...]:
    """The bytes of each sample (8.7.3): all alike, or one by one."""
    alike, count = struct.unpack_from(">II", stsz, 4)
    return (alike,) * count if alike else struct.unpack_from(f">{count}I", stsz, 12)


def _sps(stsd: bytes) -> bytes:
    """The first sequence parameter set (ISO/IEC 14496-15, 5.3.3.1) of the first sample entry."""
    configuration = dict(_boxes(stsd[ENTRY_END : 8 + struct.unpack_from(">I", stsd, 8)[0]])).get(b"avcC", b"")
    if len(configuration) < 8 or not configuration[5] & 31:
        return b""
    (length,) = struct.unpack_from(">H", configuration, 6)
    return configuration[8 : 8 + length]


def _count(box: bytes) -> int:
    return int(struct.unpack_from(">I", box, 4)[0])


def _media_head(mdhd: bytes) -> tuple[int, int]:
    """Timescale and duration (8.4.2); version 1 has long figures."""
    if mdhd[0] == 1:
        timescale, ticks = struct.unpack_from(">IQ", mdhd, 20)
    else:
        timescale, ticks = struct.unpack_from(">II", mdhd, 12)
    return timescale, ticks


def _description(stsd: bytes) -> tuple[str, int, int]:
    """Codec and size of the first sample entry (12.1.3)."""
    codec = stsd[12:16].decode("ascii", "replace")
    width_px, height_px = struct.unpack_from(">HH", stsd, 40) if len(stsd) >= 44 else (0, 0)
    return codec, width_px, height_px
