"""All displays of a campaign: frames and films made in parallel or taken from the cache, packed, and reported."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, replace

from campaign.channels import Output
from campaign.channels.screens.account import coverage, entry_reports, frame_reports, longest_day_s
from campaign.channels.screens.film_report import film_name, film_reports, given_reports
from campaign.channels.screens.frames import make_frame
from campaign.channels.screens.job import Entry, FrameJob, ScreenJob
from campaign.channels.screens.kiosk import Made
from campaign.channels.screens.legibility import least_px, pace_px, stays_legible, target_px
from campaign.channels.screens.measuring import measure_frame
from campaign.channels.screens.media import UnplayableError
from campaign.channels.screens.pack import feed, pack_files, pictures, zipped
from campaign.channels.screens.palette import roles
from campaign.channels.screens.planning import film_entries
from campaign.channels.screens.player_notes import player_notes
from campaign.channels.screens.problems import (
    REDO,
    SHORT_ADDRESS,
    long_address,
    misfit,
    shorter,
    unplayable,
    unshowable,
)
from campaign.channels.screens.report import ScreenReport
from campaign.core.artifact import Download, Source
from campaign.core.places import Places
from campaign.core.problems import CampaignDataError, Message, Problem
from campaign.workshop.faults import UnmakeableError
from campaign.workshop.films import ffmpeg
from campaign.workshop.films.common_players import shrunk
from campaign.workshop.films.ffmpeg import FPS
from campaign.workshop.films.job import FilmJob, Opening, Scene
from campaign.workshop.films.making import make_film
from campaign.workshop.making import Bench, Complaint, Craft
from campaign.workshop.typeset import MisfitError, MissingGlyphError, engine_version

Filmed = Mapping[str, tuple[FilmJob, bytes]]
"""A display's films by their file names, each with the job it was made from."""


def render(jobs: Sequence[ScreenJob], bench: Bench) -> Output:
    """Every display of `plan`, finished and proved, in its order: what pages say of each, and its files.

    Raises CampaignDataError with every text that doesn't fit and every own file that can't be played, UnprovedError
    where something doesn't read back, CacheError where the disk is full.
    """
    frames = framed(jobs, bench)
    jobs = [_shown(job, frames[job.display.id]) for job in jobs]
    films = [(job, film) for job in jobs for film in film_jobs(job, frames[job.display.id])]
    made = FILMS.made([film for _, film in films], bench)
    filmed: dict[str, dict[str, tuple[FilmJob, bytes]]] = {job.display.id: {} for job in jobs}
    for (job, film), files in zip(films, made, strict=True):
        filmed[job.display.id] |= {film_name(film, key): (film, content) for key, content in files.items()}
    finished = [_finished(job, frames[job.display.id], filmed[job.display.id]) for job in jobs]
    return Output(
        listed=tuple(report for report, _ in finished),
        files=tuple(file for _, files in finished for file in files),
    )


def rehearse(jobs: Sequence[ScreenJob], bench: Bench) -> None:
    """Measure every frame; an office's own picture or film, which only making shows to be sound, is made and kept.

    CampaignDataError with every text that doesn't fit and every own file that can't be played.
    """
    frames = [frame for job in jobs for frame in job.frames]
    problems: list[Problem] = []
    for craft, own in ((MEASURED, False), (FRAMES, True)):
        try:
            craft.made([frame for frame in frames if bool(frame.media) is own], bench)
        except CampaignDataError as error:
            problems += error.problems
    if problems:
        raise CampaignDataError(problems)


def rehearse_notice(jobs: Sequence[ScreenJob], bench: Bench) -> list[FrameJob]:
    """The urgent notice's frames, made and kept: raises what `render` would, before anything is packed."""
    frames = [frame for job in jobs for frame in job.frames if frame.name in _urgent(job)]
    FRAMES.made(frames, bench)
    return frames


def _urgent(job: ScreenJob) -> set[str]:
    return {entry.name for entry in job.entries if entry.notice}


def framed(jobs: Sequence[ScreenJob], bench: Bench) -> dict[str, Made]:
    """The frames of every display, by its id, but spare ones that can't be made.

    Raises CampaignDataError with every text that doesn't fit.
    """
    frames = [frame for job in jobs for frame in job.frames]
    found: dict[str, dict[tuple[str, str], Mapping[str, bytes]]] = {job.display.id: {} for job in jobs}
    for frame, files in zip(frames, FRAMES.made(frames, bench), strict=True):
        if files:
            found[frame.display][frame.name, frame.look] = files
    return dict(found)


def _shown(job: ScreenJob, made: Made) -> ScreenJob:
    """The display without what it was to rest on and can't show."""
    frames = tuple(frame for frame in job.frames if (frame.name, frame.look) in made)
    names = {frame.name for frame in frames}
    return replace(job, frames=frames, entries=tuple(entry for entry in job.entries if entry.name in names))


def film_jobs(job: ScreenJob, made: Made) -> Iterator[FilmJob]:
    """A display's films: the day's loop in each look, and the urgent notice by itself; none of nothing."""
    urgent, due = [entry for entry in job.entries if entry.notice], film_entries(job)
    for look in job.display.looks:
        if due:
            yield _film(job, made, due, look, look)
        if urgent:
            yield _film(job, made, urgent, look, f"00-notice-{look}")


