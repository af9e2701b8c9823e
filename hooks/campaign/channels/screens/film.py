"""Films: a display's loop as one MP4 that any player takes, and the proof that it is what it should be."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from campaign.channels.screens import ffmpeg
from campaign.channels.screens.ffmpeg import FPS
from campaign.channels.screens.mp4 import head
from campaign.workshop.faults import ProofError
from campaign.workshop.pictures.png import size_px
from campaign.workshop.qr import Pixels, prove, symbol

FADE = 12
"""The pictures of a calm transition: each item fades into the next in its last moments, the last one into the first."""
GROUP = 250
"""A film has a picture to begin with every ten seconds at least, and where each item begins."""
TURN = 16
"""Pictures are numbered modulo 16 (H.264 7.4.2.1.1, as x264 does with one reference): so many that change nothing may
be coded once and stand as often as they are wanted, for each refers to the one before it."""
CLOSED = (
    "keyint=9999:bframes=0:ref=1:scenecut=0:rc-lookahead=0:sync-lookahead=0:mbtree=0:weightp=0:"
    "ipratio=2.0:pbratio=8:no-deblock=1:qp=28:aud=1"
)
"""Closed groups: a picture in full, the rest coarser by six steps, so that what stands is skipped and never changes;
an access unit delimiter before each picture (H.264 7.3.2.4). pbratio only leaves room for FADE_QP."""
FADE_QP = 36
"""How coarse the pictures of a transition are: each stands for a twenty-fifth of a second."""
LINE = "bframes=0:no-deblock=1:ipratio=2.0:qp=16"
"""A strip's few pixels in near full quality."""
DELIMITER = b"\x00\x00\x00\x01\x09"
BT709 = ("-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv")
PLAIN = ("-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-movflags", "+faststart")
CODED = ("-an", "-c:v", "libx264", "-profile:v", "high", "-pix_fmt", "yuv420p", "-preset", "superfast", *BT709, *PLAIN)
TO_YUV = "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,setsar=1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One item of a film: its picture, how long it stands, what its symbol says; or an office's own film."""

    name: str
    seconds: int
    payload: str = ""
    png: bytes = field(repr=False)
    mp4: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmJob:
    """One film. pace_px: 0 for a loop of scenes; on a strip how far a long line moves from picture to picture."""

    path: str
    width_px: int
    height_px: int
    scenes: tuple[Scene, ...]
    pace_px: int = 0

    @property
    def counts(self) -> list[int]:
        """The pictures each scene has."""
        return [_pictures(self, scene) for scene in self.scenes]


