"""What systems leave in folders is known by name, in any case of letters, and nothing else is taken for it."""

import pytest

from campaign.core.system_files import is_system_file, is_system_folder, system_part


@pytest.mark.parametrize(
    "path, part",
    [
        ("System Volume Information/IndexerVolumeGuid", "System Volume Information/"),
        ("SYSTEM VOLUME INFORMATION/._films/virus.exe", "SYSTEM VOLUME INFORMATION/"),
        ("$RECYCLE.BIN/S-1-5-21/desktop.ini", "$RECYCLE.BIN/"),
        ("$Recycle.Bin/a.mp4", "$Recycle.Bin/"),
        ("__MACOSX/films/._day.mp4", "__MACOSX/"),
        ("pack/__macosx/x", "pack/__macosx/"),
        (".fseventsd/fseventsd-uuid", ".fseventsd/"),
        (".Spotlight-V100/Store-V2/a/b", ".Spotlight-V100/"),
        (".Trashes/501/a", ".Trashes/"),
        (".Trash-1000/files/a", ".Trash-1000/"),
        ("FOUND.000/FILE0000.CHK", "FOUND.000/"),
        ("LOST.DIR/12", "LOST.DIR/"),
        ("films/Thumbs.db", "films/Thumbs.db"),
        ("THUMBS.DB", "THUMBS.DB"),
        ("frames/day/desktop.ini", "frames/day/desktop.ini"),
        (".DS_Store", ".DS_Store"),
        ("films/._day.mp4", "films/._day.mp4"),
        ("~$playlist.csv", "~$playlist.csv"),
        ("Icon\r", "Icon\r"),
    ],
)
def test_what_a_system_left_is_known(path, part):
    """By the outermost folder that is the system's, or by the file itself."""
    assert system_part(path) == part


@pytest.mark.parametrize(
    "path",
    [
        "films/virus.exe",
        "Thumbs.db.exe",
        "Thumbs.db/virus.exe",
        "._films/virus.exe",
        "__MACOSX",
        "desktop.ini.lnk",
        "System Volume Information.exe",
        "System Volume Information (1)/a",
        "my$RECYCLE.BIN/a",
        ".hidden",
        ".virus.exe",
        "found.exe/a",
        "autorun.inf",
        "README.txt",
        "Icon",
        "",
    ],
)
def test_what_only_looks_like_it_is_not(path):
    """A longer name, a folder named as a file or a file as a folder, and what is merely hidden."""
    assert system_part(path) == ""


def test_a_name_counts_only_as_what_it_is():
    """Folders and files are two lists."""
    assert is_system_folder("__MACOSX") and not is_system_file("__MACOSX")
    assert is_system_file(".DS_Store") and not is_system_folder(".DS_Store")