def _film(job: ScreenJob, made: Made, entries: Sequence[Entry], look: str, name: str) -> FilmJob:
    payloads = {frame.name: frame.payload for frame in job.frames}
    texts, scale = "".join(frame.title for frame in job.frames), shrunk(job.display.width_px, job.display.height_px)
    return FilmJob(
        path=f"{job.display.id}/{name}.mp4",
        width_px=job.display.width_px,
        height_px=job.display.height_px,
        scenes=tuple(_scene(entry, made[entry.name, look], payloads[entry.name]) for entry in entries),
        pace_px=pace_px(job.display) if job.display.strip else 0,
        profile=job.display.film_profile,
        shrinks=stays_legible(job.display, texts, scale),
        opening=None if job.display.strip or any(entry.notice for entry in entries) else _opening(look),
    )


def _opening(look: str) -> Opening:
    colours = roles("red", look)
    return Opening(colours=(colours["ground"], colours["text"], colours["accent"]))


def _scene(entry: Entry, files: Mapping[str, bytes], payload: str) -> Scene:
    picture, film = files.get("long", files["png"]), files.get("mp4", b"")
    return Scene(name=entry.name, seconds=entry.seconds, payload=payload, png=picture, mp4=film)


def _finished(job: ScreenJob, made: Made, films: Filmed) -> tuple[ScreenReport, list[Download]]:
    """One display's report, and its files by path from the site's root."""
    packed = pack_files(job, made, {name: content for name, (_, content) in films.items()})
    archive, at = zipped(packed), f"screens/{job.display.id}"
    files = {
        f"{at}.zip": archive,
        f"{at}.json": feed(job, made, base=f"{job.display.id}/"),
        **{f"{at}/{path}": page for path, page in pictures(job, made).items()},
        **{f"{at}/{path}": content for path, content in packed.items() if path.startswith("scroll/")},
    }
    source = Source(kind="display", id=job.display.id)
    downloads = [Download(path=path, content=content, source=source) for path, content in files.items()]
    return _report(job, made, films, archive), downloads


def _report(job: ScreenJob, made: Made, films: Filmed, archive: bytes) -> ScreenReport:
    entries = entry_reports(job, made)
    asked = film_reports({name: content for name, (_, content) in films.items()})
    return ScreenReport(
        display=job.display,
        title=job.title,
        frames=frame_reports(job, made),
        entries=entries,
        loop_s=sum(entry.seconds for entry in entries if not entry.window.rest),
        day_s=longest_day_s(job, entries),
        priorities=coverage(job),
        floor_px=least_px(job.display, job.title),
        target_px=target_px(job.display),
        pack=f"screens/{job.display.id}.zip",
        feed=f"screens/{job.display.id}.json",
        size_bytes=len(archive),
        sha256=hashlib.sha256(archive).hexdigest(),
        film_s={name: sum(film.counts) / FPS for name, (film, _) in films.items() if "/" not in name},
        films=asked,
        notes=player_notes(asked, given_reports(job, made)),
        sample=job.sample,
    )


def _complaints(frame: FrameJob, error: UnmakeableError, places: Places) -> Iterator[Complaint]:
    """Texts that don't fit, characters the font lacks, files no player plays: once for a frame in all its looks."""
    if isinstance(error, MisfitError):
        for part, ratio in error.excess.items():
            if part == "long-address":
                what = long_address(frame, ratio)
                problem = places.problem(what, "campaign", frame.address_key, hint=SHORT_ADDRESS)
                yield Complaint(about=(part,), problem=problem, weight=ratio)
                continue
            yield _complaint(frame, part, misfit(frame, part, ratio), places, shorter(frame.steps), weight=ratio)
    elif isinstance(error, MissingGlyphError):
        yield _complaint(frame, error.text, unshowable(frame, error.text), places)
    elif isinstance(error, UnplayableError):
        yield _complaint(frame, "", unplayable(frame, error), places, REDO)


def _complaint(
    frame: FrameJob, part: str, what: Message, places: Places, hint: Message | None = None, *, weight: float = 1.0
) -> Complaint:
    problem = places.problem(what, str(frame.steps[0]), *frame.steps[1:], hint=hint)
    return Complaint(about=(frame.display, frame.name, frame.steps, part), problem=problem, weight=weight)


FRAMES = Craft(
    make=make_frame,
    parts=lambda job: (dict(job.data), job.payload, job.media, job.film, job.spare, job.content),
    engines=(engine_version, ffmpeg.version),
    complaints=_complaints,
)
"""How a frame is made and kept."""
MEASURED = replace(FRAMES, make=measure_frame)
"""How it is kept that a frame's texts fit."""
FILMS = Craft(
    make=make_film,
    parts=lambda job: (
        [job.width_px, job.height_px, job.pace_px, job.profile, job.shrinks, *astuple(job.shown)],
        list(astuple(job.opening)) if job.opening else [],
        *(part for one in job.scenes for part in ([one.seconds, one.payload], one.png, one.mp4)),
    ),
    engines=(ffmpeg.version,),
)
"""How a film is made and kept."""
