"""The one door to ffmpeg: which program, how it is started, what it said.

The program is the one of the locked package imageio-ffmpeg, so that the same data gives the same bytes on every machine
of a kind; the system's own is the fallback where that package has none for the platform. It never sees a file name that
staff typed: inputs stand in a folder of our own under names of our own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from campaign.workshop.faults import ProofError

QUIET = ("-hide_banner", "-nostdin", "-loglevel", "error", "-y")
ALIKE = ("-filter_threads", "1", "-filter_complex_threads", "1", "-threads", "1")
"""What every command begins with: filters and the first input's decoder take one thread however many processors there
are. An option counts for what follows it, so that none of these reaches an encoder: see `coder`."""
SCALED = "+full_chroma_int+accurate_rnd+bitexact"
"""The end of the flags of a scaler that has some: without them it rounds as the processor's own instructions do."""
NOTES = ("-map_metadata", "-1", "-map_chapters", "-1", "-dn")
CLEAN = (*NOTES, "-fflags", "+bitexact", "-flags:v", "+bitexact", "-movflags", "+faststart")
"""What every finished film is written with: nothing of who, where and with what, the index first."""
INDEPENDENT = "cpu-independent=1"
"""x264 takes the same way on every processor, also where one knows a quicker one."""
LONGEST_S = 900
FPS = 25
"""Pictures a second of every film."""


class FfmpegError(Exception):
    """ffmpeg failed; the text is the end of what it said."""


class NoFfmpegError(ProofError):
    """There is no ffmpeg on this machine."""


@cache
def program() -> str:
    """The path of the program. IMAGEIO_FFMPEG_EXE names another one."""
    try:
        import imageio_ffmpeg  # type: ignore[import-untyped]

        return str(imageio_ffmpeg.get_ffmpeg_exe())
    except (ImportError, RuntimeError):
        found = shutil.which("ffmpeg")
        if not found:
            raise NoFfmpegError("no ffmpeg", ["install the package imageio-ffmpeg or the system's ffmpeg"]) from None
        return found


@cache
def version() -> str:
    """What a fingerprint must know of the program: its first line about itself, or its absence."""
    try:
        done = subprocess.run([program(), "-version"], capture_output=True, check=False, stdin=subprocess.DEVNULL)
    except (NoFfmpegError, OSError) as error:
        return type(error).__name__
    return done.stdout.split(b"\n")[0].decode("utf-8", "replace")


def graph(filters: str) -> str:
    """A graph of filters whose scalers, also those that ffmpeg itself puts between two, round alike everywhere."""
    return f"sws_flags=bicubic{SCALED};{filters}"


def coder(parameters: str = "") -> list[str]:
    """The options of an output that code it: the same bytes for any number and make of processors.

    x264 divides pictures and bits among as many threads as there are processors, unless it is told, after the inputs.
    parameters: more of x264's own, as `name=value:name=value`.
    """
    told = f"{INDEPENDENT}:{parameters}" if parameters else INDEPENDENT
    return ["-c:v", "libx264", "-threads", "1", "-x264-params", told]


def run(arguments: Sequence[str], *, folder: Path | None = None, data: bytes = b"") -> bytes:
    """What the program writes to standard output, started in a folder, with data on its standard input.

    Raises FfmpegError where it fails or takes longer than LONGEST_S seconds.
    """
    command = [program(), *(part for part in QUIET if not (data and part == "-nostdin")), *ALIKE, *arguments]
    environment = {**os.environ, "AV_LOG_FORCE_NOCOLOR": "1"}
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, cwd=folder, env=environment, timeout=LONGEST_S, check=False
        )
    except subprocess.TimeoutExpired:
        raise FfmpegError(f"not finished after {LONGEST_S} s") from None
    if done.returncode:
        raise FfmpegError(done.stderr.decode("utf-8", "replace").strip()[-800:])
    return done.stdout
