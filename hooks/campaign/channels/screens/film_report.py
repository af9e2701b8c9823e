"""What is told of a display's films: what a player must be able to do, read from the finished files."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from math import ceil

from campaign.channels.screens.job import ScreenJob
from campaign.channels.screens.kiosk import Made
from campaign.channels.screens.report import FilmReport, GivenReport
from campaign.workshop.films.common_players import beyond
from campaign.workshop.films.h264 import NAMES, busiest_second, stream_of
from campaign.workshop.films.job import FilmJob
from campaign.workshop.films.mp4 import head

WHOLE = "1080p"
"""What a maker calls the film that shows all of a display, smaller; any other name but `mp4` is a part's."""


def film_name(job: FilmJob, key: str) -> str:
    """A film's path below `films/`: `day.mp4`, `1080p/day.mp4`, `parts/day-1of2.mp4`."""
    stem = job.path.rpartition("/")[2].removesuffix(".mp4")
    if key == "mp4":
        return f"{stem}.mp4"
    return f"{WHOLE}/{stem}.mp4" if key == WHOLE else f"parts/{stem}-{key}.mp4"


def film_reports(films: Mapping[str, bytes]) -> tuple[FilmReport, ...]:
    """What each sort of film asks of a player: those of the display's size, those for common players.

    films: by their paths below `films/`.
    """
    sorts: dict[str, dict[str, bytes]] = {}
    for name, content in films.items():
        sorts.setdefault(name.rpartition("/")[0], {})[name] = content
    return tuple(_sort(sort, films) for sort, films in sorts.items())


def _sort(sort: str, films: Mapping[str, bytes]) -> FilmReport:
    tracks = [head(content).tracks[0] for content in films.values()]
    streams = [stream_of(track.sps) for track in tracks]
    width_px, height_px = (max(sides) for sides in zip(*((one.width_px, one.height_px) for one in tracks), strict=True))
    level = max((stream.level for stream in streams), key=NAMES.index)
    return FilmReport(
        paths=tuple(f"films/{name}" for name in films),
        sort=sort,
        width_px=width_px,
        height_px=height_px,
        profile=streams[0].profile,
        level=level,
        peak_mbit=ceil(max(busiest_second(track.sizes, fps=track.fps) for track in tracks) / 100_000) / 10,
        beyond=beyond(width_px, height_px, level),
    )


def given_reports(job: ScreenJob, made: Made) -> tuple[GivenReport, ...]:
    """The office's own films as they were given, each once."""
    return tuple(dict.fromkeys(_given(job, made)))


def _given(job: ScreenJob, made: Made) -> Iterator[GivenReport]:
    for frame in job.frames:
        if frame.film:
            said = json.loads(made[frame.name, frame.look]["given"])
            over = said["codec"] != "h264" or beyond(said["width_px"], said["height_px"], said["level"])
            yield GivenReport(name=frame.media, beyond=over, **said)
