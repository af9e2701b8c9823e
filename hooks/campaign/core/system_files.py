"""What systems, office programs and editors leave in any folder they touch: nobody's files, nobody's mistake."""

from __future__ import annotations

import re
from fnmatch import translate
from pathlib import PurePosixPath

FOLDERS = (
    "system volume information",
    "$recycle.bin",
    "recycler",
    "recycled",
    "found.[0-9][0-9][0-9]",
    "msocache",
    "__macosx",
    ".fseventsd",
    ".spotlight-v100",
    ".trashes",
    ".trash",
    ".trash-[0-9]*",
    ".temporaryitems",
    ".documentrevisions-v100",
    ".appledouble",
    ".appledb",
    ".appledesktop",
    "lost.dir",
    "lost+found",
    "@eadir",
    "#recycle",
)
"""Folders of the system, whatever is in them: Windows, macOS, Android and Linux, network disks; as fnmatch has it."""
FILES = (
    "thumbs.db",
    "thumbs.db:encryptable",
    "ehthumbs.db",
    "ehthumbs_vista.db",
    "desktop.ini",
    ".ds_store",
    "._*",
    ".localized",
    ".lsoverride",
    ".apdisk",
    ".volumeicon.icns",
    ".metadata_never_index",
    ".com.apple.timemachine.*",
    "icon\r",
    ".trashes",
    ".directory",
    "~$*",
    ".~lock.*#",
)
"""Files of the system, and the marks that office programs set beside a file that is open."""
LEAVINGS = (
    *(".*", "~*", "*~", "#*#", "*.bak", "*.bak[0-9]", "*.backup", "*.old", "*.orig", "*.rej", "*.tmp", "*.temp"),
    *("*.sw[a-p]", "*.un~", "*.kate-swp", "*.autosave", "*.asd", "*.wbk", "*.part", "*.partial", "*.crdownload"),
    *("*.download", "*.lnk", "*.url", "*.webloc", "*.log", "4913"),
)
"""Copies and marks that editors, browsers and desktops set beside a file, and whatever is hidden."""
FOLDER, FILE, LEAVING = (re.compile("|".join(map(translate, names))) for names in (FOLDERS, FILES, LEAVINGS))


def system_part(path: str) -> str:
    """The part of a relative path (POSIX) that a system or an office program made, from its beginning: a folder with
    its slash (`a/__MACOSX/`), or the whole path of a file (`a/Thumbs.db`); empty where all of it is somebody's own.

    Letters count alike in both cases. A name counts only as what it is: a folder `Thumbs.db` is no thumbnail file.
    """
    parts = PurePosixPath(path).parts
    folders = parts if path.endswith("/") else parts[:-1]
    for depth, folder in enumerate(folders, 1):
        if is_system_folder(folder):
            return "/".join(folders[:depth]) + "/"
    return path if parts[len(folders) :] and is_system_file(parts[-1]) else ""


def is_system_folder(name: str) -> bool:
    """True for a folder's name that only a system gives."""
    return FOLDER.match(name.lower()) is not None


def is_system_file(name: str) -> bool:
    """True for a file's name that only a system or an office program gives."""
    return FILE.match(name.lower()) is not None


def is_leaving(path: str) -> bool:
    """True for a relative path (POSIX) that nobody means to publish: a system's, an editor's copy, or hidden."""
    *folders, name = PurePosixPath(path).parts
    hidden = any(folder.startswith(".") for folder in folders)
    return hidden or bool(system_part(path)) or LEAVING.match(name.lower()) is not None
