"""`campaign zip`: the built site in one file for a USB stick."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from campaign import release
from campaign.cli import project
from campaign.cli.command import Arguments, Command, Options
from campaign.core.console import say


def run(options: Options) -> int:
    """Verify the site and pack it."""
    made = release.zip_published(options.site, Path("dist"), _in_tenths())
    size = f"{made.stat().st_size / 1_000_000:.0f} MB"
    say(f"已打包 packed: {made.as_posix()} ({size})", sys.stdout)
    say("解压到一个文件夹，打开里面的 unpack it into a folder and open: index.html", sys.stdout)
    return 0


def _in_tenths() -> Callable[[int, int], None]:
    """Tells of each tenth of the work once."""
    told: set[int] = set()

    def tell(done: int, whole: int) -> None:
        tenth = 10 * done // whole if whole else 10
        if tenth and tenth not in told:
            told.add(tenth)
            say(f"打包 packing: {10 * tenth} %", sys.stdout)

    return tell


def _arguments(parser: Arguments) -> None:
    parser.add_argument("--site", type=Path, default=project.SITE, metavar="DIR")


ZIP = Command(
    name="zip",
    output="dist/",
    about="把生成好的网站打成一个 ZIP，可用 U 盘带走 · pack the built site for a USB stick",
    run=run,
    arguments=_arguments,
)
