"""The campaign folder on disk: the files to read, the ones that are missing, the ones that bear a wrong name."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

from campaign.core.problems import Message, Place, Problem
from campaign.core.system_files import is_system_file, is_system_folder
from campaign.kinds import FILES, OUTREACH, REQUIRED
from campaign.kinds.fields import ID
from campaign.kinds.slide import FILE_SOURCES
from campaign.read.files.file_names import FileName, read_name

IMAGES, FILMS = FILE_SOURCES["image"], FILE_SOURCES["film"]
OTHER_FOLDERS = frozenset({"images", "films", "schema"})
LARGEST = 4 * 1024 * 1024
"""Bytes in one file: some 8,000 events."""


@dataclass
class Listing:
    """files: the path of each file to read, by name (`theme`, `outreach/yongjing`); unread: names that can't be read;
    misplaced: names of files that stand where no file of the campaign does;
    images, films: paths below the folder that may be shown; links: symbolic links, which may not."""

    files: dict[str, Path] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    misplaced: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    images: frozenset[str] = frozenset()
    films: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()

    def note(self, place: str, what: Message, hint: Message | None = None) -> None:
        """Notes a mistake of a file or folder as such."""
        self.problems.append(Problem(Place(place), what, hint=hint))


def list_folder(folder: Path, place: str) -> Listing:
    """Everything there is to read in a campaign folder; `place` is its path as the author sees it."""
    listing = Listing()
    if not folder.is_dir():
        listing.note(place, Message("没有这个文件夹", "there is no such folder"))
        return listing
    try:
        _take_all(listing, folder, place, "")
        _take_media(listing, folder)
    except OSError as error:
        listing.note(place, Message("打不开这个文件夹", f"the folder can't be opened ({error.strerror})"))
        return listing
    listing.unread |= listing.misplaced - listing.files.keys()
    for name in sorted(REQUIRED - listing.files.keys() - listing.unread):
        listing.note(f"{place}/{name}.yml", Message("缺少这个文件，它是必需的", "this file is missing and required"))
        listing.unread.add(name)
    return listing


def _take_all(listing: Listing, folder: Path, place: str, prefix: str) -> None:
    """Takes a folder's entries in order; what the system and office programs leave there is nobody's concern."""
    with os.scandir(folder) as found:
        entries = sorted((entry for entry in found if not _left(entry)), key=lambda entry: entry.name)
    names = frozenset(entry.name for entry in entries)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            _take_folder(listing, entry, f"{place}/{entry.name}", prefix)
        elif entry.name == OUTREACH and not prefix:
            listing.note(f"{place}/{OUTREACH}", LINKED if entry.is_symlink() else NO_FOLDER)
            listing.unread.add(f"{OUTREACH}/")
        else:
            _take_file(listing, entry, place, read_name(entry.name, prefix=prefix, taken=names))


def _left(entry: os.DirEntry[str]) -> bool:
    """True for what is hidden and what a system made."""
    folder = entry.is_dir(follow_symlinks=False)
    return entry.name.startswith(".") or (is_system_folder if folder else is_system_file)(entry.name)


def _take_folder(listing: Listing, entry: os.DirEntry[str], place: str, prefix: str) -> None:
    if entry.name == OUTREACH and not prefix:
        _take_all(listing, Path(entry.path), place, f"{OUTREACH}/")
    elif entry.name not in OTHER_FOLDERS and (stems := _stems(Path(entry.path))):
        listing.misplaced |= {stem if stem in FILES and not prefix else f"{OUTREACH}/{stem}" for stem in stems}
        what = Message("这个文件夹里的 .yml 文件不会被读到", "the .yml files in this folder are not read")
        listing.note(
            place, what, Message(f"各县（市）的活动文件放在 {OUTREACH}/ 里", f"counties' files stand in {OUTREACH}/")
        )


def _stems(folder: Path) -> set[str]:
    """What the .yml files in a folder are called."""
    return {path.stem for path in folder.glob("*.y*ml") if not is_system_file(path.name)}


def _take_file(listing: Listing, entry: os.DirEntry[str], place: str, name: FileName) -> None:
    """Adds a file under the name it has or was meant to have, or notes why it can't be read."""
    if name.what:
        listing.note(f"{place}/{entry.name}", name.what, name.hint)
    if not name.means:
        stem = entry.name.removesuffix(".yml")
        if name.misplaced and ID.fullmatch(stem):
            listing.misplaced.add(f"{OUTREACH}/{stem}")
        return
    refusal = _refusal(entry)
    if refusal:
        listing.note(f"{place}/{entry.name}", refusal)
        listing.unread.add(name.means)
    else:
        listing.files.setdefault(name.means, Path(entry.path))


LINKED = Message("这是快捷方式（符号链接），要放文件本身", "this is a symbolic link: put the file itself here")
NO_FOLDER = Message("这应是一个文件夹", "this should be a folder")


def _refusal(entry: os.DirEntry[str]) -> Message | None:
    found = entry.stat(follow_symlinks=False)
    if stat.S_ISLNK(found.st_mode):
        return LINKED
    if not stat.S_ISREG(found.st_mode):
        return Message("这不是普通文件", "this is not a regular file")
    if found.st_size > LARGEST:
        size, most = found.st_size / 1024 / 1024, LARGEST // 1024 // 1024
        return Message(
            f"文件太大：{size:.1f} MB，最多 {most} MB", f"the file is too large: {size:.1f} MB of at most {most} MB"
        )
    return None


def _take_media(listing: Listing, folder: Path) -> None:
    """The pictures and films below the folder, and every symbolic link."""
    paths: set[str] = set()
    links: set[str] = set()
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not is_system_folder(name))
        for name in (*folders, *(name for name in files if not is_system_file(name))):
            path = Path(root, name)
            if path.is_symlink():
                links.add(path.relative_to(folder).as_posix())
            elif name.lower().endswith((*IMAGES, *FILMS)) and path.is_file():
                paths.add(path.relative_to(folder).as_posix())
    listing.links = frozenset(links)
    listing.images = frozenset(path for path in paths if path.lower().endswith(IMAGES))
    listing.films = frozenset(path for path in paths if path.lower().endswith(FILMS))
