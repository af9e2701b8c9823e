"""Entries of ZIP archives without anything of the machine or the hour they were packed on."""

from __future__ import annotations

import zipfile

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of every file in a ZIP: the earliest the format knows (PKWARE APPNOTE 4.4.6)."""


def entry(name: str) -> zipfile.ZipInfo:
    """A file's entry, stored as it is: the same bytes wherever and whenever it is packed."""
    made = zipfile.ZipInfo(name, EPOCH)
    made.create_system = 3
    made.external_attr = 0o644 << 16
    made.compress_type = zipfile.ZIP_STORED
    return made
