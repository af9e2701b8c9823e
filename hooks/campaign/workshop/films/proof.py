"""The proof of a film: its head as meant, its level and bit rate kept, its symbols read from decoded pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from campaign.workshop.films import ffmpeg
from campaign.workshop.films.ffmpeg import FPS
from campaign.workshop.films.h264 import NAMES, busiest_second, most_bits_s, needed_level, stream_of
from campaign.workshop.films.job import FilmJob
from campaign.workshop.films.mp4 import Track, head
from campaign.workshop.qr import Pixels, prove, symbol


def head_faults(job: FilmJob, content: bytes) -> list[str]:
    """What a finished film says of itself that it shouldn't: size, count, pace, codec, sound, index, level, bits."""
    try:
        found = head(content)
        if len(found.tracks) != 1 or found.tracks[0].kind != "vide":
            return ["must be one picture track and no sound"]
        track, count, shown = found.tracks[0], sum(job.counts), job.shown
        stream = stream_of(track.sps)
    except (ValueError, KeyError) as error:
        return [f"can't be read: {error}"]
    wanted: Mapping[str, tuple[object, object]] = {
        "codec": (track.codec, "avc1"),
        "profile": (stream.profile.lower(), job.profile),
        "level": (stream.level, job.level.name),
        "size": ((track.width_px, track.height_px), (shown.width_px, shown.height_px)),
        "pictures": (track.pictures, count),
        "pictures a second": (round(track.fps, 6), float(FPS)),
        "seconds": (round(track.seconds, 3), round(count / FPS, 3)),
        "even pace": (track.even, True),
        "index first": (found.faststart, True),
    }
    faults = [f"{name}: {seen}, not {meant}" for name, (seen, meant) in wanted.items() if seen != meant]
    return faults or _rate_faults(job, track)


def _rate_faults(job: FilmJob, track: Track) -> list[str]:
    """Where the bits of a second, or the level that the film needs, are more than was meant."""
    bits_s, most = busiest_second(track.sizes, fps=track.fps), most_bits_s(job.level)
    needed = needed_level(stream_of(track.sps), fps=track.fps, bits_s=bits_s)
    faults = [] if bits_s <= most else [f"bits in a second: {bits_s}, not {most} at most"]
    return faults + ([] if NAMES.index(needed) <= NAMES.index(job.level.name) else [f"needs level {needed}"])


def symbol_faults(jobs: Sequence[FilmJob], names: Sequence[str], folder: Path) -> list[str]:
    """The symbols of a finished film, read from decoded pictures in the middle of their scenes.

    jobs, names: the film and its file, or its parts and theirs, which are laid together.
    """
    first, faults, start = jobs[0], [], 0
    for scene, count in zip(first.scenes, first.counts, strict=True):
        if scene.payload:
            at = (start + count // 2) / FPS
            shots = [_shot(job, name, at, folder) for job, name in zip(jobs, names, strict=True)]
            pixels = shots[0] if len(shots) == 1 else _joined(jobs, shots)
            faults += [f"{scene.name}: {fault}" for fault in prove(pixels, [symbol(scene.payload)])]
        start += count
    return faults


def _shot(job: FilmJob, name: str, at: float, folder: Path) -> Pixels:
    seen = ["-ss", f"{at:.3f}", "-i", name, "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "gray", "-"]
    return Pixels(job.shown.width_px, job.shown.height_px, ffmpeg.run(seen, folder=folder))


def _joined(jobs: Sequence[FilmJob], shots: Sequence[Pixels]) -> Pixels:
    """The parts of one picture, each where it belongs."""
    width_px, height_px = jobs[0].width_px, jobs[0].height_px
    grey = bytearray(width_px * height_px)
    for job, shot in zip(jobs, shots, strict=True):
        for row in range(shot.height_px):
            at = (job.shown.top_px + row) * width_px + job.shown.left_px
            grey[at : at + shot.width_px] = shot.grey[row * shot.width_px : (row + 1) * shot.width_px]
    return Pixels(width_px, height_px, bytes(grey))
