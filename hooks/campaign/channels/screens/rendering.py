"""All displays of a campaign: frames and films made in parallel or taken from the cache, packed, and reported."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from campaign.channels.screens import ffmpeg
from campaign.channels.screens.account import coverage, entry_reports, frame_reports, longest_day_s
from campaign.channels.screens.film import FPS, FilmJob, Scene, make_film
from campaign.channels.screens.frames import ProofError, make_frame
from campaign.channels.screens.job import Entry, FrameJob, Locate, ScreenJob
from campaign.channels.screens.kiosk import Made
from campaign.channels.screens.mistakes import REDO, at_file, misfit, shorter, tofu, unplayable
from campaign.channels.screens.own import OwnFileError
from campaign.channels.screens.pack import feed, pack_files, picture_paths, zipped
from campaign.channels.screens.planning import film_entries
from campaign.channels.screens.report import ScreenReport
from campaign.channels.screens.sight import least_px, pace_px, target_px
from campaign.core.artifact import Download, Source
from campaign.core.problems import CampaignDataError, Message, Problem, UnprovedError
from campaign.workshop.cache import Cache, Progress, make_all
from campaign.workshop.fingerprint import code_print, fingerprint
from campaign.workshop.typeset import MisfitError, MissingGlyphError, engine_version


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """One finished display: what a page shows of it, and its files by path from the site's root."""

    report: ScreenReport
    files: Mapping[str, bytes] = field(repr=False)


def render(
    jobs: Sequence[ScreenJob],
    *,
    cache: Cache,
    locate: Locate | None = None,
    workers: int = 0,
    progress: Callable[[Progress], None] = lambda _: None,
    priorities: Sequence[str] = (),
) -> list[Screen]:
    """Every display of `plan`, finished and proved, in its order.

    priorities: the ids whose coverage is told. Raises CampaignDataError with every text that doesn't fit and every own
    file that can't be played, UnprovedError where something doesn't read back, CacheError where the disk is full.
    """
    frames = [frame for job in jobs for frame in job.frames]
    made = make_all(frames, make_frame, key=frame_key, cache=cache, workers=workers, progress=progress)
    _settle(list(_problems(frames, made, locate or at_file)), made)
    by_display = {job.display.id: _made_of(job, frames, made) for job in jobs}
    films = [film for job in jobs for film in film_jobs(job, by_display[job.display.id])]
    filmed = make_all(films, make_film, key=film_key, cache=cache, workers=workers, progress=progress)
    _settle([], filmed)
    found = {film.path: (film, files["mp4"]) for film, files in zip(films, filmed, strict=True)}  # type: ignore[index]
    return [_screen(job, by_display[job.display.id], found, tuple(priorities)) for job in jobs]


def rehearse(
    jobs: Sequence[ScreenJob], *, cache: Cache, locate: Locate | None = None, workers: int = 0
) -> list[FrameJob]:
    """The urgent notice's frames, made and kept: raises what `render` would, before anything is packed."""
    frames = [frame for job in jobs for frame in job.frames if frame.name in _urgent(job)]
    made = make_all(frames, make_frame, key=frame_key, cache=cache, workers=workers)
    _settle(list(_problems(frames, made, locate or at_file)), made)
    return frames


def _urgent(job: ScreenJob) -> set[str]:
    return {entry.name for entry in job.entries if entry.notice}


def _made_of(job: ScreenJob, frames: Sequence[FrameJob], made: Sequence[object]) -> Made:
    pairs = zip(frames, made, strict=True)
    return {(f.name, f.look): files for f, files in pairs if f.display == job.display.id and isinstance(files, dict)}


def _settle(problems: list[Problem], results: Sequence[object]) -> None:
    """Raise what went wrong: authors' mistakes together, then faults together, then a bug of ours."""
    if problems:
        raise CampaignDataError(problems)
    faults = [str(result) for result in results if isinstance(result, (ProofError, ffmpeg.NoFfmpegError))]
    if faults:
        raise UnprovedError(faults)
    for result in results:
        if isinstance(result, Exception):
            raise result


def frame_key(job: FrameJob) -> str:
    """The fingerprint of everything a frame is made from."""
    return fingerprint(
        code_print(make_frame),
        engine_version(),
        ffmpeg.version(),
        dict(job.data),
        job.payload,
        job.media,
        job.film,
        job.content,
    )


