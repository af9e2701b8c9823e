"""Making a film: its scenes, each wiped away by the next, coded so that a still costs next to nothing; proved."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from campaign.workshop.faults import ProofError
from campaign.workshop.films import ffmpeg
from campaign.workshop.films.common_players import beyond, parts, whole
from campaign.workshop.films.ffmpeg import FPS
from campaign.workshop.films.h264 import busiest_second, most_bits_s
from campaign.workshop.films.job import FilmJob, Scene, pass_pictures
from campaign.workshop.films.opening import opened
from campaign.workshop.films.proof import head_faults, symbol_faults
from campaign.workshop.films.wipe import WIPE, mask_size_px, masks
from campaign.workshop.pictures.png import size_px

GROUP = 250
"""A film has a picture to begin with every ten seconds at least, and where each item begins."""
TURN = 16
"""Pictures are numbered modulo 16 (H.264 7.4.2.1.1, as x264 does with one reference): so many that change nothing may
be coded once and stand as often as they are wanted, for each refers to the one before it."""
CLOSED = (
    "keyint=9999:bframes=0:ref=1:scenecut=0:rc-lookahead=0:sync-lookahead=0:mbtree=0:weightp=0:"
    "ipratio=2.0:pbratio=8:no-deblock=1:aud=1"
)
"""Closed groups: a picture in full, the rest coarser by six steps, so that what stands is skipped and never changes;
an access unit delimiter before each picture (H.264 7.3.2.4). pbratio only leaves room for WIPE_QP."""
STILL_QPS = (28, 32, 36, 40, 44, 48)
"""How coarse the pictures of a still are: the first of these that keeps it within its share of bits, which x264 itself
doesn't look at where the quality is constant, and it must be: a still never changes."""
WIPE_QP = 36
"""How coarse the pictures of a transition are: each stands for a twenty-fifth of a second."""
MOVING = 22
"""The quality of an office's own film (x264's crf), whose rate the limits bound."""
LINE = "bframes=0:ref=1:no-deblock=1:ipratio=2.0:crf=16:qcomp=1:aq-mode=0"
"""A strip's few pixels in near full quality."""
SHARE = 3
"""A scene may take a third of a second's bits in any second, and what moves a third more from its buffer: whatever
scenes meet within a second, the whole is kept."""
DELIMITER = b"\x00\x00\x00\x01\x09"
BT709 = ("-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv")
CODED = ("-an", "-pix_fmt", "yuv420p", "-preset", "superfast", *BT709, *ffmpeg.CLEAN)
TO_YUV = "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,setsar=1"


def make_film(job: FilmJob) -> dict[str, bytes]:
    """The film as `mp4`, proved; one beyond the common players also for them, as `1080p` or as parts, `1of2` ...

    Raises ProofError where one isn't what it should be or doesn't read back.
    """
    job = opened(job)
    with tempfile.TemporaryDirectory(prefix="campaign-film-") as name:
        folder = Path(name)
        made = {"mp4": _proved([job], folder)[0]}
        if beyond(job.width_px, job.height_px, job.level.name):
            made |= _for_common_players(job, folder)
    return made


def _for_common_players(job: FilmJob, folder: Path) -> dict[str, bytes]:
    """The whole display on one picture they take, where text and symbols are still read; else part by part."""
    if job.shrinks:
        smaller = replace(job, view=whole(job.width_px, job.height_px))
        try:
            return {smaller.shown.name: _proved([smaller], folder)[0]}
        except UnreadableError:
            pass
    cut = [replace(job, view=view) for view in parts(job.width_px, job.height_px)]
    return {part.shown.name: content for part, content in zip(cut, _proved(cut, folder), strict=True)}


class UnreadableError(ProofError):
    """The symbols of a film can't be read back."""


