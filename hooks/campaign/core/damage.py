"""What reading a damaged file raises, told once for all that read files somebody else may have touched."""

from __future__ import annotations

import struct
import zipfile
import zlib

ZIP_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError),
    *(RuntimeError, ValueError, OSError),
)
"""What `zipfile` raises for an archive that isn't whole: of its lists, of what is packed, of its end; for methods
nobody knows and for what is locked (NotImplementedError is a RuntimeError), for names and numbers that can't be."""
