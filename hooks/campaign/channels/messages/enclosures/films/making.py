"""Making a message's film: its scenes as pictures, the mark before them, all proved as films of displays are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from campaign.channels.messages.enclosures import EnclosureJob
from campaign.channels.messages.enclosures.pictures.making import TEMPLATE, complaints, made
from campaign.workshop.faults import ProofError
from campaign.workshop.films import ffmpeg
from campaign.workshop.films.job import FilmJob, Opening, Scene
from campaign.workshop.films.making import make_film
from campaign.workshop.making import Craft
from campaign.workshop.typeset import engine_version

MOST_BYTES = 6_000_000
"""A film is sent from phone to phone before it is put online."""


def make(job: EnclosureJob) -> dict[str, bytes]:
    """The film as `film.mp4`: H.264 as any phone plays it, the index first, no sound.

    Raises MissingGlyphError where the font lacks a character, ProofError where the film isn't what it should be.
    """
    ((name, data),) = job.data.items()
    scenes = [made(one["picture"]) for one in data["scenes"]]
    faults = [fault for _, found in scenes for fault in found]
    if not faults:
        try:
            content = make_film(film(data, name, [png for png, _ in scenes]))["mp4"]
        except ProofError as error:
            raise ProofError(job.folder + name, error.faults) from None
        if len(content) <= MOST_BYTES:
            return {name: content}
        faults = [f"{len(content)} bytes, not {MOST_BYTES} at most"]
    raise ProofError(job.folder + name, faults)


def film(data: Mapping[str, Any], name: str, pictures: Sequence[bytes]) -> FilmJob:
    """The film to be made, its scenes drawn."""
    first, opening = data["scenes"][0]["picture"], data["opening"]
    ground, stroke, eye = opening["colours"]
    drawn_s, stands_s = opening["seconds"]
    return FilmJob(
        path=name,
        width_px=first["width"],
        height_px=first["height"],
        scenes=tuple(
            Scene(name=f"scene-{at}", seconds=one["seconds"], png=png)
            for at, (one, png) in enumerate(zip(data["scenes"], pictures, strict=True), 1)
        ),
        opening=Opening(colours=(ground, stroke, eye), seconds=(drawn_s, stands_s)),
    )


CRAFT = Craft(
    make=make,
    parts=lambda job: ([part.name for part in job.parts], dict(job.data)),
    templates=lambda _: (TEMPLATE,),
    engines=(engine_version, ffmpeg.version),
    complaints=complaints,
)
"""How a message's film is made and kept."""
