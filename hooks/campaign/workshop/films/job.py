"""A film to be made, as a value: its scenes, how long each stands, and the pictures that takes."""

from __future__ import annotations

from dataclasses import dataclass, field

from campaign.workshop.films.common_players import View
from campaign.workshop.films.ffmpeg import FPS
from campaign.workshop.films.h264 import Level, level_for
from campaign.workshop.pictures.png import size_px


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One item of a film: its picture, how long it stands, what its symbol says; or an office's own film.

    rim_px: how far out the lines of the wipe to the next item go round, 0 for half the display's longer side.
    """

    name: str
    seconds: int
    payload: str = ""
    png: bytes = field(repr=False)
    mp4: bytes = field(default=b"", repr=False)
    rim_px: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What a film opens with: the mark on its ground. colours: of ground, strokes and eye, #RRGGBB; seconds: in which
    the mark is drawn, and which it then stands, until the first item has wiped it away."""

    colours: tuple[str, str, str]
    seconds: tuple[int, int] = (1, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmJob:
    """One film. width_px, height_px: its display's; pace_px: 0 for a loop of scenes, on a strip how far a long line
    moves from picture to picture; profile: `high` or `main`; view: what of the display it shows, all of it unless said;
    shrinks: whether its text can still be made out on a common player's picture; opening: what comes before its scenes.
    """

    path: str
    width_px: int
    height_px: int
    scenes: tuple[Scene, ...]
    pace_px: int = 0
    profile: str = "high"
    view: View | None = None
    shrinks: bool = True
    opening: Opening | None = None

    @property
    def shown(self) -> View:
        """What of the display the film shows."""
        return self.view or View("", self.width_px, self.height_px)

    @property
    def level(self) -> Level:
        """The H.264 level it is made to."""
        return level_for(self.shown.width_px, self.shown.height_px, fps=FPS)

    @property
    def counts(self) -> list[int]:
        """The pictures each scene has, those of the opening first."""
        opening = [seconds * FPS for seconds in self.opening.seconds] if self.opening else []
        return opening + [_pictures(self, scene) for scene in self.scenes]


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
