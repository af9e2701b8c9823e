"""Two folders change places in one step, where the system can do that: at no moment is either name without a folder."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2
"""renameat2(2), Linux 3.15 and glibc 2.28."""
RENAME_SWAP = 2
"""renamex_np(2), macOS 10.12."""
CANT = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM}
"""What a system or a file system answers that doesn't know how (NFS, FAT, some containers)."""


def exchange(one: Path, other: Path) -> bool:
    """Let two folders of one file system change places at once; False where that can't be done, and nothing is changed.

    OSError where it could be but failed: one of the two isn't there, say.
    """
    rename = _rename()
    if rename is None:
        return False
    if rename(os.fsencode(one), os.fsencode(other)) == 0:
        return True
    number = ctypes.get_errno()
    if number in CANT:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))


@cache
def _rename() -> Callable[[bytes, bytes], int] | None:
    """The system's own call; None on Windows and wherever the C library lacks it."""
    if os.name != "posix":
        return None
    library = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "darwin":
        swap = getattr(library, "renamex_np", None)
        return swap and (lambda one, other: int(swap(one, other, ctypes.c_uint(RENAME_SWAP))))
    move = getattr(library, "renameat2", None)
    return move and (lambda one, other: int(move(AT_FDCWD, one, AT_FDCWD, other, ctypes.c_uint(RENAME_EXCHANGE))))