def film_key(job: FilmJob) -> str:
    """The fingerprint of everything a film is made from."""
    scenes = [part for one in job.scenes for part in ([one.seconds, one.payload], one.png, one.mp4)]
    return fingerprint(code_print(make_film), ffmpeg.version(), [job.width_px, job.height_px, job.pace_px], *scenes)


def film_jobs(job: ScreenJob, made: Made) -> Iterator[FilmJob]:
    """A display's films: the day's loop in each look, and the urgent notice by itself."""
    urgent = [entry for entry in job.entries if entry.notice]
    for look in job.display.looks:
        yield _film(job, made, film_entries(job), look, look)
        if urgent:
            yield _film(job, made, urgent, look, f"00-notice-{look}")


def _film(job: ScreenJob, made: Made, entries: Sequence[Entry], look: str, name: str) -> FilmJob:
    payloads = {frame.name: frame.payload for frame in job.frames}
    return FilmJob(
        path=f"{job.display.id}/{name}.mp4",
        width_px=job.display.width_px,
        height_px=job.display.height_px,
        scenes=tuple(_scene(entry, made[entry.name, look], payloads[entry.name]) for entry in entries),
        pace_px=pace_px(job.display) if job.display.strip else 0,
    )


def _scene(entry: Entry, files: Mapping[str, bytes], payload: str) -> Scene:
    picture, film = files.get("long", files["png"]), files.get("mp4", b"")
    return Scene(name=entry.name, seconds=entry.seconds, payload=payload, png=picture, mp4=film)


def _screen(
    job: ScreenJob, made: Made, filmed: Mapping[str, tuple[FilmJob, bytes]], priorities: tuple[str, ...]
) -> Screen:
    """One display's files and its report."""
    own = {path.split("/")[1]: pair for path, pair in filmed.items() if path.startswith(f"{job.display.id}/")}
    packed = pack_files(job, made, {name: content for name, (_, content) in own.items()})
    archive, at = zipped(packed), f"screens/{job.display.id}"
    pictures = {f"{at}/{path}": made[key]["png"] for key, path in picture_paths(job, made).items()}
    files = {
        f"{at}.zip": archive,
        f"{at}.json": feed(job, made, base=f"{job.display.id}/"),
        **pictures,
        **{f"{at}/{path}": content for path, content in packed.items() if path.startswith("scroll/")},
    }
    entries = entry_reports(job, made)
    report = ScreenReport(
        display=job.display,
        title=job.title,
        frames=frame_reports(job, made),
        entries=entries,
        loop_s=sum(entry.seconds for entry in entries),
        day_s=longest_day_s(job, entries),
        priorities=coverage(job, priorities),
        floor_px=least_px(job.display, job.title),
        target_px=target_px(job.display),
        pack=f"{at}.zip",
        feed=f"{at}.json",
        size_bytes=len(archive),
        sha256=hashlib.sha256(archive).hexdigest(),
        film_s={name: sum(film.counts) / FPS for name, (film, _) in own.items()},
        sample=job.sample,
    )
    return Screen(report=report, files=files)


def downloads(screens: Sequence[Screen]) -> Iterator[Download]:
    """Every file of the displays as files of the site."""
    for screen in screens:
        source = Source(kind="display", id=screen.report.display.id)
        for path, content in screen.files.items():
            yield Download(path=path, content=content, source=source)


def _problems(frames: Sequence[FrameJob], results: Sequence[object], locate: Locate) -> Iterator[Problem]:
    """What authors must mend: texts that don't fit, characters the font lacks, files that can't be played."""
    for frame, result in zip(frames, results, strict=True):
        if isinstance(result, MisfitError):
            for part, ratio in result.excess.items():
                yield _at(frame, misfit(frame, part, ratio), locate, shorter(frame.steps))
        elif isinstance(result, MissingGlyphError):
            yield _at(frame, tofu(frame, result.text), locate, None)
        elif isinstance(result, OwnFileError):
            yield _at(frame, unplayable(frame, result), locate, REDO)


def _at(frame: FrameJob, what: Message, locate: Locate, hint: Message | None) -> Problem:
    return locate(what, str(frame.steps[0]), *frame.steps[1:], hint=hint)


__all__ = ["Screen", "downloads", "film_key", "frame_key", "rehearse", "render"]