def _proved(jobs: Sequence[FilmJob], folder: Path) -> list[bytes]:
    """A film, or the parts of one. Raises UnreadableError for its symbols, ProofError for anything else."""
    names = [f"{job.shown.name or 'whole'}.mp4" for job in jobs]
    for job, name in zip(jobs, names, strict=True):
        (_scrolled if job.pace_px else _in_turn)(job, folder, name)
    made = [(folder / name).read_bytes() for name in names]
    faults = [fault for job, content in zip(jobs, made, strict=True) for fault in head_faults(job, content)]
    if faults:
        raise ProofError(jobs[0].path, faults)
    unread = symbol_faults(jobs, names, folder)
    if unread:
        raise UnreadableError(jobs[0].path, unread)
    return made


def _in_turn(job: FilmJob, folder: Path, name: str) -> None:
    """The scenes one after the other, each wiped away by the next, the last by the first.

    A still costs what a few pictures cost, however long it stands (see TURN).
    """
    for number, scene in enumerate(job.scenes):
        (folder / f"{number}.png").write_bytes(scene.png)
        if scene.mp4:
            (folder / f"{number}.mp4").write_bytes(scene.mp4)
    for rim_px in {scene.rim_px for scene in job.scenes}:
        (folder / f"{rim_px}.gray").write_bytes(masks(job.width_px, job.height_px, rim_px))
    with (folder / "all.h264").open("wb") as stream:
        for number, count in enumerate(job.counts):
            stream.writelines(_scene(job, number, count, folder))
    raw = ["-fflags", "+genpts", "-f", "h264", "-framerate", str(FPS), "-i", "all.h264"]
    ffmpeg.run([*raw, "-c", "copy", *ffmpeg.CLEAN, "-video_track_timescale", "12800", name], folder=folder)


def _scene(job: FilmJob, number: int, count: int, folder: Path) -> list[bytes]:
    """One scene's coded pictures: what stands, then the wipe; ProofError where no quality keeps within the bits."""
    scene, still = job.scenes[number], count - WIPE
    held, most = still if scene.mp4 else _coded(still), most_bits_s(job.level) // SHARE
    if scene.mp4:
        return _pictures(job, number, held, f"{_closed(held, WIPE_QP)}:crf={MOVING}", folder, limits=_limits(job))
    for qp in STILL_QPS:
        coded = _pictures(job, number, held, f"{_closed(held, max(qp, WIPE_QP))}:qp={qp}", folder)
        whole = [*_standing(coded[:held], still), *coded[held:]]
        if busiest_second([len(picture) for picture in whole], fps=FPS) <= most:
            return whole
    raise ProofError(job.path, [f"{scene.name}: more than {most} bits in a second"])


def _closed(held: int, wipe_qp: int) -> str:
    return f"{CLOSED}:zones={held},{held + WIPE - 1},q={wipe_qp}"


