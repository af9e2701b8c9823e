"""What the tests of displays share: campaigns with the displays a test wants, and pictures taken apart."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from campaign.channels import Commission
from campaign.channels.screens import plan
from campaign.channels.screens.frames import make_frame
from campaign.core.context import BuildContext
from campaign.core.places import ByName
from campaign.core.problems import Message, Place, Problem
from campaign.kinds import Surroundings
from campaign.kinds.display import ScreensFile
from campaign.kinds.notice import NoticeFile
from campaign.read import read_campaign
from campaign.workshop.films import ffmpeg
from projects import GOOD, TOP

TODAY = date(2024, 4, 21)
CONTEXT = BuildContext(today=TODAY, site_address="https://ip.example.org/")
WALL = {
    "id": "wall",
    "name": "Wall",
    "place": "Square",
    "county": "linxia-city",
    "width_px": "640",
    "height_px": "360",
    "pitch_mm": "4",
    "viewing_distance_m": "5",
    "languages": ["zh"],
}
STRIP = WALL | {"id": "strip", "width_px": "320", "height_px": "16", "pitch_mm": "10"}
THEME = {"shows": "theme", "seconds": "2"}


@dataclass(frozen=True)
class Imprint:
    """A printed address as the ledger gives it."""

    payload: str
    shown: str


def imprint(kind, record_id=""):
    """An address of its own for each record."""
    code = hashlib.sha256(f"{kind}/{record_id}".encode()).hexdigest()[:5]
    return Imprint(f"https://ip.example.org/q/{code}/", f"ip.example.org/q/{code}")


class Imprints(dict):
    """The address of whatever is asked for."""

    def __missing__(self, key):
        return imprint(*key)


class Steps(ByName):
    """Places that show the steps that led there."""

    def problem(self, what, file, *steps, hint=None):
        return Problem(Place("/".join(map(str, (file, *steps)))), what, hint=hint or Message("", ""))


@cache
def shipped():
    """The shipped campaign."""
    return read_campaign(TOP / "campaign_data")


@cache
def small():
    """A second, quite different campaign."""
    return read_campaign(GOOD / "small")


AROUND = Surroundings(images=frozenset({"images/a.png"}), films=frozenset({"films/a.mp4"}))


def with_displays(*displays, campaign=None, notice=None):
    """A campaign with just these displays; each a theme on a small wall unless it says otherwise."""
    named = [{**WALL, "playlist": [THEME], **one} for one in displays]
    screens = ScreensFile.model_validate({"displays": named}, context=AROUND)
    put_up = NoticeFile.model_validate(notice, context=AROUND) if notice else None
    return replace(campaign or shipped(), screens=screens, notice=put_up)


def jobs(*displays, campaign=None, notice=None, context=CONTEXT, **options):
    """The displays as planned; options: more of the commission."""
    wanted = with_displays(*displays, campaign=campaign, notice=notice)
    return plan(Commission(campaign=wanted, context=context, imprints=Imprints(), places=Steps(), **options))


def with_file(content, name="images/a.png", **slide):
    """The display that shows an office's own file of this content, as planned."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.parent.mkdir()
        path.write_bytes(content)
        (found,) = jobs({"playlist": [{"file": name, "seconds": "2", **slide}]}, folder=Path(folder))
    return found


def job(*playlist, **display):
    """One display with this playlist as planned."""
    (found,) = jobs({"playlist": list(playlist) or [THEME], **display})
    return found


def frame(*playlist, **display):
    """The first frame of a display."""
    return job(*playlist, **display).frames[0]


def coded(*playlist, **display):
    """The first code of a display."""
    return next(frame for frame in job(*playlist, **display).frames if frame.payload)


def codes_alone(film):
    """The film with the theme's code for two seconds in the place of its message."""
    scenes = [replace(one, seconds=2) if one.payload else one for one in film.scenes if one.name != "theme-zh"]
    return replace(film, scenes=tuple(scenes) if any(one.payload for one in scenes) else film.scenes)


def said(one):
    """The parts of a strip's line as people read them."""
    return ["".join(part).replace("\n", "") for part in one.data["pieces"]]


def made(one):
    """Every frame of a display made, by name and look."""
    return {(frame.name, frame.look): make_frame(frame) for frame in one.frames}


def rgb(png):
    """A picture's pixels as (red, green, blue), rows from the top."""
    raw = ffmpeg.run(["-f", "image2pipe", "-i", "-", "-f", "rawvideo", "-pix_fmt", "rgb24", "-"], data=png)
    return [tuple(raw[at : at + 3]) for at in range(0, len(raw), 3)]