def _pictures(job: FilmJob, scene: Scene) -> int:
    """A scene's pictures: its seconds; a line that scrolls takes whole passes, one at least."""
    wanted = scene.seconds * FPS
    long_px = size_px(scene.png)[0]
    if not job.pace_px or long_px <= job.width_px:
        return wanted
    one_pass = pass_pictures(long_px, job.width_px, job.pace_px)
    return one_pass * max(1, wanted // one_pass)


def pass_pictures(long_px: int, width_px: int, pace_px: int) -> int:
    """How many pictures a line takes to come in at the right and leave at the left."""
    return -(-(long_px + width_px) // pace_px)


def make_film(job: FilmJob) -> dict[str, bytes]:
    """The film as `mp4`, proved. Raises ProofError where it doesn't read back."""
    with tempfile.TemporaryDirectory(prefix="campaign-film-") as name:
        folder = Path(name)
        _scrolled(job, folder) if job.pace_px else _faded(job, folder)
        content = (folder / "out.mp4").read_bytes()
        faults = [*head_faults(job, content), *_symbol_faults(job, folder)]
    if faults:
        raise ProofError(job.path, faults)
    return {"mp4": content}


def _faded(job: FilmJob, folder: Path) -> None:
    """The scenes one after the other, each fading into the next, the last into the first.

    A still costs what a few pictures cost, however long it stands (see TURN).
    """
    for number, scene in enumerate(job.scenes):
        (folder / f"{number}.png").write_bytes(scene.png)
        if scene.mp4:
            (folder / f"{number}.mp4").write_bytes(scene.mp4)
    with (folder / "all.h264").open("wb") as stream:
        for number, count in enumerate(job.counts):
            stream.writelines(_scene(job, number, count, folder))
    raw = ["-fflags", "+genpts", "-f", "h264", "-framerate", str(FPS), "-i", "all.h264"]
    ffmpeg.run([*raw, "-c", "copy", *PLAIN, "-video_track_timescale", "12800", "out.mp4"], folder=folder)


def _scene(job: FilmJob, number: int, count: int, folder: Path) -> list[bytes]:
    """One scene's coded pictures: what stands, then the fade."""
    scene, after, still = job.scenes[number], (number + 1) % len(job.scenes), count - FADE
    held = still if scene.mp4 else _coded(still)
    film = f"fps={FPS},{TO_YUV},tpad=stop_mode=clone:stop={count},trim=end_frame={held + FADE},setpts=N/{FPS}/TB"
    picture = f"format=rgb24,{TO_YUV},loop=loop={held + FADE - 1}:size=1:start=0,setpts=N/{FPS}/TB,fps={FPS}"
    graph = (
        f"[0:v]{film if scene.mp4 else picture},split[whole][again];"
        f"[whole]trim=end_frame={held}[stands];[again]trim=start_frame={held},setpts=N/{FPS}/TB[goes];"
        f"[1:v]format=rgb24,{TO_YUV},loop=loop={FADE - 1}:size=1:start=0,setpts=N/{FPS}/TB,fps={FPS}[comes];"
        f"[goes][comes]xfade=transition=fade:duration={FADE / FPS}:offset=0,format=yuv420p[fades];"
        f"[stands][fades]concat=n=2:v=1:a=0,setpts=N/{FPS}/TB[out]"
    )
    inputs = ["-i", f"{number}.mp4" if scene.mp4 else f"{number}.png", "-i", f"{after}.png"]
    coarse = f"{CLOSED}:zones={held},{held + FADE - 1},q={FADE_QP}"
    output = [*CODED, "-x264-params", coarse, "-frames:v", str(held + FADE), "-f", "h264", "-"]
    coded = ffmpeg.run([*ffmpeg.BITEXACT, *inputs, "-filter_complex", graph, "-map", "[out]", *output], folder=folder)
    pictures = [DELIMITER + picture for picture in coded.split(DELIMITER)[1:]]
    if len(pictures) != held + FADE:
        raise ProofError(job.path, [f"{scene.name}: {len(pictures)} coded pictures, not {held + FADE}"])
    return [*_standing(pictures[:held], still), *pictures[held:]]


def _coded(still: int) -> int:
    """How many pictures of a still are coded: the first, one turn of numbers, and what the last turn has over."""
    return still if still <= TURN else 1 + TURN + (still - 1) % GROUP % TURN


def _standing(coded: list[bytes], count: int) -> list[bytes]:
    """A still's coded pictures as so many: whole groups first, then the one that the transition refers to."""
    if len(coded) == count:
        return coded
    first, turn, over = coded[0], coded[1 : TURN + 1], coded[TURN + 1 :]
    groups, last = divmod(count - 1, GROUP)
    turns, rest = divmod(GROUP - 1, TURN)
    return [*[first, *turn * turns, *turn[:rest]] * groups, first, *turn * (last // TURN), *over]


def _starts(job: FilmJob) -> list[int]:
    """The picture each scene begins with."""
    starts, at = [], 0
    for count in job.counts:
        starts.append(at)
        at += count
    return starts


def _scrolled(job: FilmJob, folder: Path) -> None:
    """A strip's lines, still where they fit, else moving the same whole number of pixels from picture to picture."""
    raw = b"".join(picture for scene in job.scenes for picture in _strip_pictures(job, scene))
    size = f"{job.width_px}x{job.height_px}"
    source = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", size, "-r", str(FPS), "-i", "-"]
    convert = ["-vf", TO_YUV, "-g", str(4 * FPS), "-x264-params", LINE]
    ffmpeg.run([*ffmpeg.BITEXACT, *source, *CODED, *convert, "out.mp4"], folder=folder, data=raw)


def _strip_pictures(job: FilmJob, scene: Scene) -> Sequence[bytes]:
    long_px, height = size_px(scene.png)
    raw = ffmpeg.run(["-f", "image2pipe", "-i", "-", "-f", "rawvideo", "-pix_fmt", "rgb24", "-"], data=scene.png)
    rows = [raw[y * long_px * 3 : (y + 1) * long_px * 3] for y in range(height)]
    if long_px <= job.width_px:
        left = (job.width_px - long_px) // 2
        padded = [_padded(row, left, job.width_px - long_px - left) for row in rows]
        return [b"".join(padded)] * _pictures(job, scene)
    padded = [_padded(row, job.width_px, job.width_px) for row in rows]
    one_pass = pass_pictures(long_px, job.width_px, job.pace_px)
    windows = [
        b"".join(row[x * 3 : (x + job.width_px) * 3] for row in padded) for x in _offsets(job, long_px, one_pass)
    ]
    return windows * (_pictures(job, scene) // one_pass)


def _offsets(job: FilmJob, long_px: int, pictures: int) -> list[int]:
    """Where the window stands in the padded line, picture by picture."""
    return [min(n * job.pace_px, long_px + job.width_px) for n in range(pictures)]


def _padded(row: bytes, left_px: int, right_px: int) -> bytes:
    return b"\0" * (left_px * 3) + row + b"\0" * (right_px * 3)


def head_faults(job: FilmJob, content: bytes) -> list[str]:
    """What a finished film's head says that it shouldn't: size, count, duration, pace, codec, sound, index."""
    try:
        found = head(content)
    except (ValueError, KeyError) as error:
        return [f"can't be read: {error}"]
    if len(found.tracks) != 1 or found.tracks[0].kind != "vide":
        return ["must be one picture track and no sound"]
    track, count = found.tracks[0], sum(job.counts)
    wanted: Mapping[str, tuple[object, object]] = {
        "codec": (track.codec, "avc1"),
        "size": ((track.width_px, track.height_px), (job.width_px, job.height_px)),
        "pictures": (track.pictures, count),
        "pictures a second": (round(track.fps, 6), float(FPS)),
        "seconds": (round(track.seconds, 3), round(count / FPS, 3)),
        "even pace": (track.even, True),
        "index first": (found.faststart, True),
    }
    return [f"{name}: {seen}, not {meant}" for name, (seen, meant) in wanted.items() if seen != meant]


def _symbol_faults(job: FilmJob, folder: Path) -> list[str]:
    """The symbols of a finished film, read from decoded pictures in the middle of their scenes."""
    faults = []
    for scene, start, count in zip(job.scenes, _starts(job), job.counts, strict=True):
        if scene.payload:
            at = (start + count // 2) / FPS
            seen = ["-ss", f"{at:.3f}", "-i", "out.mp4", "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "gray", "-"]
            pixels = Pixels(job.width_px, job.height_px, ffmpeg.run(seen, folder=folder))
            faults += [f"{scene.name}: {fault}" for fault in prove(pixels, [symbol(scene.payload)])]
    return faults
