"""An office's own pictures and films: looked into, brought to the display's pixels, refused where players would."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from campaign.channels.screens.job import FrameJob
from campaign.workshop.faults import UnmakeableError
from campaign.workshop.films import ffmpeg
from campaign.workshop.films.ffmpeg import FPS
from campaign.workshop.films.h264 import level_for, most_bits_s, stream_of
from campaign.workshop.films.mp4 import head
from campaign.workshop.pictures import UnfitPictureError, fitted

CODECS = frozenset(
    {"h264", "hevc", "mpeg4", "mpeg2video", "vp8", "vp9", "av1", "mjpeg", "prores", "wmv2", "wmv3", "vc1"}
)
STREAM = re.compile(r"Stream #\S+?: Video: (\w+)(?:.*?, (\d{2,5})x(\d{2,5})\b)?")


class UnplayableError(UnmakeableError):
    """A picture or film that can't be shown. why: `broken`, `codec` or `empty`; detail: the codec, or what was said."""

    def __init__(self, why: str, detail: str = "") -> None:
        self.why, self.detail = why, detail
        super().__init__(f"{why}: {detail}")

    def __reduce__(self) -> tuple[type[UnplayableError], tuple[str, str]]:
        return (UnplayableError, (self.why, self.detail))


def make(job: FrameJob) -> dict[str, bytes]:
    """`png`: the picture, or the film's first frame, whole on the display's pixels; of a film also `mp4`: the film,
    without sound, and `given`: what it was, as JSON (codec, width_px, height_px; of H.264 profile, level)."""
    if not job.content:
        raise UnplayableError("empty")
    if not job.film:
        return {"png": _picture(job)}
    with tempfile.TemporaryDirectory(prefix="campaign-own-") as name:
        folder = Path(name)
        (folder / "in").write_bytes(job.content)
        given = _given(folder)
        if given["codec"] not in CODECS:
            raise UnplayableError("codec", given["codec"])
        try:
            said = json.dumps(given | _coded(folder, given["codec"]), sort_keys=True).encode()
            return _film(folder, job) | {"given": said}
        except ffmpeg.FfmpegError as error:
            raise UnplayableError("broken", str(error)[-200:]) from None


def _given(folder: Path) -> dict[str, Any]:
    """What the first picture stream is coded in, and its size; UnplayableError where there is none."""
    done = subprocess.run(
        [ffmpeg.program(), "-hide_banner", "-nostdin", "-i", "in"], cwd=folder, capture_output=True, check=False
    )
    found = STREAM.search(done.stderr.decode("utf-8", "replace"))
    if not found:
        raise UnplayableError("broken", done.stderr.decode("utf-8", "replace").strip()[-200:])
    return {"codec": found[1], "width_px": int(found[2] or 0), "height_px": int(found[3] or 0)}


def _coded(folder: Path, codec: str) -> dict[str, str]:
    """The profile and level that an H.264 stream says; empty for other codecs, and where it says nothing."""
    try:
        if codec != "h264":
            raise ValueError(codec)
        first = ["-map", "0:v:0", "-c", "copy", "-frames:v", "1", "-f", "mp4", "first.mp4"]
        ffmpeg.run(["-i", "in", *first], folder=folder)
        found = stream_of(head((folder / "first.mp4").read_bytes()).tracks[0].sps)
    except (ffmpeg.FfmpegError, ValueError, KeyError, IndexError):
        return {"profile": "", "level": ""}
    return {"profile": found.profile, "level": found.level}


def _fitted(job: FrameJob) -> str:
    """Whole on the display, its proportions kept, black around it."""
    width, height = job.data["width"], job.data["height"]
    return (
        f"scale={width}:{height}:force_original_aspect_ratio=decrease:flags=lanczos{ffmpeg.SCALED},"
        f"pad={width}:{height}:(ow-iw)/2:(oh-ih)/2:black,setsar=1"
    )


def _picture(job: FrameJob) -> bytes:
    """The picture alone: where it was taken, by what and by whom, is nobody's business (a PNG of ffmpeg's says it)."""
    try:
        return fitted(job.content, job.data["width"], job.data["height"])
    except UnfitPictureError as error:
        raise UnplayableError("broken", str(error)) from None


def _film(folder: Path, job: FrameJob) -> dict[str, bytes]:
    """The film for its seconds: cut where it is longer, its last picture held where it is shorter."""
    count = str(job.data["seconds"] * FPS)
    brought = f"fps={FPS},{_fitted(job)},tpad=stop_mode=clone:stop_duration={job.data['seconds']},format=yuv420p"
    strict = ["-xerror", "-err_detect", "explode", "-i", "in", "-an", "-sn", "-vf", ffmpeg.graph(brought)]
    level = level_for(job.data["width"], job.data["height"], fps=FPS)
    promised = ["-profile:v", "high", "-level:v", level.name]
    limits = ["-maxrate", str(most_bits_s(level) // 2), "-bufsize", str(most_bits_s(level) // 2)]
    coded = ["-frames:v", count, *ffmpeg.coder(), "-preset", "veryfast", "-crf", "18", *promised, *limits]
    ffmpeg.run([*strict, *coded, *ffmpeg.CLEAN, "out.mp4"], folder=folder)
    first = ["-i", "out.mp4", "-frames:v", "1", "-vf", ffmpeg.graph("null"), "-f", "image2pipe", "-c:v", "png", "-"]
    png = ffmpeg.run(first, folder=folder)
    return {"png": fitted(png, job.data["width"], job.data["height"]), "mp4": (folder / "out.mp4").read_bytes()}
