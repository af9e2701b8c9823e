"""What there is: the packages that the program needs, and what they and the house itself put into a release."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import Message as Headers
from importlib import metadata
from pathlib import Path
from typing import cast

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import campaign
from campaign.core.digest import sha256
from campaign.core.problems import Message, OutputError
from campaign.release.materials.licences import Component, licence_of, table
from campaign.workshop.films import ffmpeg
from campaign.workshop.fonts import FONTS

PROJECT = "campaign-press"
HOUSE = Path(campaign.__file__).parents[1]
"""The folder of the library and the theme."""
OWN = {".css", ".html", ".j2", ".js", ".py", ".svg", ".toml", ".txt", ".typ", ".xml"}
"""What is written and drawn here: under the project's own licence."""
TAKEN_IN = re.compile(r"\.min\.(?:js|css)$")
MATERIAL = "mkdocs-material"


def shipped() -> list[Component]:
    """Everything, sorted by kind and name. OutputError where the environment isn't whole."""
    return sorted({*_packages(), *_fonts(), *_files(HOUSE), _program()})


def _packages() -> Iterator[Component]:
    """The project and all that it needs, on this platform, and what they need."""
    waiting, seen = [PROJECT], set()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        one = _distribution(name)
        handed_on = name in {PROJECT, MATERIAL}
        yield Component(
            kind="library",
            name=name,
            version=one.version,
            licence=licence_of(cast(Headers, one.metadata)),
            handed_on=handed_on,
        )
        waiting += _needed(one.requires or ())


def _needed(requires: list[str] | tuple[str, ...]) -> Iterator[str]:
    for one in map(Requirement, requires):
        if one.marker is None or one.marker.evaluate({"extra": ""}):
            yield canonicalize_name(one.name)


def _distribution(name: str) -> metadata.Distribution:
    try:
        return metadata.distribution(name)
    except metadata.PackageNotFoundError:
        raise OutputError(
            Message(f"软件包 {name} 没有装好，请运行 press.cmd", f"package {name} isn't installed: run press.cmd")
        ) from None


def _fonts() -> Iterator[Component]:
    """The fonts that posters and frames are set in; each file's licence lies beside it."""
    for font in FONTS:
        name = canonicalize_name(font.package)
        licence = "OFL-1.1" if (font.path.parent / "OFL.txt").is_file() else ""
        yield Component(
            kind="file",
            name=font.path.name,
            version=_distribution(name).version,
            licence=licence,
            sha256=sha256(font.path),
            part_of=name,
            handed_on=True,
        )


def _files(house: Path) -> Iterator[Component]:
    """Files of the library and the theme that aren't written here, as far as their endings tell."""
    for path in house.rglob("*"):
        inner = path.relative_to(house).as_posix()
        if not path.is_file() or "__pycache__" in inner or (path.suffix in OWN and not TAKEN_IN.search(inner)):
            continue
        licence = table()["files"].get(inner, "")
        yield Component(kind="file", name=inner, licence=licence, sha256=sha256(path), handed_on=True)


def _program() -> Component:
    """The program that codes films."""
    found = re.match(r"ffmpeg version (\S+)", ffmpeg.version())
    licence = table()["programs"]["ffmpeg"]
    return Component(
        kind="application",
        name="ffmpeg",
        version=found[1] if found else "",
        licence=licence,
        part_of="imageio-ffmpeg",
    )