def _pictures(
    job: FilmJob, number: int, held: int, quality: str, folder: Path, *, limits: Sequence[str] = ()
) -> list[bytes]:
    """The coded pictures of a scene: so many that are held, then the wipe to the next.

    quality: x264's own parameters; limits: of the rate.
    """
    scene, after = job.scenes[number], (number + 1) % len(job.scenes)
    yuv = f"{job.shown.filters}{TO_YUV}"
    film = f"fps={FPS},{yuv},tpad=stop_mode=clone:stop={held + WIPE},trim=end_frame={held + WIPE},setpts=N/{FPS}/TB"
    picture = f"format=rgb24,{yuv},loop=loop={held + WIPE - 1}:size=1:start=0,setpts=N/{FPS}/TB,fps={FPS}"
    across, down = mask_size_px(job.width_px, job.height_px)
    larger = f"scale={job.width_px}:{job.height_px}:flags=bilinear{ffmpeg.SCALED},"
    graph = (
        f"[0:v]{film if scene.mp4 else picture},split[whole][again];"
        f"[whole]trim=end_frame={held}[stands];[again]trim=start_frame={held},setpts=N/{FPS}/TB[goes];"
        f"[goes]format=yuv444p[before];"
        f"[1:v]format=rgb24,{yuv},loop=loop={WIPE - 1}:size=1:start=0,setpts=N/{FPS}/TB,fps={FPS}[comes];"
        f"[comes]format=yuv444p[after];"
        f"[2:v]{larger}{job.shown.filters}format=gray,split=3[y][u][v];[y][u][v]mergeplanes=0x001020:yuv444p[mask];"
        f"[before][after][mask]maskedmerge,format=yuv420p[wiped];"
        f"[stands][wiped]concat=n=2:v=1:a=0,setpts=N/{FPS}/TB[out]"
    )
    raw = ["-f", "rawvideo", "-pix_fmt", "gray", "-s", f"{across}x{down}", "-r", str(FPS)]
    mask = [*raw, "-i", f"{scene.rim_px}.gray"]
    inputs = ["-i", f"{number}.mp4" if scene.mp4 else f"{number}.png", "-i", f"{after}.png", *mask]
    output = [*_coder(job, quality), *limits, "-frames:v", str(held + WIPE), "-f", "h264", "-"]
    coded = ffmpeg.run([*inputs, "-filter_complex", ffmpeg.graph(graph), "-map", "[out]", *output], folder=folder)
    pictures = [DELIMITER + picture for picture in coded.split(DELIMITER)[1:]]
    if len(pictures) != held + WIPE:
        raise ProofError(job.path, [f"{scene.name}: {len(pictures)} coded pictures, not {held + WIPE}"])
    return pictures


def _coder(job: FilmJob, parameters: str) -> list[str]:
    """The coder told what players are promised, and x264's own parameters."""
    return [*ffmpeg.coder(parameters), *CODED, "-profile:v", job.profile, "-level:v", job.level.name]


def _limits(job: FilmJob) -> list[str]:
    """The rate that what moves is kept within."""
    most = str(most_bits_s(job.level) // SHARE)
    return ["-maxrate", most, "-bufsize", most]


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


def _scrolled(job: FilmJob, folder: Path, name: str) -> None:
    """A strip's lines, still where they fit, else moving the same whole number of pixels from picture to picture."""
    raw = b"".join(
        picture
        for scene, count in zip(job.scenes, job.counts, strict=True)
        for picture in _strip_pictures(job, scene, count)
    )
    size = f"{job.width_px}x{job.height_px}"
    source = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", size, "-r", str(FPS), "-i", "-"]
    convert = ["-vf", ffmpeg.graph(f"{job.shown.filters}{TO_YUV}"), "-g", str(4 * FPS), *_limits(job)]
    ffmpeg.run([*source, *_coder(job, LINE), *convert, name], folder=folder, data=raw)


def _strip_pictures(job: FilmJob, scene: Scene, count: int) -> Sequence[bytes]:
    """A scene's pictures, the display's pixels in red, green and blue."""
    long_px, height = size_px(scene.png)
    raw = ffmpeg.run(["-f", "image2pipe", "-i", "-", "-f", "rawvideo", "-pix_fmt", "rgb24", "-"], data=scene.png)
    rows = [raw[y * long_px * 3 : (y + 1) * long_px * 3] for y in range(height)]
    if long_px <= job.width_px:
        left = (job.width_px - long_px) // 2
        padded = [_padded(row, left, job.width_px - long_px - left) for row in rows]
        return [b"".join(padded)] * count
    padded = [_padded(row, job.width_px, job.width_px) for row in rows]
    one_pass = pass_pictures(long_px, job.width_px, job.pace_px)
    windows = [
        b"".join(row[x * 3 : (x + job.width_px) * 3] for row in padded) for x in _offsets(job, long_px, one_pass)
    ]
    return windows * (count // one_pass)


def _offsets(job: FilmJob, long_px: int, pictures: int) -> list[int]:
    """Where the window stands in the padded line, picture by picture."""
    return [min(n * job.pace_px, long_px + job.width_px) for n in range(pictures)]


def _padded(row: bytes, left_px: int, right_px: int) -> bytes:
    return b"\0" * (left_px * 3) + row + b"\0" * (right_px * 3)
